/** The form of an opportunity gives back what it was given: what it does not show goes along unseen. */
import { describe, expect, it } from 'vitest';
import { type Opportunity, OpportunityToSave } from '#contracts/resources/opportunity.ts';
import { instantAt } from '#domain/calendar.ts';
import { anOpportunity, aSchool, aShift, questionId } from '#test/support/builders.ts';
import * as desk from '#web/desk/index.ts';
import { choiceLine, choicesOf } from '#web/forms/choice-lines.ts';
import { context } from './district.ts';

const school = aSchool();
const LANGUAGES = ['en', 'es'];
const question = {
  kind: 'choice',
  questionId: questionId(),
  text: { es: '¿Talla?', en: 'Size?', ht: 'Gwosè?' },
  required: true,
  choices: [
    { value: 's', text: { es: 'Pequeña', en: 'Small', ht: 'Piti' } },
    { value: 'm', text: { es: 'Mediana' } },
    { value: 'l', text: { en: 'Large' } },
  ],
} as const;
const whole = anOpportunity({
  title: { en: 'Carnival', ht: 'Kanaval' },
  summary: { en: 'Games', ht: 'Jwèt' },
  description: { en: 'One\n\nTwo', ht: 'Yon\n\nDe' },
  slots: [aShift(1, { label: { en: 'Ring toss', ht: 'Jwèt' }, note: { ht: 'Nòt' } }), aShift(2, { calledOff: true })],
  questions: [question] as unknown as Opportunity['questions'],
  reminderDays: [7, 1],
});

/** What a browser posts of the drawn form: each named field with its value, line breaks as CR LF. */
function postedOf(html: string): URLSearchParams {
  const form = new URLSearchParams();
  const text = (value: string): string =>
    value
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .replaceAll('\n', '\r\n');
  const body = html.slice(html.indexOf('<main'));
  for (const [tag] of body.matchAll(/<input[^>]*>/g)) {
    const name = / name="([^"]+)"/.exec(tag)?.[1];
    const isOff = /type="checkbox"/.test(tag) && !/ checked/.test(tag);
    if (name !== undefined && !isOff) form.append(name, text(/ value="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  for (const [, name = '', value = ''] of body.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g))
    form.append(name, text(value));
  for (const [, name = '', options = ''] of body.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    form.append(name, text(/value="([^"]*)" selected/.exec(options)?.[1] ?? ''));
  return form;
}

function saved(change: (form: URLSearchParams) => void = () => {}) {
  const values = desk.opportunityFormOf(whole, school.zone, LANGUAGES);
  const model = { reader: { name: 'Dana', csrf: 'x', sections: [] }, school, values, errors: [], locked: [] };
  const form = postedOf(desk.deskOpportunityFormPage(context({ language: 'en' }), model));
  change(form);
  return OpportunityToSave.parse(desk.opportunityBody(desk.readOpportunityForm(form), (day, time) => instantAt(day, time, school.zone)));
}

it('saved as it is drawn, nothing is changed: no language, no line break, no value of a choice', () => {
  expect(saved()).toEqual(whole);
});

describe('reminders', () => {
  const days = (reminders: string, typed: string) =>
    saved((form) => {
      form.set('reminders', reminders);
      form.set('reminderDays', typed);
    }).reminderDays;

  it('are the usual ones, none, or those that are chosen', () => {
    expect(days('usual', '7, 1')).toBeUndefined();
    expect(days('none', '7, 1')).toEqual([]);
    expect(days('own', '2; 0')).toEqual([2, 0]);
  });

  it.each(['', '15', '1, 1', '4 3 2 1', 'tomorrow'])('chosen as “%s” are refused', (typed) => {
    expect(() => days('own', typed)).toThrow();
  });
});

describe('choices', () => {
  const lines = (...all: readonly string[]) => saved((form) => form.set('questions.0.choices', all.join('\r\n'))).questions[0];
  const values = (...all: readonly string[]) => {
    const one = lines(...all);
    return one?.kind === 'choice' ? one.choices.map(({ value }) => value) : [];
  };
  const [small, medium, large] = ['Small | Pequeña | Piti', '| Mediana', 'Large'] as const;

  it('stand one a line, in the order of the district’s languages', () => {
    expect(desk.opportunityFormOf(whole, school.zone, LANGUAGES).questions[0]?.choices).toBe([small, medium, large].join('\n'));
  });

  it.each([
    ['are reworded', [small, '| Talla M', large], ['s', 'm', 'l']],
    ['change places', [large, small, medium], ['l', 's', 'm']],
    ['get one more', [small, medium, large, 'Huge | Enorme'], ['s', 'm', 'l', 'Huge']],
    ['lose one', [small, large], ['s', 'l']],
    ['lose one and get another', [small, large, 'Huge'], ['s', 'l', 'Huge']],
  ] as const)('that %s keep what they are kept as', (_, typed, expected) => {
    expect(values(...typed)).toEqual(expected);
  });

  it('keep what comes back as something else from being more than words', () => {
    const text = { en: 'Size?', es: '¿Talla?' };
    for (const kept of ['', 'no json', '{"a":1}', '[1,{"value":7}]'])
      expect(choicesOf({ text, choices: 'A | B', languages: '', kept })).toEqual([{ value: 'A', text: { en: 'A', es: 'B' } }]);
  });

  it('have no bars at the end for languages they don’t have', () => {
    expect([choiceLine({ en: 'A' }, ['en', 'es']), choiceLine({ es: 'B' }, ['en', 'es']), choiceLine({}, ['en'])]).toEqual([
      'A',
      '| B',
      '',
    ]);
  });
});
