/**
 * Reminds sponsors of what is due: a week ahead, and three times when it is overdue. A sweep finds who is to be reminded and notes it with the pledge;
 * the mail follows from that note. A sweep that did not run is made up for by the next, with one reminder, not with all that were missed.
 */
import type { Reminder } from '#contracts/resources/pledge.ts';
import type { Day } from '#contracts/values.ts';
import { ok } from '../result.ts';
import { dayAt, daysLater, openPart } from './instalments.ts';
import { type MovePorts, movePledge } from './move-pledge.ts';
import { inState, paidCents, remind } from './pledge-states.ts';
import type { Pledge, RunningPledge } from './ports.ts';

/** In the order they come; `days` from when the money is expected. */
const PLAN = [
  { stage: 'before', nth: 1, days: -7 },
  { stage: 'after', nth: 1, days: 3 },
  { stage: 'after', nth: 2, days: 14 },
  { stage: 'after', nth: 3, days: 30 },
] as const satisfies readonly (Pick<Reminder, 'stage' | 'nth'> & { readonly days: number })[];

/** An invoice leaves this long, even when it goes out after the day the pledge named. */
const TO_PAY_DAYS = 14;

type Planned = Omit<Reminder, 'remindedOn'> & { readonly on: Day };

/** The reminders still to come about the part that is open, the next one first. */
function toCome(pledge: RunningPledge): readonly Planned[] {
  const part = openPart(pledge, paidCents(pledge));
  if (!part) return [];
  const { dueOn, askedOn } = part;
  const earliest = daysLater(askedOn, TO_PAY_DAYS);
  const expectedOn = dueOn < earliest ? earliest : dueOn;
  const made = pledge.reminders.filter((one) => one.dueOn === dueOn);
  const last = PLAN.findLastIndex(({ stage, nth }) => made.some((one) => one.stage === stage && one.nth === nth));
  return PLAN.slice(last + 1).map(({ stage, nth, days }) => ({ dueOn, stage, nth, on: daysLater(expectedOn, days) }));
}

/** While an invoice is out and money is missing: the day of the first part that is open, and the day to remind of it. */
export function waiting(
  pledge: Pledge,
): { readonly dueOn: Day; readonly dueCents: number; readonly remindOn: Day | undefined } | undefined {
  const running = inState(pledge, 'invoiced', 'part-paid', 'fulfilled');
  const part = running && openPart(running, paidCents(running));
  return running && part && { dueOn: part.dueOn, dueCents: part.amountCents, remindOn: toCome(running)[0]?.on };
}

/** Pledges of one sweep; the next one takes the others. */
const MOST = 200;

export interface Swept {
  readonly reminded: number;
  /** Could not be noted just now. */
  readonly left: number;
}

export const remindOfDue = (ports: MovePorts) => async (): Promise<Swept> => {
  const today = dayAt(ports.clock.now(), ports.zone);
  const found = await ports.ledger.toRemind(today, MOST);
  let left = 0;
  for (const ref of found) {
    const outcome = await movePledge(ports, { ...ref, by: 'schedule' }, (pledge) => {
      const running = inState(pledge, 'invoiced', 'part-paid', 'fulfilled');
      const next = running && toCome(running).findLast(({ on }) => on <= today);
      // paid or reminded since it was found
      if (!running || !next) return ok({ done: pledge });
      const { dueOn, stage, nth } = next;
      return ok({ after: remind(running, { dueOn, stage, nth, remindedOn: today }), what: 'reminded', ref: `${stage}-${nth}:${dueOn}` });
    });
    if (!outcome.ok) left += 1;
  }
  return { reminded: found.length - left, left };
};
