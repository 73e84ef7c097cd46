/** The holidays of the demo's school year: US federal ones (5 U.S.C. 6103), and breaks as districts commonly have them. */
import { Temporal } from 'temporal-polyfill';
import type { Holiday } from '#contracts/resources/holidays.ts';
import { Day } from '#contracts/values.ts';
import { words, ZONE } from './making.ts';

const MONDAY = 1;
const THURSDAY = 4;

/** Of the school year that the day is in, or, in summer, the one that begins then. In the order of their days. */
export function holidaysFrom(now: number): readonly Holiday[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate();
  const fall = today.month >= 7 ? today.year : today.year - 1;
  const spring = fall + 1;
  const thanksgiving = nth(4, THURSDAY, fall, 11);
  const springBreak = nth(4, MONDAY, spring, 3);
  return [
    one(words('Labor Day', 'Día del Trabajo'), nth(1, MONDAY, fall, 9)),
    one(words('Thanksgiving', 'Acción de Gracias'), thanksgiving, thanksgiving.add({ days: 1 })),
    one(words('Winter break', 'Vacaciones de invierno'), date(fall, 12, 21), date(spring, 1, 1)),
    one(words('Martin Luther King Jr. Day', 'Día de Martin Luther King Jr.'), nth(3, MONDAY, spring, 1)),
    one(words('Presidents’ Day', 'Día de los Presidentes'), nth(3, MONDAY, spring, 2)),
    one(words('Spring break', 'Vacaciones de primavera'), springBreak, springBreak.add({ days: 4 })),
    one(words('Memorial Day', 'Día de los Caídos'), date(spring, 5, 31).subtract({ days: date(spring, 5, 31).dayOfWeek - MONDAY })),
    one(words('Summer break', 'Vacaciones de verano'), date(spring, 6, 12), date(spring, 8, 14)),
  ];
}

const date = (year: number, month: number, day: number): Temporal.PlainDate => Temporal.PlainDate.from({ year, month, day });

function nth(which: number, weekday: number, year: number, month: number): Temporal.PlainDate {
  const first = date(year, month, 1);
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (which - 1) * 7 });
}

const one = (name: Holiday['name'], from: Temporal.PlainDate, to?: Temporal.PlainDate): Holiday => ({
  name,
  from: Day.parse(from.toString()),
  ...(to && { to: Day.parse(to.toString()) }),
});
