/** What recurs, on the pages and in the mails of parents, in Spanish. */
import { pluralIn } from '../words/plural.ts';
import type { seriesEn } from './series-en.ts';

const plural = pluralIn('es-US');
const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];
const ORDINALS: Readonly<Record<string, string>> = { 1: 'primer', 2: 'segundo', 3: 'tercer', 4: 'cuarto', '-1': 'último' };
const weekday = (n: number): string => WEEKDAYS[n] ?? '';
const weekdays = (n: number): string => (weekday(n).endsWith('s') ? weekday(n) : `${weekday(n)}s`);
const list = (words: readonly string[]): string => new Intl.ListFormat('es-US').format(words);

export const seriesEs: typeof seriesEn = {
  weekly: (days, every) =>
    every === 1 ? `Todos los ${list(days.map(weekdays))}` : `Cada ${every === 2 ? 'dos' : every} semanas, los ${list(days.map(weekdays))}`,
  monthly: (which, day, every) =>
    every === 1 ? `El ${ORDINALS[which]} ${weekday(day)} de cada mes` : `Cada ${every} meses, el ${ORDINALS[which]} ${weekday(day)}`,
  dates: (n) => plural(n, { one: '{n} fecha', other: '{n} fechas' }),
  until: (day) => `hasta el ${day}`,
  span: (first, last) => `del ${first} al ${last}`,
  notOn: (days) => `No hay: ${days}.`,
  moreDays: (n) => plural(n, { one: '{n} día más', other: '{n} días más' }),
  whole: 'Toda la serie',
  takes: (n) => plural(n, { one: 'Toma la fecha que tiene lugar.', other: 'Toma las {n} fechas que tienen lugar.' }),
  takesAll: (n) => plural(n, { one: 'Toma la única fecha.', other: 'Toma las {n} fechas.' }),
  fullOn: (n) =>
    plural(n, {
      one: '{n} fecha está llena: abajo puede entrar en su lista de espera.',
      other: '{n} fechas están llenas: abajo puede entrar en sus listas de espera.',
    }),
  orSome: 'O marque fechas sueltas:',
  placesEach: 'Lugares en cada fecha',
  moreDates: (n, last) => plural(n, { one: 'Una fecha más', other: `{n} fechas más, hasta el ${last}` }),
  allDates: (n) => plural(n, { one: 'Ver la fecha', other: 'Ver las {n} fechas' }),
  next: (when) => `La próxima: ${when}`,
  oneByOne: (n) => plural(n, { one: 'Ver la fecha', other: 'Ver cada una de las {n} fechas' }),
  cancelSome: 'Cancelar algunas fechas',
  cancelAsk: '¿Qué fechas quiere devolver? Otra persona podrá tomarlas.',
  cancelAll: (n) => plural(n, { one: 'La única fecha', other: 'Las {n} fechas' }),
  cancelYes: 'Sí, cancelar las fechas marcadas',
  cancelNone: 'Marque las fechas que quiere cancelar. No se canceló nada.',
  noticeCancelled: (title) => `Canceladas: las fechas que marcó de ${title}. Gracias por avisarnos. Un correo lo confirma.`,
  each: (places) => `${places} en cada una`,
};
