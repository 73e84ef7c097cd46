/**
 * The form of a campaign at the desk: what it shows of a definition, how what was posted is read, and what body it makes. Days and times are those of
 * the district's clocks; who makes the body knows them. Sums are typed in dollars. Benefits stand a line each, their languages between bars.
 *
 * Reading never refuses and never repairs: values are kept as typed, so that a form that is shown again has them all.
 */
import type { CampaignToSave, Level } from '#contracts/resources/campaign.ts';
import { clockTime, dayOf } from '../words/clock.ts';
import { cents, dollars } from './money.ts';
import { postedForm, present, type Texts, whole, written } from './posted.ts';

export interface BuyValues {
  readonly label: Texts;
  readonly price: string;
}
export interface LevelValues {
  readonly id: string;
  readonly name: Texts;
  readonly amount: string;
  readonly benefits: string;
  readonly benefitValue: string;
  readonly limit: string;
}

/** Fields of one line, named as they are posted. */
export const CAMPAIGN_LINES = [
  'campaignId',
  'version',
  'status',
  'schoolId',
  'slug',
  'illustration',
  'goal',
  'opens-day',
  'opens-time',
  'closes-day',
  'closes-time',
  'contact-name',
  'contact-email',
  'contact-phone',
] as const;
export type CampaignLine = (typeof CAMPAIGN_LINES)[number];

export interface CampaignFormValues {
  readonly lines: Readonly<Record<CampaignLine, string>>;
  readonly title: Texts;
  readonly summary: Texts;
  readonly story: Texts;
  readonly buys: readonly BuyValues[];
  readonly levels: readonly LevelValues[];
}

interface Setting {
  readonly zone: string;
  /** Of the district, in its order. */
  readonly languages: readonly string[];
}

/** What the form shows of a definition. */
export function campaignFormOf(definition: CampaignToSave, { zone, languages }: Setting): CampaignFormValues {
  const { contact, opensAt, closesAt, buys, levels } = definition;
  return {
    lines: {
      campaignId: definition.campaignId,
      version: String(definition.version),
      status: definition.status,
      schoolId: definition.schoolId ?? '',
      slug: definition.slug,
      illustration: definition.illustration,
      goal: dollars(definition.goalCents),
      'opens-day': dayOf(opensAt, zone),
      'opens-time': clockTime(opensAt, zone),
      'closes-day': dayOf(closesAt, zone),
      'closes-time': clockTime(closesAt, zone),
      'contact-name': contact.name,
      'contact-email': contact.email,
      'contact-phone': contact.phone ?? '',
    },
    title: definition.title,
    summary: definition.summary,
    story: definition.story,
    buys: buys.map(({ label, priceCents }) => ({ label, price: dollars(priceCents) })),
    levels: levels.map((level) => levelValues(level, languages)),
  };
}

const levelValues = (
  { levelId, name, amountCents, benefits, benefitValueCents, limit }: Level,
  languages: readonly string[],
): LevelValues => ({
  id: levelId,
  name,
  amount: dollars(amountCents),
  benefits: benefits.map((benefit) => barred(benefit, languages)).join('\n'),
  benefitValue: benefitValueCents === 0 ? '' : dollars(benefitValueCents),
  limit: limit === undefined ? '' : String(limit),
});

/** `Banner | Lona`: in the order of the languages; one that is missing leaves its place empty where another follows. */
const barred = (texts: Texts, languages: readonly string[]): string =>
  languages
    .map((language) => texts[language] ?? '')
    .join(' | ')
    .replace(/(?: \| )+$/, '')
    .trim();

/** A form with nothing in it, but what is known of a new campaign. */
export const emptyCampaignForm = (known: Partial<Record<CampaignLine, string>>): CampaignFormValues => ({
  lines: { ...(Object.fromEntries(CAMPAIGN_LINES.map((name) => [name, ''])) as Record<CampaignLine, string>), ...known },
  title: {},
  summary: {},
  story: {},
  buys: [EMPTY_BUY],
  levels: [],
});

export const EMPTY_BUY: BuyValues = { label: {}, price: '' };
export const emptyLevel = (id: string): LevelValues => ({ id, name: {}, amount: '', benefits: '', benefitValue: '', limit: '' });

/** What was posted, as typed. */
export function readCampaignForm(posted: URLSearchParams): CampaignFormValues {
  const { line, texts, rows } = postedForm(posted);
  return {
    lines: Object.fromEntries(CAMPAIGN_LINES.map((name) => [name, line(name)])) as Record<CampaignLine, string>,
    title: texts('title'),
    summary: texts('summary'),
    story: lineBreaks(texts('story')),
    buys: rows('buys').map((row) => ({ label: texts(`${row}.label`), price: line(`${row}.price`) })),
    levels: rows('levels').map((row) => ({
      id: line(`${row}.id`),
      name: texts(`${row}.name`),
      amount: line(`${row}.amount`),
      benefits: (posted.get(`${row}.benefits`) ?? '').replaceAll('\r\n', '\n'),
      benefitValue: line(`${row}.benefitValue`),
      limit: line(`${row}.limit`),
    })),
  };
}

