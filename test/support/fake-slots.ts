/** The slot ledger in memory. Each call is atomic, as one conditional write is: condition and effect with nothing between. */

import { same } from '#contracts/same.ts';
import type { PersonId } from '#contracts/values.ts';
import { outweighs } from '#domain/volunteering/attendance.ts';
import type { Attendance, Claim, ClaimCommand, LedgerOutcome, Marks, SlotChange, SlotLedger, Slots } from '#domain/volunteering/ports.ts';
import { MOST_WAITING } from '#domain/volunteering/waitlist.ts';
import { joined, stepped } from '#domain/volunteering/waitlist-steps.ts';

/** Guards a sabotage case may take away, to show that the tests notice. */
export interface SlotSabotage {
  readonly capacity?: boolean;
  readonly onePerPerson?: boolean;
  readonly replay?: boolean;
  /** Places, where staff ask. */
  readonly staffCapacity?: boolean;
  /** That a mark at the door needs the claim it is about. */
  readonly markedClaim?: boolean;
  /** That the greater of two marks stands, whichever comes last. */
  readonly markOrder?: boolean;
  /** That a mark goes with its claim. */
  readonly markGoes?: boolean;
  /** That nobody takes what those who wait have a use for. */
  readonly line?: boolean;
  /** That only who would be refused may wait. */
  readonly joinOnlyFull?: boolean;
  /** That a step is written on the ledger it was decided on. */
  readonly stepVersion?: boolean;
}

export interface FakeSlots {
  readonly slots: Slots;
  readonly marks: Marks;
  readonly ledgers: Map<string, SlotLedger>;
  /** Every image written, in order: the table's stream. */
  readonly stream: SlotLedger[];
}

type Terms = Parameters<Slots['revise']>[2];

export function fakeSlots(sabotage: SlotSabotage = {}): FakeSlots {
  const ledgers = new Map<string, SlotLedger>();
  const stream: SlotLedger[] = [];

  const write = (ledger: SlotLedger, change: SlotChange, effect: Partial<SlotLedger>): LedgerOutcome => {
    put({ ...ledger, ...effect, version: ledger.version + 1, change });
    return { kind: 'done' };
  };
  const put = (ledger: SlotLedger): void => {
    const image = written(ledger);
    ledgers.set(ledger.slotId, image);
    stream.push(image);
  };

  const slots: Slots = {
    async open(ledger) {
      if (ledgers.has(ledger.slotId)) return 'exists';
      put(ledger);
      return 'opened';
    },
    async revise(_opportunityId, slotId, terms, at) {
      const ledger = ledgers.get(slotId);
      if (!ledger) return { kind: 'missing' };
      const startsAnew = terms.startsAt !== ledger.startsAt;
      return write(withTerms(ledger, terms), { kind: 'revised', at }, startsAnew ? { startSetAt: at } : {});
    },
    async claim(command) {
      const ledger = ledgers.get(command.slotId);
      if (!ledger) return { kind: 'missing' };
      const held = ledger.claims[command.personId];
      if (held?.signUpId === command.signUpId && !sabotage.replay) return { kind: 'replayed', ledger };
      if ((held || ledger.queue?.[command.personId]) && !sabotage.onePerPerson) return { kind: 'refused', ledger };
      if (!gives(ledger, command.places, command, sabotage)) return { kind: 'refused', ledger };
      return write(ledger, claimed(command), {
        taken: ledger.taken + command.places,
        claims: { ...ledger.claims, [command.personId]: { signUpId: command.signUpId, places: command.places } },
      });
    },
    async resize(command) {
      const ledger = ledgers.get(command.slotId);
      if (!ledger) return { kind: 'missing' };
      const held = ledger.claims[command.personId];
      if (held?.signUpId !== command.signUpId) return { kind: 'refused', ledger };
      if (held.places === command.places) return { kind: 'replayed', ledger };
      if (held.places !== command.placesBefore) return { kind: 'refused', ledger };
      const more = command.places - command.placesBefore;
      if (more > 0 && !gives(ledger, more, command, sabotage)) return { kind: 'refused', ledger };
      const { personId, signUpId, submissionId, places, placesBefore, at, by } = command;
      return write(
        ledger,
        { kind: 'resized', personId, signUpId, submissionId, places, placesBefore, at, ...(by !== undefined && { by }) },
        { taken: ledger.taken + more, claims: { ...ledger.claims, [personId]: { signUpId, places } } },
      );
    },
    async release(command) {
      const ledger = ledgers.get(command.slotId);
      if (!ledger) return { kind: 'missing' };
      const held = ledger.claims[command.personId];
      if (held?.signUpId !== command.signUpId) return { kind: 'replayed', ledger };
      if (held.places !== command.places) return { kind: 'refused', ledger };
      const { personId, signUpId, submissionId, places, at, movedTo, together, by } = command;
      const more = { ...(movedTo && { movedTo }), ...(together && { together }), ...(by !== undefined && { by }) };
      return write(
        ledger,
        { kind: 'released', personId, signUpId, submissionId, places, at, ...more },
        {
          taken: ledger.taken - held.places,
          claims: without(ledger.claims, personId),
          ...(!sabotage.markGoes && withoutMark(ledger.attendance, personId)),
          ...(!movedTo && { cancelled: (ledger.cancelled ?? 0) + 1 }),
        },
      );
    },
    async join(command) {
      const { personId, signUpId, places, at, by } = command;
      const ledger = ledgers.get(command.slotId);
      if (!ledger) return { kind: 'missing' };
      const { queue = {}, claims } = ledger;
      const there = queue[personId] ?? claims[personId];
      if (there?.signUpId === signUpId) return { kind: 'replayed', ledger };
      const room = hasRoom(ledger, places) && !sabotage.joinOnlyFull;
      const isClosed = by === undefined && !isOpen(ledger, at);
      if (there || room || isClosed || ledger.waiting >= MOST_WAITING) return { kind: 'refused', ledger };
      put(joined(ledger, command));
      return { kind: 'done' };
    },
    async step(read, step, by) {
      const after = stepped(read, step, by);
      if (!after) return { kind: 'refused', ledger: read };
      const ledger = ledgers.get(read.slotId);
      if (!ledger) return { kind: 'missing' };
      if (ledger.version !== read.version && !sabotage.stepVersion) {
        return { kind: ledger.version === after.version && same(ledger.change, after.change) ? 'replayed' : 'refused', ledger };
      }
      put(after);
      return { kind: 'done' };
    },
    async find(_opportunityId, slotId) {
      return ledgers.get(slotId);
    },
    async withWaiting() {
      return [...ledgers.values()].filter(({ queue }) => queue !== undefined);
    },
  };
  const marks: Marks = {
    async mark({ slotId, personId, signUpId, places, attendance, at, by }) {
      const ledger = ledgers.get(slotId);
      if (!ledger) return { kind: 'missing' };
      const held = ledger.claims[personId];
      if ((held?.signUpId !== signUpId || held.places !== places) && !sabotage.markedClaim) return { kind: 'refused', ledger };
      if (!outweighs(attendance, ledger.attendance?.[personId]) && !sabotage.markOrder) return { kind: 'replayed', ledger };
      return write(
        ledger,
        { kind: 'marked', personId, signUpId, places, attendance, at, by },
        { attendance: { ...ledger.attendance, [personId]: attendance } },
      );
    },
  };
  return { slots, marks, ledgers, stream };
}

