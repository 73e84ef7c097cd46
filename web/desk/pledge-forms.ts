/** Forms of the desk's pledge page: the body each posted form makes for the operation it is for. Reading never refuses and never repairs. */
import { cents } from '../forms/pledge-form.ts';

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

/** By operation. Those that are not here have nothing to say but their address. */
const BODIES: Readonly<Record<string, (posted: Posted) => unknown>> = {
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
