/** What the demo district did before its first day: help that came back week after week, and events of last spring and this autumn. */
import { Temporal } from 'temporal-polyfill';
import { DAY } from '#domain/time.ts';
import { type Calendar, type Definition, id, published, type SlotDefinition, shift, words } from './making.ts';
import { cedarGrove, high, lincoln, middle } from './schools.ts';

/** An opportunity that is over, and how many of the invented people came to each of its slots. */
export interface PastDefinition {
  readonly definition: Definition;
  readonly came: readonly number[];
}

const [TUESDAY, THURSDAY, FRIDAY, SATURDAY] = [2, 4, 5, 6] as const;

/** In June and July there is no school. */
const isSchoolDay = (startsAt: string): boolean => {
  const { month } = Temporal.PlainDate.from(startsAt.slice(0, 'yyyy-mm-dd'.length));
  return month !== 6 && month !== 7;
};

/** Days back to the last `weekday` that is `weeks` weeks ago or a little longer. */
const weeksAgo = (calendar: Calendar, weekday: number, weeks: number): number => calendar.daysTo(weekday, 0) - 7 * (weeks + 1);

export function past(calendar: Calendar): readonly PastDefinition[] {
  const series = (
    name: string,
    label: { en: string; es: string },
    [weekday, from, to]: readonly [number, string, string],
    weeks: readonly number[],
    capacity: number,
  ): readonly SlotDefinition[] =>
    weeks
      .map((week) => shift(calendar, `${name} ${week}`, label, [weeksAgo(calendar, weekday, week), from, to], capacity))
      .filter(({ startsAt }) => startsAt !== undefined && isSchoolDay(startsAt));
  const once = (
    name: string,
    day: number,
    slots: readonly (readonly [label: { en: string; es: string }, from: string, to: string, capacity: number])[],
  ): readonly SlotDefinition[] => slots.map(([label, from, to, capacity]) => shift(calendar, name, label, [day, from, to], capacity));
  const over = (name: string, came: (slot: number) => number, rest: Omit<Definition, keyof typeof published | 'opportunityId'>) => ({
    definition: { ...published, opportunityId: id<Definition['opportunityId']>('opp', name), ...rest },
    came: rest.slots.map((_slot, index) => came(index)),
  });
  return [
    over('past reading', (slot) => 1 + ((slot * 5) % 3), {
      schoolId: cedarGrove.schoolId,
      kind: 'classroom',
      title: words('Reading helpers, every other Tuesday', 'Ayudantes de lectura, un martes sí y otro no'),
      summary: words('Listened to children read, one by one.', 'Escucharon leer a los niños, uno por uno.'),
      place: { name: 'Cedar Grove Elementary, room 12' },
      contact: cedarGrove.contact,
      slots: [
        ...series(
          'past reading',
          words('Tuesday reading', 'Lectura del martes'),
          [TUESDAY, '08:30', '09:30'],
          Array.from({ length: 22 }, (_, n) => 2 * n),
          3,
        ),
      ],
    }),
    over('past lunch', (slot) => 2 + ((slot * 7) % 4), {
      schoolId: lincoln.schoolId,
      kind: 'classroom',
      title: words('Lunchroom, last Friday of the month', 'Comedor, el último viernes del mes'),
      summary: words('Opened milk, wiped tables, said hello.', 'Abrieron la leche, limpiaron mesas, saludaron.'),
      place: { name: 'Lincoln Elementary, cafeteria' },
      contact: lincoln.contact,
      slots: [
        ...series(
          'past lunch',
          words('Lunch', 'Almuerzo'),
          [FRIDAY, '11:00', '13:00'],
          Array.from({ length: 11 }, (_, n) => 1 + 4 * n),
          6,
        ),
      ],
    }),
    over('past concessions', (slot) => 4 + (slot % 3), {
      schoolId: high.schoolId,
      kind: 'event',
      title: words('Stadium stand, home games', 'Puesto del estadio, partidos en casa'),
      summary: words('Sold popcorn for new uniforms.', 'Vendieron palomitas para uniformes nuevos.'),
      place: { name: 'Riverbend High School, stadium' },
      contact: high.contact,
      slots: [...series('past concessions', words('Home game', 'Partido en casa'), [FRIDAY, '17:30', '21:00'], [3, 5, 7, 9, 11, 13], 8)],
    }),
    over('past science', (slot) => 5 - slot, {
      schoolId: middle.schoolId,
      kind: 'event',
      title: words('Family science night', 'Noche de ciencias en familia'),
      summary: words('Ran the tables with magnets and slime.', 'Atendieron las mesas de imanes y de slime.'),
      place: { name: 'Riverbend Middle School, gym' },
      contact: middle.contact,
      slots: [
        ...once('past science', weeksAgo(calendar, THURSDAY, 6), [
          [words('Experiments', 'Experimentos'), '17:30', '20:00', 6],
          [words('Welcome table', 'Mesa de bienvenida'), '17:00', '19:00', 4],
        ]),
      ],
    }),
    over('past festival', (slot) => 9 - 2 * slot, {
      schoolId: lincoln.schoolId,
      kind: 'event',
      title: words('Fall festival', 'Fiesta de otoño'),
      summary: words('Pumpkins, cider and a hay ride for 400 guests.', 'Calabazas, sidra y un paseo en carreta para 400 invitados.'),
      place: { name: 'Lincoln Elementary, playground' },
      contact: lincoln.contact,
      slots: [
        ...once('past festival', weeksAgo(calendar, SATURDAY, 4), [
          [words('Set-up', 'Montaje'), '08:00', '10:00', 10],
          [words('Pumpkins', 'Calabazas'), '10:00', '13:00', 8],
          [words('Cider stand', 'Puesto de sidra'), '10:00', '13:00', 6],
          [words('Clean-up', 'Limpieza'), '13:00', '14:30', 8],
        ]),
      ],
    }),
    over('past carnival', (slot) => 8 - slot, {
      schoolId: lincoln.schoolId,
      kind: 'event',
      title: words('Spring Carnival, last year', 'Feria de primavera, el año pasado'),
      summary: words('Eleven booths, and a line for the cake walk.', 'Once puestos, y fila para el baile del pastel.'),
      place: { name: 'Lincoln Elementary, gym and playground' },
      contact: lincoln.contact,
      slots: [
        ...once('past carnival', weeksAgo(calendar, SATURDAY, 32), [
          [words('Set-up', 'Montaje'), '08:00', '10:00', 10],
          [words('Game booths', 'Juegos'), '10:00', '13:00', 12],
          [words('Food stand', 'Puesto de comida'), '11:00', '14:00', 8],
          [words('Clean-up', 'Limpieza'), '14:00', '15:30', 10],
        ]),
      ],
    }),
  ];
}

/** When people signed up for something that is over: two days before its first slot. */
export const signedUpAt = ({ slots }: Pick<Definition, 'slots'>): number =>
  Math.min(...slots.flatMap(({ startsAt }) => (startsAt === undefined ? [] : Date.parse(startsAt)))) - 2 * DAY;

export const overAt = ({ slots }: Pick<Definition, 'slots'>): number =>
  Math.max(...slots.flatMap(({ endsAt }) => (endsAt === undefined ? [] : Date.parse(endsAt))));