/** As it is kept: without a mark of anybody there is no attendance. */
export function written({ attendance, ...ledger }: SlotLedger): SlotLedger {
  return structuredClone({ ...ledger, ...(attendance && Object.keys(attendance).length > 0 && { attendance }) });
}

export function withoutMark(
  attendance: SlotLedger['attendance'],
  personId: PersonId,
  more: Readonly<Record<PersonId, Attendance>> = {},
): Pick<SlotLedger, 'attendance'> {
  const { [personId]: _gone, ...rest } = attendance ?? {};
  return { attendance: { ...rest, ...more } };
}

/** The condition on places and, but for staff, on time of the one write that gives. Instants are compared as text, as the table does. */
function gives(ledger: SlotLedger, places: number, { at, by }: Pick<ClaimCommand, 'at' | 'by'>, sabotage: SlotSabotage): boolean {
  const open = by !== undefined || isOpen(ledger, at);
  const unlimited = by === undefined ? sabotage.capacity : sabotage.staffCapacity;
  if (!open || (!sabotage.line && isForThoseWhoWait(ledger))) return false;
  return unlimited === true || ledger.taken + ledger.held + places <= ledger.capacity;
}

const isForThoseWhoWait = (ledger: SlotLedger): boolean => {
  const { leastWaiting: least } = ledger;
  return least !== undefined && ledger.capacity - ledger.taken - ledger.held >= least;
};
const hasRoom = (ledger: SlotLedger, places: number): boolean =>
  !isForThoseWhoWait(ledger) && ledger.taken + ledger.held + places <= ledger.capacity;

const isOpen = (ledger: SlotLedger, at: string): boolean =>
  ledger.state === 'open' &&
  (ledger.opensAt === undefined || ledger.opensAt <= at) &&
  (ledger.closesAt === undefined || at < ledger.closesAt) &&
  (ledger.startsAt === undefined || at < ledger.startsAt);

const claimed = ({ personId, signUpId, submissionId, places, at, movedFrom, by }: ClaimCommand): SlotChange => ({
  kind: 'claimed',
  personId,
  signUpId,
  submissionId,
  places,
  at,
  ...(movedFrom && { movedFrom }),
  ...(by !== undefined && { by }),
});

/** Times that the new terms don't name are gone. */
function withTerms(ledger: SlotLedger, terms: Terms): SlotLedger {
  const { opensAt: _opens, closesAt: _closes, startsAt: _starts, endsAt: _ends, ...rest } = ledger;
  return { ...rest, ...terms };
}

function without(claims: SlotLedger['claims'], personId: PersonId): Readonly<Record<PersonId, Claim>> {
  const { [personId]: _gone, ...rest } = claims;
  return rest;
}
