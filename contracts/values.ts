/**
 * The small values everything else is made of: ids, people's details, instants, languages.
 *
 * Schemas here only accept or refuse; none of them changes what it was given, so that what was checked is what is kept.
 */
import * as z from 'zod/mini';

const ULID = '[0-9A-HJKMNP-TV-Z]{26}';

const prefixedId = <Brand extends string>(prefix: string, brand: Brand) =>
  z
    .string()
    .check(z.regex(new RegExp(`^${prefix}_${ULID}$`), 'id.malformed'))
    .register(z.globalRegistry, { examples: [`${prefix}_01JC0N7Q9V8Z3M4K5P6R7S8T9W`] })
    .brand(brand);

export const SchoolId = prefixedId('sch', 'SchoolId');
export type SchoolId = z.infer<typeof SchoolId>;

export const OpportunityId = prefixedId('opp', 'OpportunityId');
export type OpportunityId = z.infer<typeof OpportunityId>;

export const SlotId = prefixedId('slot', 'SlotId');
export type SlotId = z.infer<typeof SlotId>;

export const QuestionId = prefixedId('qst', 'QuestionId');
export type QuestionId = z.infer<typeof QuestionId>;

export const CampaignId = prefixedId('cmp', 'CampaignId');
export type CampaignId = z.infer<typeof CampaignId>;

export const LevelId = prefixedId('lvl', 'LevelId');
export type LevelId = z.infer<typeof LevelId>;

/** An id that is 96 bits of a hash of the request that made it: the same request always means the same thing. */
const derivedId = <Brand extends string>(prefix: string, brand: Brand) =>
  z
    .string()
    .check(z.regex(new RegExp(`^${prefix}_[\\w-]{16}$`), 'id.malformed'))
    .brand(brand);

/** Of what makes it: the opportunity and the form, or the series it was split from and the day. */
export const SeriesId = derivedId('ser', 'SeriesId');
export type SeriesId = z.infer<typeof SeriesId>;

export const PledgeId = derivedId('plg', 'PledgeId');
export type PledgeId = z.infer<typeof PledgeId>;

/** Money that came or went back: of a pledge. */
export const PaymentId = derivedId('pay', 'PaymentId');
export type PaymentId = z.infer<typeof PaymentId>;

export const GiftId = derivedId('gft', 'GiftId');
export type GiftId = z.infer<typeof GiftId>;

/** One invitation to send a file. */
export const UploadId = derivedId('upl', 'UploadId');
export type UploadId = z.infer<typeof UploadId>;

/** Of the pixels of a logo: another picture has another id, so that copies of one may be kept for as long as anyone likes. */
export const LogoId = derivedId('lgo', 'LogoId');
export type LogoId = z.infer<typeof LogoId>;

/** Of one file that was sent and what is drawn from it: a name that never stands for another picture. */
export const PhotoId = derivedId('pho', 'PhotoId');
export type PhotoId = z.infer<typeof PhotoId>;

/** 96 bits of HMAC-SHA-256(district key, normalised e-mail), base64url: stands for a person where no personal data may. */
export const PersonId = z
  .string()
  .check(z.regex(/^[\w-]{16}$/, 'id.malformed'))
  .brand('PersonId');
export type PersonId = z.infer<typeof PersonId>;

/** 128 bits, base64url. Names one submit of the form or one API call with its idempotency key; repeats carry the same id. */
export const SubmissionId = z
  .string()
  .check(z.regex(/^[\w-]{22}$/, 'id.malformed'))
  .brand('SubmissionId');
export type SubmissionId = z.infer<typeof SubmissionId>;

/** Of the submission and the slot. */
export const SignUpId = derivedId('sgn', 'SignUpId');
export type SignUpId = z.infer<typeof SignUpId>;

/** The secret part of a manage link: 192 random bits, base64url. Kept only as its SHA-256. */
export const ManageToken = z
  .string()
  .check(z.regex(/^[\w-]{32}$/, 'link.malformed'))
  .brand('ManageToken');
export type ManageToken = z.infer<typeof ManageToken>;

/** What a caller sends along so that a repeat is known as one: 16 to 64 letters, digits, `-` or `_`. */
export const RequestKey = z.string().check(z.regex(/^[\w-]{16,64}$/, 'request-key.malformed'));
export type RequestKey = z.infer<typeof RequestKey>;

