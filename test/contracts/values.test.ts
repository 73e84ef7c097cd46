/** The small values at their edges, with what people type and with what nobody means well. */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { SignUpRequest } from '#contracts/resources/sign-up.ts';
import {
  Capacity,
  Email,
  Instant,
  Language,
  LocalizedLine,
  LocalizedText,
  ManageToken,
  OpportunityId,
  PersonName,
  Phone,
  Places,
  RequestKey,
  Slug,
  TimeZone,
  text,
} from '#contracts/values.ts';
import { anOpportunity, aShift, aSignUpRequest, slotId } from '#test/support/builders.ts';

const accepts = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;
const codesOf = (schema: z.ZodMiniType, value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

/** Everything that is not a text, and what some languages take for one. */
const NOT_TEXT: readonly unknown[] = [undefined, null, 0, 1, true, [], {}, ['a'], { toString: 'a' }, Number.NaN];

describe('places', () => {
  it.each([1, 2, 50, 1.0])('can be %j', (value) => expect(accepts(Places, value)).toBe(true));
  it.each([0, -1, -0, 1.5, 1e9, 51, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', null, undefined, [], [1], {}, true])(
    'cannot be %j',
    (value) => expect(accepts(Places, value)).toBe(false),
  );
  it('say why they cannot', () => {
    expect([codesOf(Places, 0), codesOf(Places, 51), codesOf(Places, 1.5)]).toEqual([
      ['places.too-few'],
      ['places.too-many'],
      ['places.not-whole'],
    ]);
  });
});

describe('a capacity', () => {
  it.each([
    [1, true],
    [150, true],
    [0, false],
    [151, false],
    [2.5, false],
    ['5', false],
  ])('of %j is %j', (value, expected) => expect(accepts(Capacity, value)).toBe(expected));
});

describe('a name', () => {
  it.each([
    "O'Brien",
    'Null',
    'null',
    'undefined',
    'True',
    'NaN',
    'José',
    'Zoë',
    '李小龍',
    'Влади́мир',
    'محمد',
    'שרה',
    'Ng',
    'X',
    'Jean-Luc de la Fère',
    'Ana 🧑‍🏫',
    '👨‍👩‍👧',
    '<script>alert(1)</script>',
    "Robert'); DROP TABLE students;--",
    '{{7*7}}',
    '$' + '{7*7}',
    '=1+1',
    'x'.repeat(100),
    'a\u00a0b',
    'नमस्\u200dते',
    'می\u200cخواهم',
  ])('can be %j', (value) => expect(accepts(PersonName, value)).toBe(true));
  it.each([
    ['a line break', 'Ana\nBcc: all@example.org'],
    ['a carriage return', 'Ana\r'],
    ['a tab', 'Ana\tB'],
    ['NUL', 'Ana\u0000'],
    ['an escape', 'Ana\u001b[31m'],
    ['delete', 'Ana\u007f'],
    ['a next-line', 'Ana\u0085'],
    ['a line separator', 'Ana\u2028'],
    ['a paragraph separator', 'Ana\u2029'],
    ['a right-to-left override', 'Ana\u202egnp.exe'],
    ['an isolate', 'Ana\u2066x\u2069'],
    ['a right-to-left mark', 'Ana\u200f'],
    ['a zero-width space', 'A\u200bna'],
    ['a byte order mark', '\ufeffAna'],
  ])('cannot have %s', (_what, value) => expect(codesOf(PersonName, value)).toEqual(['text.control-characters']));
  it.each(['', ' ', '\u00a0', '\u3000\u2003'])('cannot be empty, as %j is', (value) =>
    expect(codesOf(PersonName, value)).toContain('text.empty'),
  );
  it.each([101, 10_000])('cannot have %i characters', (length) =>
    expect(codesOf(PersonName, 'x'.repeat(length))).toEqual(['text.too-long']),
  );
  it.each(NOT_TEXT)('cannot be %j', (value) => expect(accepts(PersonName, value)).toBe(false));
});

describe('a text of several lines', () => {
  it('has lines and tabs, but nothing else that is not seen', () => {
    expect(accepts(text(20), 'a\r\n\tb\n')).toBe(true);
    for (const unseen of ['\u0000', '\u0008', '\u001b', '\u202e', '\u2067', '\u200b']) expect(accepts(text(20), `a${unseen}`)).toBe(false);
    expect([accepts(text(20), '\n \n'), accepts(text(20), 'x'.repeat(21))]).toEqual([false, false]);
  });
});

describe('an e-mail address', () => {
  it.each([
    'ana@example.org',
    'ANA@EXAMPLE.ORG',
    'ana.gomez+school@mail.example.co.uk',
    "o'brien@example.org",
    'a@b.co',
    'ana_1@sub.example.org',
    '用户@例子.广告',
    'ana@xn--bcher-kva.example',
    '1@example.org',
    'ana-@example.org',
    `${'a'.repeat(64)}@example.org`,
    `${'a'.repeat(242)}@example.org`,
  ])('can be %s', (value) => expect(accepts(Email, value)).toBe(true));
  it.each([
    '',
    'ana',
    'ana@',
    '@example.org',
    'ana@example',
    'ana@example.',
    'ana@example.c',
    'ana@@example.org',
    'ana@b@example.org',
    'ana gomez@example.org',
    ' ana@example.org',
    'ana@example.org ',
    'Ana <ana@example.org>',
    'ana@example.org,bob@example.org',
    'ana@example.org;bob@example.org',
    '"ana gomez"@example.org',
    'ana@[127.0.0.1]',
    'ana@example.org\nBcc: b@example.org',
    'ana@example.org\r\nBcc: b@example.org',
    'ana\u0000@example.org',
    'ana@exam\u200bple.org',
    '\u202eana@example.org',
    'ana(comment)@example.org',
    'ana\\@example.org',
    'mailto:ana@example.org',
  ])('cannot be %j', (value) => expect(accepts(Email, value)).toBe(false));
  it('has at most 254 characters', () => {
    const of = (length: number) => `${'a'.repeat(length - '@example.org'.length)}@example.org`;
    expect([codesOf(Email, of(254)), codesOf(Email, of(255)), codesOf(Email, of(10_000))]).toEqual([
      [],
      ['email.too-long'],
      ['email.too-long'],
    ]);
  });
  it.each(NOT_TEXT)('cannot be %j', (value) => expect(accepts(Email, value)).toBe(false));
  it('that is long and almost right is refused at once', () => {
    const start = performance.now();
    for (const value of [`${'a.'.repeat(120)}@${'b.'.repeat(60)}`, `${'@'.repeat(250)}`, `a@${'.'.repeat(250)}`])
      expect(accepts(Email, value)).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('a phone number', () => {
  it.each([
    '217-555-0134',
    '(217) 555-0134',
    '+1 217 555 0134',
    '2175550134',
    '+44 20 7946 0958',
    '217.555.0134',
    '555-0134',
    '217-555-0134 x12',
    '217-555-0134 ext. 1234',
    '+123456789012345',
  ])('can be %s', (value) => expect(accepts(Phone, value)).toBe(true));
  it.each([
    '',
    ' ',
    '123456',
    '+1234567890123456',
    'call me',
    '217-555-O134',
    '++12175550134',
    '217-555-0134 x',
    '217-555-0134\u0000',
    'tel:2175550134',
    '1'.repeat(33),
    '2175550134 x1234567',
    '<b>2175550134</b>',
  ])('cannot be %j', (value) => expect(accepts(Phone, value)).toBe(false));
  it('that is long and almost right is refused at once', () => {
    const start = performance.now();
    for (const value of [`${'('.repeat(31)}x`, `${'1 '.repeat(15)}x`, '. - ( )'.repeat(4)]) expect(accepts(Phone, value)).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('keys, tokens and ids', () => {
  it.each([
    ['request key', RequestKey, 'a'.repeat(16), 'A-z_0123456789ABCDEF'],
    ['manage token', ManageToken, 'a'.repeat(32), `-_${'9'.repeat(30)}`],
    ['opportunity id', OpportunityId, 'opp_01JC0N7Q9V8Z3M4K5P6R7S8T9W', 'opp_00000000000000000000000000'],
  ] as const)('%s is of its letters and its length, and nothing beside', (_what, schema, good, alsoGood) => {
    expect([accepts(schema, good), accepts(schema, alsoGood)]).toEqual([true, true]);
    for (const bad of [
      `${good}\n`,
      ` ${good}`,
      `${good}.`,
      good.slice(0, 15),
      `${good}${'a'.repeat(60)}`,
      good.replace('a', 'é').replace('0', 'O'),
      `../${good}`,
      '',
    ]) {
      expect([bad, accepts(schema, bad)]).toEqual([bad, false]);
    }
    for (const value of NOT_TEXT) expect(accepts(schema, value)).toBe(false);
  });

  it.each([
    'opp_01jc0n7q9v8z3m4k5p6r7s8t9w',
    'sch_01JC0N7Q9V8Z3M4K5P6R7S8T9W',
    '01JC0N7Q9V8Z3M4K5P6R7S8T9W',
    'opp_01JC0N7Q9V8Z3M4K5P6R7S8T9I',
  ])('%s is no opportunity', (value) => expect(accepts(OpportunityId, value)).toBe(false));
});

describe('instants, languages, zones and slugs', () => {
  it.each([
    [Instant, '2027-03-05T14:00:00Z', true],
    [Instant, '2027-03-05T14:00:00.123Z', true],
    [Instant, '2028-02-29T00:00:00Z', true],
    [Instant, '2027-02-29T00:00:00Z', false],
    [Instant, '2027-03-05T14:00:00+01:00', false],
    [Instant, '2027-03-05T25:00:00Z', false],
    [Instant, '2027-03-05', false],
    [Instant, 'tomorrow', false],
    [Language, 'es', true],
    [Language, 'pt-BR', true],
    [Language, 'EN', false],
    [Language, 'en_US', false],
    [Language, '../en', false],
    [TimeZone, 'America/Chicago', true],
    [TimeZone, 'America/Argentina/Buenos_Aires', true],
    [TimeZone, 'Etc/GMT+5', true],
    [TimeZone, '../etc/passwd', false],
    [Slug, 'lincoln-elementary', true],
    [Slug, 'a--b', false],
    [Slug, '-a', false],
    [Slug, 'A', false],
    [Slug, 'x'.repeat(65), false],
  ] as const)('%#: %s', (schema, value, expected) => expect([value, accepts(schema, value)]).toEqual([value, expected]));
});

describe('words by language', () => {
  it('are in at least one language, each by its name', () => {
    expect([{ en: 'Hi' }, { en: 'Hi', 'pt-BR': 'Oi' }].map((value) => accepts(LocalizedLine, value))).toEqual([true, true]);
    const wrong = [
      {},
      { english: 'Hi' },
      { en: '' },
      { en: 'x'.repeat(201) },
      { en: 'a\nb' },
      JSON.parse('{"__proto__":{"en":"Hi"}}'),
      [],
      'Hi',
      null,
    ];
    expect(wrong.map((value) => accepts(LocalizedLine, value))).toEqual(wrong.map(() => false));
    expect(accepts(LocalizedText, { en: 'a\nb' })).toBe(true);
  });
});

describe('a sign-up request', () => {
  it('is what it says and nothing more', () => {
    expect(SignUpRequest.parse(aSignUpRequest())).toEqual(aSignUpRequest());
    expect(accepts(SignUpRequest, { ...aSignUpRequest(), admin: true })).toBe(false);
    expect(accepts(SignUpRequest, { ...aSignUpRequest(), person: { ...aSignUpRequest().person, role: 'staff' } })).toBe(false);
  });
  it('names one to a hundred slots, each once', () => {
    const of = (...numbers: readonly number[]) => ({ ...aSignUpRequest(), slots: numbers.map((n) => ({ slotId: slotId(n), places: 1 })) });
    const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
    expect(codesOf(SignUpRequest, of())).toEqual(['slots.none-chosen']);
    expect(codesOf(SignUpRequest, of(1, 2, 1))).toEqual(['slots.repeated']);
    expect([codesOf(SignUpRequest, of(...hundred)), codesOf(SignUpRequest, of(...hundred, 101))]).toEqual([[], ['slots.too-many']]);
  });
  it.each([false, 'true', 1, null, undefined])('needs consent, which %j is not', (consent) =>
    expect(codesOf(SignUpRequest, { ...aSignUpRequest(), consent })).toEqual(['consent.missing']),
  );
});

describe('an opportunity', () => {
  it('of the builders is one', () => {
    expect(Opportunity.parse(anOpportunity())).toEqual(anOpportunity());
  });
  it('has no shift without a start and an end', () => {
    const { startsAt: _startsAt, ...undated } = aShift() as { startsAt: string };
    expect([accepts(Slot, aShift()), accepts(Slot, undated)]).toEqual([true, false]);
  });
});
