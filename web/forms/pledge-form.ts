/**
 * The pledge form's names: how what was posted is read, what body it makes for `PledgeRequest`, and to which field a problem belongs.
 *
 * Reading never refuses and never repairs. Only the fields that belong to what was chosen count: an amount of goods beside a chosen level is
 * ignored, because choosing something else is how people without script change their minds.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { FieldName } from '../messages/field-codes.ts';
import { cents } from './money.ts';

export interface PledgeFormValues {
  /** `level:<id>`, `amount`, `goods`; empty when nothing was chosen. */
  readonly what: string;
  readonly amount: string;
  readonly goods: string;
  readonly goodsValue: string;
  readonly instalments: string;
  readonly match: string;
  readonly name: string;
  readonly kind: string;
  readonly contactName: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly recognition: string;
  readonly policy: boolean;
  readonly consent: boolean;
  readonly formKey: string;
  /** The field people don't see. Filled only by machines. */
  readonly trap: string;
}

/** Names of the posted fields, and ids of them in the page. */
export const PLEDGE_FIELDS = {
  what: 'what',
  amount: 'amount',
  goods: 'goods',
  goodsValue: 'goodsValue',
  instalments: 'instalments',
  match: 'match',
  name: 'name',
  kind: 'kind',
  contactName: 'contactName',
  email: 'email',
  phone: 'phone',
  address: 'address',
  recognition: 'recognition',
  policy: 'policy',
  consent: 'consent',
  formKey: 'formKey',
  trap: 'website',
  step: 'step',
} as const;

/** `review`: show it once more. `edit`: back to the form. `send`: commit. Anything else is `review`, which commits to nothing. */
export type PledgeStep = 'review' | 'edit' | 'send';

export const LEVEL = 'level:';

export const EMPTY_PLEDGE_FORM: PledgeFormValues = {
  what: '',
  amount: '',
  goods: '',
  goodsValue: '',
  instalments: '1',
  match: '',
  name: '',
  kind: 'business',
  contactName: '',
  email: '',
  phone: '',
  address: '',
  recognition: 'named',
  policy: false,
  consent: false,
  formKey: '',
  trap: '',
};

const TICKED = new Set<string>(['policy', 'consent']);

/** What was posted, as typed. Unknown fields are left out; of a field sent twice the first counts. */
export function readPledgeForm(posted: URLSearchParams): { readonly values: PledgeFormValues; readonly step: PledgeStep } {
  const values = Object.fromEntries(
    Object.keys(EMPTY_PLEDGE_FORM).map((key) => {
      const field = PLEDGE_FIELDS[key as keyof PledgeFormValues];
      return [key, TICKED.has(key) ? posted.has(field) : (posted.get(field) ?? '')];
    }),
  ) as unknown as PledgeFormValues;
  const step = posted.get(PLEDGE_FIELDS.step);
  return { values, step: step === 'send' || step === 'edit' ? step : 'review' };
}

/** What a campaign says of its levels; enough to give a level that was chosen its amount. */
type Levels = readonly { readonly levelId: string; readonly amountCents: number }[];

/** The body for `PledgeRequest.safeParse`. Spaces around what was typed are not part of it; blank optional fields are left out. */
export function pledgeBody(
  values: PledgeFormValues,
  form: { readonly campaignId: string; readonly language: string; readonly levels: Levels },
): unknown {
  const optional = (name: string, value: string): Record<string, string> => (value.trim() === '' ? {} : { [name]: value.trim() });
  return {
    campaignId: form.campaignId,
    sponsor: {
      name: values.name.trim(),
      kind: values.kind,
      contactName: values.contactName.trim(),
      email: values.email.trim(),
      ...optional('phone', values.phone),
      ...optional('address', values.address),
    },
    commitment: commitment(values, form.levels),
    ...(values.match.trim() !== '' && { matchUpToCents: cents(values.match) }),
    recognition: values.recognition,
    language: form.language,
    policy: values.policy,
    consent: values.consent,
  };
}

function commitment(values: PledgeFormValues, levels: Levels): unknown {
  if (values.what === 'goods') return { kind: 'goods', description: values.goods.trim(), valueCents: cents(values.goodsValue) };
  const levelId = values.what.startsWith(LEVEL) ? values.what.slice(LEVEL.length) : undefined;
  if (levelId === undefined && values.what !== 'amount') return { kind: values.what };
  const level = levels.find((one) => one.levelId === levelId);
  const amountCents = level && values.amount.trim() === '' ? level.amountCents : cents(values.amount);
  return { kind: 'money', ...(levelId !== undefined && { levelId }), amountCents, instalments: Number(values.instalments) };
}

/** The field that `problem` speaks of, by its id in the page, and by its name in messages. */
export function pledgeFieldOf(problem: FieldProblem): { readonly id: string; readonly name: FieldName } {
  const [root, leaf] = problem.pointer.split('/').slice(1);
  const field = (id: keyof typeof PLEDGE_FIELDS, name: FieldName) => ({ id: PLEDGE_FIELDS[id], name });
  if (root === 'sponsor') {
    if (leaf === 'name') return field('name', 'sponsorName');
    if (leaf === 'contactName' || leaf === 'email' || leaf === 'phone' || leaf === 'address') return field(leaf, leaf);
  }
  if (root === 'commitment') {
    if (leaf === 'amountCents') return field('amount', 'amount');
    if (leaf === 'valueCents') return field('goodsValue', 'goodsValue');
    if (leaf === 'description') return field('goods', 'goods');
    if (leaf === 'instalments') return field('instalments', 'instalments');
  }
  if (root === 'matchUpToCents') return field('match', 'match');
  if (root === 'policy') return field('policy', 'policy');
  if (root === 'consent') return field('consent', 'consent');
  return field('what', 'what');
}
