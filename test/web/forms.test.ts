/** What people post is read as typed, and becomes a body that the contract decides about. */
import { describe, expect, it } from 'vitest';
import { OpportunityFilter } from '#contracts/resources/availability.ts';
import { SignUpRequest } from '#contracts/resources/sign-up.ts';
import {
  changePlacesBody,
  isTrapped,
  readFilterForm,
  readSendLinkForm,
  readSignUpForm,
  sendLinkBody,
  signUpBody,
} from '#web/forms/index.ts';
import { fieldOf, meantSlots } from '#web/forms/sign-up-form.ts';
import { opportunityPage } from '#web/pages/index.ts';
import { carnival, context, FORM_KEY } from './district.ts';
import { reading, SERIES } from './series.ts';

const [first, , third] = carnival.slots.map(({ slot }) => slot.slotId);
const [choice, yesNo] = carnival.questions.map(({ questionId }) => questionId);
const recurring = reading(14);
const form = { opportunityId: carnival.opportunityId, language: 'en' };
const person = { name: ' Maria ', email: ' maria@example.org ', consent: 'yes' };
const read = (fields: Readonly<Record<string, string>>) => readSignUpForm(new URLSearchParams(fields));

describe('a posted sign-up', () => {
  it('becomes a request that the contract accepts', () => {
    const values = readSignUpForm(
      new URLSearchParams([
        ...Object.entries(person),
        ['slot', `${first}`],
        ['slot', `${third}`],
        [`places.${third}`, '2'],
        [`answer.${choice}`, 'L'],
        [`answer.${yesNo}`, ''],
      ]),
    );
    expect(SignUpRequest.parse(signUpBody(values, form))).toEqual({
      ...form,
      slots: [
        { slotId: first, places: 1 },
        { slotId: third, places: 2 },
      ],
      person: { name: 'Maria', email: 'maria@example.org' },
      answers: [{ questionId: choice, answer: 'L' }],
      consent: true,
    });
  });

  it('leaves the places of an unticked slot out', () => {
    const values = read({ ...person, slot: `${first}`, [`places.${third}`]: '3' });
    expect(SignUpRequest.parse(signUpBody(values, form)).slots).toEqual([{ slotId: first, places: 1 }]);
    expect(meantSlots(values)).toEqual([]);
  });

  it('never signs up for a slot of which only the places were set, but shows it ticked', () => {
    const values = read({ ...person, [`places.${first}`]: '1', [`places.${third}`]: '3' });
    const parsed = SignUpRequest.safeParse(signUpBody(values, form));
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(['slots.none-chosen']);
    const html = opportunityPage(context(), {
      opportunity: carnival,
      formKey: FORM_KEY,
      form: { values, errors: [{ pointer: '/slots', code: 'slots.none-chosen', detail: '' }] },
    });
    expect(html).toContain('We ticked it for you');
    expect(html.match(/class="slot-tick"[^>]* checked/g)).toHaveLength(1);
  });

  it('of a whole series asks for each date that had room, with the places of the series', () => {
    const page = opportunityPage(context(), { opportunity: recurring, formKey: FORM_KEY });
    const open = recurring.slots.filter(({ availability }) => availability.state === 'open').map(({ slot }) => slot.slotId);
    const tick = page.match(/class="series-tick"[^>]* value="([^"]*)"/)?.[1] ?? '';
    const values = read({ ...person, series: tick, [`places.${SERIES}`]: '2' });
    const { slots } = SignUpRequest.parse(signUpBody(values, form));
    expect(open).toHaveLength(13);
    expect(slots).toEqual(open.map((slotId) => ({ slotId, places: 2 })));
    expect(fieldOf({ pointer: '/slots/12/places', code: '', detail: '' }, values)).toBe(`places-${SERIES}`);
  });

  it('of single dates has the places of their series, and names each date once where its series is ticked, too', () => {
    const [one, two] = recurring.slots.map(({ slot }) => slot.slotId);
    const values = readSignUpForm(
      new URLSearchParams([
        ...Object.entries(person),
        ['slot', `${one}.${SERIES}`],
        ['waitlist', `${two}.${SERIES}`],
        ['series', `${SERIES} ${one} ${two}`],
        [`places.${SERIES}`, '3'],
      ]),
    );
    expect(SignUpRequest.parse(signUpBody(values, form)).slots).toEqual([
      { slotId: one, places: 3 },
      { slotId: two, places: 3, waitlist: true },
    ]);
  });

  it('of a series of which only the places were set shows it ticked', () => {
    const values = read({ ...person, [`places.${SERIES}`]: '2' });
    const errors = [{ pointer: '/slots', code: 'slots.none-chosen', detail: '' }];
    const html = opportunityPage(context(), { opportunity: recurring, formKey: FORM_KEY, form: { values, errors } });
    expect(html).toMatch(/class="series-tick"[^>]* checked/);
    expect(html).toContain('We ticked it for you');
  });

  it.each(['', '__proto__', 'constructor toString', `${SERIES} no-slot`])(
    'with a series that is %j is refused by the contract',
    (series) => {
      expect(SignUpRequest.safeParse(signUpBody(read({ ...person, series }), form)).success).toBe(false);
    },
  );

  it('of more dates than a series has is refused by the contract', () => {
    const ids = Array.from({ length: 101 }, (_, n) => `slot_${String(n).padStart(26, '0')}`);
    const parsed = SignUpRequest.safeParse(signUpBody(read({ ...person, series: [SERIES, ...ids].join(' ') }), form));
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(['slots.too-many']);
  });

  it.each(['0', '-1', '1.5', '1e9', '', 'two', '99999999999', ' '])('with %j places is refused by the contract', (places) => {
    const values = read({ ...person, slot: `${first}`, [`places.${first}`]: places });
    expect(SignUpRequest.safeParse(signUpBody(values, form)).success).toBe(false);
  });

  it('keeps fields with the names of object internals as plain fields', () => {
    const values = read({ ...person, slot: '__proto__', 'answer.__proto__': 'x', 'places.constructor': '2' });
    expect(Object.getPrototypeOf(values.slots)).toBe(Object.prototype);
    expect(SignUpRequest.safeParse(signUpBody(values, form)).success).toBe(false);
  });

  it('counts a slot once that was sent twice', () => {
    const values = readSignUpForm(new URLSearchParams([...Object.entries(person), ['slot', `${first}`], ['slot', `${first}`]]));
    expect(SignUpRequest.parse(signUpBody(values, form)).slots).toHaveLength(1);
  });

  it('is known as a machine by the field people do not see', () => {
    expect(isTrapped(read({ ...person, website: 'https://spam.example' }))).toBe(true);
    expect(isTrapped(read({ ...person, website: '' }))).toBe(false);
  });
});

