/** Staff record money and goods that came for a pledge, what was given back, and ask for what is owed. */
import type { Payment, PaymentRequest } from '#contracts/resources/pledge.ts';
import type { Day } from '#contracts/values.ts';
import type { Ids } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import type { Conflict } from './changing.ts';
import { dayAt } from './instalments.ts';
import { type Move, type Moved, type MovePorts, movePledge, type NotFound, type NotNow, notNow } from './move-pledge.ts';
import { deliver, inState, invoice, invoicedCents, owedCents, paidCents, pay } from './pledge-states.ts';
import type { Pledge } from './ports.ts';

export interface RecordPorts extends MovePorts {
  readonly ids: Ids;
}

export interface RecordPayment extends Move {
  readonly request: PaymentRequest;
  /** The caller's own: the same key is the same payment. */
  readonly key: string;
}

export type PaymentRefusal = NotNow | { readonly code: 'payment.too-much' | 'request-key.reused' };

const LIVE = ['accepted', 'invoiced', 'part-paid', 'fulfilled', 'written-off'] as const;

/** Asks for all that is owed and was not asked for yet, with the next number of the year. Nothing left to ask for: nothing changes. */
export const invoicePledge =
  (ports: MovePorts) =>
  (command: Move): Promise<Result<Pledge, NotFound | NotNow | Conflict>> =>
    movePledge(ports, command, async (pledge) => {
      const live = inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled');
      if (!live) return notNow;
      const amountCents = owedCents(live) - invoicedCents(live);
      if (amountCents <= 0) return live.invoices.length > 0 ? ok({ done: pledge }) : notNow;
      const issuedOn = dayAt(ports.clock.now(), ports.zone);
      const year = Number(issuedOn.slice(0, 4));
      const sequence = (await ports.ledger.lastInvoice(year)) + 1;
      const number = `${year}-${String(sequence).padStart(4, '0')}`;
      return ok({
        after: invoice(live, { number, amountCents, issuedOn }),
        what: 'invoiced',
        ref: number,
        invoice: { year, sequence, pledgeId: pledge.pledgeId },
      });
    });

/** Never more than is owed: a second cheque by mistake is somebody's gift or goes back, and staff decide which. */
export const recordPayment = (ports: RecordPorts) => (command: RecordPayment) =>
  recorded(ports, command, 'payment', (pledge, { amountCents }) => paidCents(pledge) + amountCents <= owedCents(pledge));

/** Never more than came. */
export const refundPayment = (ports: RecordPorts) => (command: RecordPayment) =>
  recorded(ports, command, 'refund', (pledge, { amountCents }) => amountCents <= paidCents(pledge));

function recorded(
  ports: RecordPorts,
  command: RecordPayment,
  kind: Payment['kind'],
  fits: (pledge: Parameters<typeof pay>[0], payment: Payment) => boolean,
): Promise<Result<Pledge, PaymentRefusal | NotFound | Conflict>> {
  const paymentId = ports.ids.paymentId(ports.ids.submissionId(kind, command.key, command.pledgeId));
  const payment = { paymentId, kind, ...command.request, recordedAt: iso(ports.clock.now()) };
  return movePledge(ports, command, (pledge): Result<Moved, PaymentRefusal> => {
    const live = inState(pledge, ...LIVE);
    if (!live) return notNow;
    const there = live.payments.find((one) => one.paymentId === paymentId);
    if (there) return sameMoney(there, payment) ? ok({ done: pledge }) : refused({ code: 'request-key.reused' });
    if (!fits(live, payment)) return refused({ code: 'payment.too-much' });
    return ok({ after: pay(live, payment), what: kind === 'payment' ? 'paid' : 'refunded', ref: paymentId });
  });
}

const sameMoney = (a: Payment, b: Payment): boolean =>
  a.kind === b.kind && a.amountCents === b.amountCents && a.method === b.method && a.receivedOn === b.receivedOn;

/** Goods that were pledged came. */
export const receiveGoods =
  (ports: MovePorts) =>
  (command: Move & { readonly deliveredOn: Day }): Promise<Result<Pledge, NotFound | NotNow | Conflict>> =>
    movePledge(ports, command, (pledge) => {
      const live = inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled');
      if (live?.commitment.kind !== 'goods') return notNow;
      if (live.deliveredOn !== undefined) return ok({ done: pledge });
      return ok({ after: deliver(live, command.deliveredOn), what: 'delivered' });
    });