/** Browsers send another sign for the end of a line than what is kept. */
const lineBreaks = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([language, value]) => [language, value.replaceAll('\r\n', '\n')]));

interface Moments {
  /** Knows the district's clocks. */
  readonly instantAt: (day: string, time: string) => string | undefined;
  /** Instants as they are kept: one that shows the same stays the same, to the second. */
  readonly kept: readonly string[];
}

/** The body of `saveCampaign`. What is no time stays as typed, so that it is refused. */
export function campaignBody(
  values: CampaignFormValues,
  { zone, languages, instantAt, kept }: Setting & Moments,
): Readonly<Record<string, unknown>> {
  const { lines } = values;
  const moment = (what: 'opens' | 'closes') => {
    const [day, time] = [lines[`${what}-day`], lines[`${what}-time`]];
    const same = kept.find((at) => dayOf(at, zone) === day && clockTime(at, zone) === time);
    return same ?? instantAt(day, time) ?? `${day} ${time}`;
  };
  const phone = lines['contact-phone'];
  return present({
    campaignId: lines.campaignId,
    version: whole(lines.version),
    status: lines.status,
    schoolId: lines.schoolId === '' ? undefined : lines.schoolId,
    slug: lines.slug,
    title: written(values.title),
    summary: written(values.summary),
    story: written(values.story),
    illustration: lines.illustration,
    buys: values.buys.map(({ label, price }) => ({ label: written(label), priceCents: cents(price) })),
    goalCents: cents(lines.goal),
    opensAt: moment('opens'),
    closesAt: moment('closes'),
    levels: values.levels.map((level) => levelBody(level, languages)),
    contact: present({ name: lines['contact-name'], email: lines['contact-email'], phone: phone === '' ? undefined : phone }),
  });
}

const levelBody = ({ id, name, amount, benefits, benefitValue, limit }: LevelValues, languages: readonly string[]) =>
  present({
    levelId: id,
    name: written(name),
    amountCents: cents(amount),
    benefits: benefits
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => unbarred(line, languages)),
    benefitValueCents: benefitValue === '' ? 0 : cents(benefitValue),
    limit: limit === '' ? undefined : whole(limit),
  });

/** More parts than languages are refused by the contract: no language is called `x2`. */
const unbarred = (line: string, languages: readonly string[]): Texts =>
  Object.fromEntries(
    line
      .split('|')
      .map((part) => part.trim())
      .flatMap((part, index) => (part === '' ? [] : [[languages[index] ?? `x${index}`, part]])),
  );

/** The field of the page that a problem of the body belongs to. */
export function campaignFieldOf(pointer: string, first: string): string {
  const [, top = '', index = '', inner = ''] = pointer.split('/');
  if (top === 'buys' && index !== '') return `buys-${index}-${inner === 'priceCents' ? 'price' : `label-${first}`}`;
  if (top === 'levels' && index !== '') return `levels-${index}-${LEVEL_FIELDS[inner] ?? `name-${first}`}`;
  if (top === 'contact') return `contact-${index === '' ? 'name' : index}`;
  if (top === 'title' || top === 'summary' || top === 'story') return `${top}-${index === '' ? first : index}`;
  return TOP_FIELDS[top] ?? top;
}

const LEVEL_FIELDS: Readonly<Record<string, string>> = {
  amountCents: 'amount',
  benefits: 'benefits',
  benefitValueCents: 'benefitValue',
  limit: 'limit',
};
const TOP_FIELDS: Readonly<Record<string, string>> = { opensAt: 'opens-day', closesAt: 'closes-day', goalCents: 'goal' };

/** As the contracts have them. */
const MOST_BUYS = 30;
const MOST_LEVELS = 12;

/** The form after the button `act`, which changes its rows; everything typed stays. Undefined for a button that does not. */
export function withCampaignRows(values: CampaignFormValues, act: string, levelId: () => string): CampaignFormValues | undefined {
  const [name = '', row = ''] = act.split(':');
  const index = Number(row);
  const { buys, levels } = values;
  switch (name) {
    case 'add-buy':
      return { ...values, buys: [...buys, EMPTY_BUY].slice(0, MOST_BUYS) };
    case 'remove-buy':
      return { ...values, buys: buys.toSpliced(index, buys[index] ? 1 : 0) };
    case 'add-level':
      return { ...values, levels: [...levels, emptyLevel(levelId())].slice(0, MOST_LEVELS) };
    case 'remove-level':
      return { ...values, levels: levels.toSpliced(index, levels[index] ? 1 : 0) };
    default:
      return undefined;
  }
}
