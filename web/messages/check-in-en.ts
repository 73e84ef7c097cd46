/** English: check-in as the person sees it. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');
const hours = (n: number) => plural(n, { one: '{n} hour', other: '{n} hours' });
const minutes = (n: number) => plural(n, { one: '{n} minute', other: '{n} minutes' });

export const checkInEn = {
  attended: 'You were there',
  missed: 'Not there this time',
  /** `1 hour 30 minutes` */
  spent: (total: number) => {
    const whole = Math.floor(total / 60);
    const rest = total % 60;
    return [...(whole > 0 ? [hours(whole)] : []), ...(rest > 0 || whole === 0 ? [minutes(rest)] : [])].join(' ');
  },
};
