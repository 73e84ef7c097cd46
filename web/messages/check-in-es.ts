/** Spanish: check-in as the person sees it. */
import { pluralIn } from '../words/plural.ts';
import type { checkInEn } from './check-in-en.ts';

const plural = pluralIn('es-US');
const hours = (n: number) => plural(n, { one: '{n} hora', other: '{n} horas' });
const minutes = (n: number) => plural(n, { one: '{n} minuto', other: '{n} minutos' });

export const checkInEs: typeof checkInEn = {
  attended: 'Usted estuvo allí',
  missed: 'Esta vez no estuvo',
  spent: (total) => {
    const whole = Math.floor(total / 60);
    const rest = total % 60;
    return [...(whole > 0 ? [hours(whole)] : []), ...(rest > 0 || whole === 0 ? [minutes(rest)] : [])].join(' ');
  },
};
