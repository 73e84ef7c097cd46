/** Spanish: reminders of what is to come, and what people choose about their mails. */
import { pluralIn } from '../words/plural.ts';
import type { remindersEn } from './reminders-en.ts';

const plural = pluralIn('es-US');
const inDays = (n: number): string => plural(n, { zero: 'hoy', one: 'mañana', other: 'dentro de {n} días' });
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const remindersEs: typeof remindersEn = {
  letter: {
    subject: (days, day, what, n) =>
      `${capital(inDays(days))}, ${day}: ${what ?? plural(n, { one: 'su inscripción', other: 'sus {n} inscripciones' })}`,
    lead: (days, n) =>
      plural(n, {
        one: `Usted se inscribió para algo ${inDays(days)}. Aquí está lo que necesita saber. ¡Gracias por ayudar!`,
        other: `Usted se inscribió para {n} cosas ${inDays(days)}. Aquí está lo que necesita saber. ¡Gracias por ayudar!`,
      }),
    part: (title, school) => `${title} · ${school}`,
    cannotCome: '¿No puede venir? Devuelva su lugar para que otra persona pueda ayudar:',
    manage: 'No puedo venir, o algo cambia',
    ask: 'A quién preguntar',
  },
};