describe('a problem', () => {
  const values = readSignUpForm(
    new URLSearchParams([
      ['slot', `${third}`],
      [`answer.${choice}`, ''],
      [`answer.${yesNo}`, 'yes'],
    ]),
  );
  const at = (pointer: string) => fieldOf({ pointer, code: 'x', detail: '' }, values);
  it.each([
    ['/person/email', 'email'],
    ['/person/phone', 'phone'],
    ['/consent', 'consent'],
    ['/slots', 'slots'],
    ['/slots/0/places', `places-${third}`],
    ['/slots/0/slotId', `slot-${third}`],
    ['/slots/7/places', 'slots'],
    ['/answers/0/answer', `answer-${yesNo}`],
    [`/answers/${choice}`, `answer-${choice}`],
    ['', 'slots'],
  ])('at %s belongs to the field %s', (pointer, field) => {
    expect(at(pointer)).toBe(field);
  });
});

describe('the other forms', () => {
  it('read the filter without what was left on "any", and without the language of the page', () => {
    const asked = readFilterForm(new URLSearchParams('evening=yes&kind=&schoolId=&lang=es&language=es'));
    expect(OpportunityFilter.parse(asked)).toEqual({ evening: 'yes', language: 'es' });
    expect(OpportunityFilter.safeParse(readFilterForm(new URLSearchParams('evening=maybe'))).success).toBe(false);
  });
  it('read an address without the spaces around it', () => {
    expect(sendLinkBody(readSendLinkForm(new URLSearchParams({ email: ' a@example.org ' })), 'es')).toEqual({
      email: 'a@example.org',
      language: 'es',
    });
  });
  it('read places as a number only when it is one', () => {
    expect(changePlacesBody(new URLSearchParams({ places: '3' }))).toEqual({ places: 3 });
    expect(changePlacesBody(new URLSearchParams({ places: '3.5' }))).toEqual({ places: '3.5' });
  });
});
