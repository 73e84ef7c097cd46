/** Bodies of the small forms of a campaign. Reading never refuses and never repairs. */
import { cents } from '../forms/money.ts';
import { postedForm, written } from '../forms/posted.ts';

const whole = (typed: string): number | string => (/^\d{1,9}$/.test(typed) ? Number(typed) : typed);

export const impactBody = (form: URLSearchParams): unknown => {
  const { texts, line } = postedForm(form);
  const lines = Object.entries(written(texts('impact'))).map(([language, text]) => [language, text.replaceAll('\r\n', '\n')]);
  return { impact: Object.fromEntries(lines), version: whole(line('version')) };
};

/** Without the tick there is nothing that could be sent. */
export const tellImpactBody = (form: URLSearchParams): unknown => ({
  version: form.get('sure') === 'yes' ? whole(postedForm(form).line('version')) : '',
});

export const giftBody = (form: URLSearchParams): unknown => {
  const { line } = postedForm(form);
  const [name, email] = [line('giver-name'), line('giver-email')];
  return {
    ...((name !== '' || email !== '') && { giver: { name, ...(email !== '' && { email }) } }),
    amountCents: cents(line('amount')),
    method: line('method'),
    receivedOn: line('receivedOn'),
    language: line('language'),
  };
};

export const refundBody = (form: URLSearchParams): unknown => {
  const { line } = postedForm(form);
  return { refundedCents: cents(line('refunded')), reason: line('reason') };
};

/** The field of the form of a gift that a problem of its body belongs to. */
export function giftFieldOf(pointer: string): string {
  const [, top = '', inner = ''] = pointer.split('/');
  if (top === 'giver') return `giver-${inner === 'email' ? 'email' : 'name'}`;
  return { amountCents: 'amount', refundedCents: 'refunded' }[top] ?? top;
}
