/** Forms of the desk's pledge page: the body each posted form makes for the operation it is for. Reading never refuses and never repairs. */
import { cents } from '../forms/money.ts';

type Posted = URLSearchParams;

const typed = (posted: Posted, name: string): string => (posted.get(name) ?? '').trim();
const optional = (posted: Posted, name: string): Record<string, string> => {
  const value = typed(posted, name);
  return value === '' ? {} : { [name]: value };
};
const money = (posted: Posted) => ({
  amountCents: cents(typed(posted, 'amount')),
  method: typed(posted, 'method'),
  receivedOn: typed(posted, 'receivedOn'),
});

/** Of the kind it was; a plan that is none stays as posted. */
function commitment(posted: Posted): unknown {
  const amount = cents(typed(posted, 'revise-amount'));
  if (typed(posted, 'revise-kind') === 'goods') return { kind: 'goods', description: typed(posted, 'revise-goods'), valueCents: amount };
  const [levelId, count] = [typed(posted, 'revise-level'), typed(posted, 'revise-instalments')];
  return {
    kind: 'money',
    ...(levelId !== '' && { levelId }),
    amountCents: amount,
    instalments: /^\d{1,2}$/.test(count) ? Number(count) : count,
  };
}

/** By operation. Those that are not here have nothing to say but their address. */
const BODIES: Readonly<Record<string, (posted: Posted) => unknown>> = {
  revisePledge: (posted) => ({ commitment: commitment(posted), reason: typed(posted, 'revise-reason') }),
  declinePledge: (posted) => optional(posted, 'reason'),
  writeOffPledge: (posted) => ({ reason: typed(posted, 'reason') }),
  recordPayment: money,
  refundPayment: money,
  receiveGoods: (posted) => ({ deliveredOn: typed(posted, 'deliveredOn') }),
  tickBenefit: (posted) => ({ benefit: typed(posted, 'benefit'), ...optional(posted, 'givenOn') }),
  decideLogo: (posted) => ({ logoId: typed(posted, 'logoId'), decision: typed(posted, 'decision'), ...optional(posted, 'reason') }),
};

export const deskBody = (operationId: string, posted: Posted): unknown => BODIES[operationId]?.(posted) ?? {};

/** The field of the form that a problem of its body belongs to. */
export function deskFieldOf(pointer: string): string {
  const name = pointer.slice(1);
  return name === 'amountCents' ? 'amount' : name;
}
