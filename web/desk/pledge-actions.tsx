/** What staff can do with a pledge as it stands. The first is the one that is usually next; the others are folded away. */
import type { ComponentChildren, JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { PaymentMethod } from '#contracts/resources/pledge.ts';
import { ErrorWords, errorId } from '../components/fields.tsx';
import { inLanguage, type View } from '../components/view.ts';
import { deskPledgeIn, fundraisingIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import { FormToken } from './layout.tsx';
import type { DeskPledgeModel } from './models-fundraising.ts';
import { deskFieldOf } from './pledge-forms.ts';
import { ReviseForm } from './pledge-revise.tsx';

export interface ActionProps {
  readonly view: View;
  readonly model: DeskPledgeModel;
}

/** The last part of the address of each form, and of its API operation. */
const STEPS = {
  acceptPledge: 'accept',
  revisePledge: 'revise',
  declinePledge: 'decline',
  cancelPledge: 'cancel',
  invoicePledge: 'invoice',
  recordPayment: 'payments',
  refundPayment: 'refunds',
  receiveGoods: 'delivery',
  writeOffPledge: 'write-off',
  tickBenefit: 'benefits',
  decideLogo: 'logo',
} as const;
export type PledgeStep = keyof typeof STEPS;

export function PledgeActions({ view, model }: ActionProps): JSX.Element {
  const words = deskPledgeIn(view.context.language);
  const { pledge, may } = model;
  const { state, owedCents, paidCents, commitment } = pledge;
  const money = moneyIn(view.m.locale);
  const toInvoice = owedCents - pledge.invoices.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const counts = state === 'accepted' || state === 'invoiced' || state === 'part-paid' || state === 'fulfilled';
  const offered = state === 'offered';
  const acts: readonly (JSX.Element | false)[] = [
    may.decide && offered && (
      <Simple key="accept" view={view} model={model} step="acceptPledge" label={words.accept} hint={words.acceptHint} />
    ),
    may.record && counts && toInvoice > 0 && (
      <Simple
        key="invoice"
        view={view}
        model={model}
        step="invoicePledge"
        label={words.invoice(money(toInvoice))}
        hint={words.invoiceHint}
      />
    ),
    may.record && (counts || state === 'written-off') && owedCents > paidCents && (
      <MoneyForm
        key="pay"
        view={view}
        model={model}
        step="recordPayment"
        title={words.record}
        day={words.receivedOn}
        amountCents={owedCents - paidCents}
      />
    ),
    may.record && counts && commitment.kind === 'goods' && state !== 'fulfilled' && (
      <Folded key="goods" title={words.goods} open={isPosted(model, 'receiveGoods')}>
        <ActionForm view={view} model={model} step="receiveGoods">
          <DayField view={view} model={model} step="receiveGoods" name="deliveredOn" label={words.deliveredOn} />
          <Save view={view} />
        </ActionForm>
      </Folded>
    ),
    may.decide && (offered || state === 'accepted') && (
      <Folded key="revise" title={words.revise.title} open={isPosted(model, 'revisePledge')}>
        <ReviseForm view={view} model={model} />
      </Folded>
    ),
    may.decide && offered && (
      <Folded key="decline" title={words.decline} open={isPosted(model, 'declinePledge')}>
        <ActionForm view={view} model={model} step="declinePledge">
          <LineField view={view} model={model} step="declinePledge" name="reason" label={words.reason} hint={words.reasonHint} />
          <button class="button button-grave" type="submit">
            {words.decline}
          </button>
        </ActionForm>
      </Folded>
    ),
    may.record && (counts || state === 'written-off') && paidCents > 0 && (
      <Folded key="refund" title={words.refund} open={isPosted(model, 'refundPayment')}>
        <MoneyForm view={view} model={model} step="refundPayment" day={words.givenBackOn} />
      </Folded>
    ),
    may.decide && (offered || state === 'accepted') && (
      <Folded key="cancel" title={words.cancel} open={false}>
        <Simple view={view} model={model} step="cancelPledge" label={words.cancel} hint={words.cancelHint} grave />
      </Folded>
    ),
    may.record && counts && state !== 'fulfilled' && (
      <Folded key="write-off" title={words.writeOff} open={isPosted(model, 'writeOffPledge')}>
        <ActionForm view={view} model={model} step="writeOffPledge">
          <p class="hint">{words.writeOffHint}</p>
          <LineField view={view} model={model} step="writeOffPledge" name="reason" label={words.reason} />
          <button class="button button-grave" type="submit">
            {words.writeOff}
          </button>
        </ActionForm>
      </Folded>
    ),
  ];
  const shown = acts.filter((one) => one !== false);
  return (
    <section class="panel dash noprint" aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      {shown.length === 0 ? <p class="soft">{words.nothing}</p> : shown}
    </section>
  );
}

const isPosted = ({ posted }: DeskPledgeModel, step: PledgeStep): boolean => posted?.operationId === step;

export function ActionForm({
  view,
  model: { reader, pledge, formKey },
  step,
  children,
}: ActionProps & { readonly step: PledgeStep; readonly children: ComponentChildren }): JSX.Element {
  const action = `${deskPaths.pledge(pledge.campaignId, pledge.pledgeId)}/${STEPS[step]}`;
  return (
    <form class="act-form" method="post" action={inLanguage(action, view.context.language)} data-once={view.m.form.sending} novalidate>
      <FormToken reader={reader} />
      <input type="hidden" name="key" value={`${formKey}-${STEPS[step]}`} />
      {children}
    </form>
  );
}

function Folded({
  title,
  open,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="act-more" open={open}>
      <summary class="act">{title}</summary>
      {children}
    </details>
  );
}

/** One button that says it all. */
function Simple(
  props: ActionProps & { readonly step: PledgeStep; readonly label: string; readonly hint: string; readonly grave?: boolean },
): JSX.Element {
  const { view, model, step, label, hint, grave } = props;
  return (
    <ActionForm view={view} model={model} step={step}>
      <p class="hint">{hint}</p>
      <button class={grave === true ? 'button button-grave' : 'button'} type="submit">
        {label}
      </button>
    </ActionForm>
  );
}

interface FieldProps extends ActionProps {
  readonly step: PledgeStep;
  readonly name: string;
  readonly label: string;
}

/** What was posted for a field, and what is wrong with it. */
function fieldOf({ view, model: { posted }, step, name }: Pick<FieldProps, 'view' | 'model' | 'step' | 'name'>, otherwise = '') {
  const words = deskPledgeIn(view.context.language);
  const mine = posted?.operationId === step ? posted : undefined;
  const wrong = mine?.errors.find(({ pointer }) => deskFieldOf(pointer) === name);
  const said =
    name === 'amount'
      ? (words.amountFaults[wrong?.code ?? ''] ?? words.amountError)
      : name === 'reason'
        ? words.reasonError
        : name === 'method'
          ? words.choiceError
          : words.dayError;
  return { id: `${step}-${name}`, value: mine?.values[name] ?? otherwise, error: wrong ? said : undefined };
}

function MoneyForm({
  view,
  model,
  step,
  title,
  day,
  amountCents,
}: ActionProps & { readonly step: PledgeStep; readonly title?: string; readonly day: string; readonly amountCents?: number }): JSX.Element {
  const words = deskPledgeIn(view.context.language);
  const fundraising = fundraisingIn(view.context.language);
  const { id, value } = fieldOf({ view, model, step, name: 'method' }, 'cheque');
  const suggested = amountCents === undefined ? '' : (amountCents / 100).toFixed(2).replace(/\.00$/, '');
  return (
    <ActionForm view={view} model={model} step={step}>
      {title !== undefined && <h3>{title}</h3>}
      <LineField view={view} model={model} step={step} name="amount" label={words.amount} otherwise={suggested} />
      <div class="field">
        <label for={id}>{words.method}</label>
        <select id={id} name="method">
          {PaymentMethod.options.map((method) => (
            <option key={method} value={method} selected={method === value}>
              {fundraising.methods[method]}
            </option>
          ))}
        </select>
      </div>
      <DayField view={view} model={model} step={step} name="receivedOn" label={day} />
      <Save view={view} />
    </ActionForm>
  );
}

export function DayField(props: FieldProps): JSX.Element {
  const { view, name, label } = props;
  const today = view.dates.dayKey(view.context.now, view.context.district.zone);
  const { id, value, error } = fieldOf(props, today);
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={id}>{label}</label>
      <ErrorWords fieldId={id} words={error} />
      <input
        id={id}
        name={name}
        type="date"
        value={value}
        aria-describedby={error === undefined ? undefined : errorId(id)}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
    </div>
  );
}

export function LineField(props: FieldProps & { readonly hint?: string; readonly otherwise?: string }): JSX.Element {
  const { name, label, hint, otherwise } = props;
  const { id, value, error } = fieldOf(props, otherwise);
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={id}>{label}</label>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <ErrorWords fieldId={id} words={error} />
      <input
        id={id}
        name={name}
        type="text"
        value={value}
        inputmode={name === 'amount' ? 'decimal' : undefined}
        autocomplete="off"
        maxlength={300}
        aria-describedby={error === undefined ? undefined : errorId(id)}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
    </div>
  );
}

const Save = ({ view }: { readonly view: View }): JSX.Element => (
  <button class="button" type="submit">
    {deskPledgeIn(view.context.language).save}
  </button>
);
