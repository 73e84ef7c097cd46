/** The waitlist in the form, in Spanish. */
import { pluralIn } from '../words/plural.ts';
import type { waitlistEn } from './waitlist-en.ts';

const plural = pluralIn('es-US');

export const waitlistEs: typeof waitlistEn = {
  join: 'Entrar en la lista de espera',
  joinFor: (slot) => `Entrar en la lista de espera: ${slot}`,
  hint: 'Si se libera un lugar, se le da en el orden de la lista y le avisamos por correo.',
  waiting: (n) => plural(n, { one: '{n} en espera', other: '{n} en espera' }),
  full: 'Todos los lugares están ocupados. Puede entrar en una lista de espera.',
  fullHint: 'Se liberan lugares cuando cambian los planes. Los recibe primero quien está primero en la lista.',
};
