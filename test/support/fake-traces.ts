/** What is kept of a person in volunteering, over the fakes that keep it. */

import { isDeepStrictEqual } from 'node:util';
import type { OpportunityId, PersonId } from '#contracts/values.ts';
import type { GivenFeedback } from '#domain/volunteering/feedback.ts';
import type { Allowance, LinkRequest, SignUp, SlotChange, SlotLedger } from '#domain/volunteering/ports.ts';
import type { VolunteerTraces } from '#domain/volunteering/traces.ts';
import { stepped } from '#domain/volunteering/waitlist-steps.ts';
import type { KeptCalendar } from './fake-calendars.ts';
import type { FiguresKept } from './fake-figures.ts';
import { withoutMark, written } from './fake-slots.ts';

/** All by the person and what it is about, but for links, which are by their token. */
export interface Kept extends FiguresKept {
  readonly signUps: Map<string, SignUp>;
  readonly allowances: Map<string, Allowance>;
  readonly links: Map<string, { readonly personId: PersonId; readonly expiresAt: string }>;
  readonly linkRequests: Map<string, LinkRequest>;
  readonly feedback: Map<string, GivenFeedback>;
  /** By the person. */
  readonly calendars: Map<string, KeptCalendar>;
}

export function fakeTraces(kept: Kept, ledgers: Map<string, SlotLedger>, stream: SlotLedger[]): VolunteerTraces {
  const write = (ledger: SlotLedger, at: string, effect: Partial<SlotLedger>): void => {
    const change: SlotChange = { kind: 'forgotten', at };
    const image = written({ ...ledger, ...effect, version: ledger.version + 1, change });
    ledgers.set(ledger.slotId, image);
    stream.push(image);
  };
  const refOf = ({ opportunityId, slotId }: SlotLedger) => ({ opportunityId, slotId });
  return {
    async of(personId) {
      return structuredClone({
        signUps: [...kept.signUps.values()].filter((one) => one.personId === personId),
        allowances: [...kept.allowances]
          .filter(([key]) => key.startsWith(`${personId}/`))
          .map(([key, { places }]) => ({ opportunityId: key.slice(personId.length + 1) as OpportunityId, places })),
        linkRequests: [...kept.linkRequests.values()].filter((one) => one.personId === personId),
        feedback: [...kept.feedback.values()].filter((one) => one.personId === personId),
        ...calendarIn(kept, personId),
        links: [...kept.links].filter(([, link]) => link.personId === personId).map(([linkId, { expiresAt }]) => ({ linkId, expiresAt })),
      });
    },
    async slotCounted(slotId, { schoolId }) {
      const ledger = ledgers.get(slotId);
      return ledger?.schoolId === schoolId ? refOf(ledger) : undefined;
    },
    slotsWithoutEnd: async (schoolId) =>
      [...ledgers.values()].filter((one) => one.schoolId === schoolId && one.endsAt === undefined).map(refOf),
    async giveUp({ slotId, personId, claim, mark, as, at }) {
      const ledger = ledgers.get(slotId);
      const held = ledger?.claims[personId];
      if (!ledger || !held) return 'done';
      if (held.signUpId !== claim.signUpId || held.places !== claim.places) return 'changed';
      if (!isDeepStrictEqual(ledger.attendance?.[personId], mark)) return 'changed';
      const attendance = withoutMark(ledger.attendance, personId, as !== undefined && mark ? { [as]: mark } : {});
      const { [personId]: _gone, ...claims } = ledger.claims;
      if (as !== undefined) write(ledger, at, { claims: { ...claims, [as]: held }, ...attendance });
      else write(ledger, at, { claims, ...attendance, taken: ledger.taken - held.places, cancelled: (ledger.cancelled ?? 0) + 1 });
      return 'done';
    },
    async leaveLine(read, personId, at) {
      const ledger = ledgers.get(read.slotId);
      if (!ledger?.queue?.[personId]) return 'done';
      const after = ledger.version === read.version ? stepped(ledger, { kind: 'forgotten', personId }, { at }) : undefined;
      if (!after) return 'changed';
      ledgers.set(after.slotId, structuredClone(after));
      stream.push(structuredClone(after));
      return 'done';
    },
    async forgetChange({ slotId, version, at }) {
      const ledger = ledgers.get(slotId);
      if (ledger?.version === version) write(ledger, at, {});
    },
    async removeSignUp({ personId, slotId, signUpId }) {
      const key = `${personId}/${slotId}`;
      if (kept.signUps.get(key)?.signUpId === signUpId) kept.signUps.delete(key);
    },
    async removeAllowance(personId, opportunityId) {
      kept.allowances.delete(`${personId}/${opportunityId}`);
    },
    async removeLinkRequest(personId, requestId) {
      kept.linkRequests.delete(`${personId}/${requestId}`);
    },
    async removeLink(linkId) {
      kept.links.delete(linkId);
    },
    async removeFeedback(personId, opportunityId) {
      kept.feedback.delete(`${personId}/${opportunityId}`);
    },
    async removeCalendar(personId) {
      kept.calendars.delete(personId);
    },
    async removeCounted(generation, _schoolId, slotId) {
      kept.counted.delete(`${generation} ${slotId}`);
    },
    async removeHeld(generation, personId, revision) {
      const key = `${generation} ${personId}`;
      if (revision === undefined || kept.held.get(key)?.revision === revision) kept.held.delete(key);
    },
  };
}

function calendarIn({ calendars }: Kept, personId: PersonId) {
  const kept = calendars.get(personId);
  return kept ? { calendar: { madeAt: kept.madeAt, expiresAt: kept.expiresAt } } : {};
}
