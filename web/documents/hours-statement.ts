/** A statement of hours: who helped, in which year, for each school when and with what, and what it comes to. */
import type { GivenHours, HoursStatement } from '#contracts/resources/documents.ts';
import { checkInIn, hoursIn } from '../messages/areas.ts';
import type { SumTable } from './blocks.ts';
import type { Middle } from './compose.ts';
import type { Saying } from './saying.ts';

export function hoursStatement(facts: HoursStatement, saying: Saying): Middle {
  const { statement } = hoursIn(facts.language);
  const minutes = minutesIn(facts.hours);
  const spent = checkInIn(facts.language).spent(minutes);
  // what a form of an employer asks for, beside what it is to the minute
  const decimal = new Intl.NumberFormat(saying.m.locale, { maximumFractionDigits: 2 }).format(minutes / 60);
  const schools = [...new Set(facts.hours.map(({ schoolName }) => schoolName))];
  return {
    title: statement.heading,
    heading: statement.heading,
    addressee: { title: statement.person, lines: [facts.personName] },
    entries: [
      { label: statement.from, value: { text: saying.day(facts.from) } },
      { label: statement.until, value: { text: saying.day(facts.until) } },
      { label: saying.words.date, value: { text: saying.day(facts.issuedOn) } },
    ],
    headline: { label: statement.given, value: { text: minutes % 60 === 0 ? spent : statement.both(spent, decimal) } },
    blocks: [...schools.map((school) => hoursAt(school, facts, saying)), { kind: 'words', words: { text: statement.counted } }],
    closing: { words: statement.closing, name: facts.organisation.name },
  };
}

const minutesIn = (hours: readonly GivenHours[]): number => hours.reduce((sum, { minutes }) => sum + minutes, 0);

function hoursAt(school: string, { hours, language }: HoursStatement, { words, pick, shortDay }: Saying): SumTable {
  const { statement } = hoursIn(language);
  const here = hours.filter(({ schoolName }) => schoolName === school);
  return {
    kind: 'table',
    title: school,
    columns: [statement.day, statement.opportunity, statement.time],
    rows: here.map(({ on, title, minutes }) => ({ what: [{ text: shortDay(on) }, pick(title)], amount: statement.short(minutes) })),
    totals: [{ what: words.total, amount: statement.short(minutesIn(here)), strong: true }],
  };
}