/** BCP 47 language, with a region where it matters: `en`, `es`, `pt-BR`. Which ones a district offers is its setting. */
export const Language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'language.malformed'));
export type Language = z.infer<typeof Language>;

/** A moment, UTC, milliseconds optional: `2027-03-05T14:00:00Z`. */
export const Instant = z.iso.datetime('instant.malformed');
export type Instant = z.infer<typeof Instant>;

/** IANA zone name, e.g. `America/Chicago`. */
export const TimeZone = z.string().check(z.regex(/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/, 'zone.malformed'), z.maxLength(64));
export type TimeZone = z.infer<typeof TimeZone>;

export const Slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'slug.malformed'), z.maxLength(64));
export type Slug = z.infer<typeof Slug>;

/**
 * No control characters (they end up in mail headers and calendar files), no bidirectional overrides and no zero-width
 * characters that make one name look like another. The zero-width joiner stays: emoji and several scripts need it.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const UNSAFE_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, but lines and tabs are welcome in a text
const UNSAFE_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u;

const readable = z.refine<string>((value) => value.trim() !== '', 'text.empty');
const safeLine = z.refine<string>((value) => !UNSAFE_IN_LINE.test(value), 'text.control-characters');
const safeText = z.refine<string>((value) => !UNSAFE_IN_TEXT.test(value), 'text.control-characters');

/** One line people wrote: 1 to `max` characters, with something to read in it. */
export const line = (max: number) => z.string().check(z.maxLength(max, 'text.too-long'), readable, safeLine);

/** Several lines people wrote: 1 to `max` characters. */
export const text = (max: number) => z.string().check(z.maxLength(max, 'text.too-long'), readable, safeText);

/** Staff-written words by language. At least one language; pages fall back to the district's first and mark the language. */
export const localized = (inner: z.ZodMiniType<string>) =>
  z.record(Language, inner).check(z.refine((texts) => Object.keys(texts).length > 0, 'text.empty'));
export const LocalizedLine = localized(line(200));
export const LocalizedText = localized(text(5_000));
export type LocalizedText = z.infer<typeof LocalizedText>;

/** An address as typed: the part after the @ has a dot, whole length at most 254 (RFC 5321 §4.5.3.1.3). Normalising is the domain's. */
export const Email = z
  .string()
  .check(
    z.maxLength(254, 'email.too-long'),
    z.regex(/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/u, 'email.malformed'),
    safeLine,
  );
export type Email = z.infer<typeof Email>;

export const PersonName = line(100);
export type PersonName = z.infer<typeof PersonName>;

/** As typed: digits with the usual separators, 7 to 15 of them (ITU-T E.164), optional + and extension. */
export const Phone = z
  .string()
  .check(z.maxLength(32, 'phone.malformed'), z.regex(/^\+?(?:[\s().-]*\d){7,15}[\s().-]*(?:(?:x|ext\.?)\s?\d{1,6})?$/i, 'phone.malformed'));
export type Phone = z.infer<typeof Phone>;

/** How many people (or items) one sign-up brings. Whole, 1 to 50; a slot may have fewer. */
export const Places = z.int('places.not-whole').check(z.gte(1, 'places.too-few'), z.lte(50, 'places.too-many'));
export type Places = z.infer<typeof Places>;

export const Capacity = z.int().check(z.gte(1), z.lte(150));
export type Capacity = z.infer<typeof Capacity>;

/** Whole cents of US dollars, $1 to $1,000,000: no fraction, no sign, no other currency. */
export const AmountCents = z.int('amount.not-whole-cents').check(z.gte(100, 'amount.too-small'), z.lte(100_000_000, 'amount.too-large'));
export type AmountCents = z.infer<typeof AmountCents>;

/** Whole cents from nothing up to $1,000,000: the value of what somebody gets in return. */
export const ValueCents = z.int('amount.not-whole-cents').check(z.gte(0, 'amount.too-small'), z.lte(100_000_000, 'amount.too-large'));

/** A day of the district's calendar: `2027-03-05`. */
export const Day = z.iso.date('day.malformed');
export type Day = z.infer<typeof Day>;

/** A time on a school's clocks: `08:30`. */
export const TimeOfDay = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'time.malformed'));
export type TimeOfDay = z.infer<typeof TimeOfDay>;
