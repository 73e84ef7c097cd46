/** What is kept of a person in the volunteering table, and how it goes. */
import * as z from 'zod/mini';
import { OpportunityId, type PersonId } from '#contracts/values.ts';
import { iso, SECOND } from '#domain/time.ts';
import type { SlotChange } from '#domain/volunteering/ports.ts';
import type { SlotRef, VolunteerTraces } from '#domain/volunteering/traces.ts';
import { ALLOWANCE, allowanceOf } from './allowances.ts';
import { calendarKey, calendarOf, isCalendar } from './calendar-addresses.ts';
import { feedbackKey, feedbackOf, isFeedback } from './feedback.ts';
import { countedKey, heldKey } from './figures.ts';
import { isLinkRequest, linkRequestKey, linkRequestOf } from './link-requests.ts';
import { claimRow, figuresOf, ledgerOf, NO_END, seenName, seenRow, slotKey } from './opportunity-items.ts';
import type { Remove } from './removals.ts';
import { isSignUp, signUpKey, signUpOf } from './sign-ups.ts';
import type { Item, Table } from './table.ts';
import { waitlists } from './waitlists.ts';

const personKey = (personId: PersonId): string => `PERSON#${personId}`;
const allowanceKey = (personId: PersonId, opportunityId: OpportunityId) => ({
  pk: personKey(personId),
  sk: `${ALLOWANCE}${opportunityId}`,
});

const LinkRow = z.object({ pk: z.string(), expiresAt: z.int() });

/** A slot that starts on the first of a month somewhere may end on the last of the one before in UTC. */
const dayBefore = (month: string): string => iso(Date.parse(`${month}-01T00:00:00Z`) - 24 * 3_600 * SECOND);

export function volunteerTraces(table: Table, remove: Remove): VolunteerTraces {
  const listed = async (schoolId: string, from: string): Promise<readonly Item[]> =>
    table.query(
      { condition: 'schoolId = :school AND listedUntil >= :from', values: { ':school': schoolId, ':from': from } },
      { index: 'slotsBySchool' },
    );
  const refOf = (item: Item): SlotRef => {
    const { opportunityId, slotId } = figuresOf(item);
    return { opportunityId, slotId };
  };
  return {
    async of(personId) {
      const [items, linked] = await Promise.all([
        table.query({ condition: 'pk = :pk', values: { ':pk': personKey(personId) } }, { consistent: true }),
        table.query({ condition: 'personId = :person', values: { ':person': personId } }, { index: 'linksByPerson' }),
      ]);
      const signUps = items.filter(isSignUp);
      const requests = items.filter(isLinkRequest);
      const calendar = items.find(isCalendar);
      const feedback = items.filter(isFeedback);
      return {
        signUps: signUps.map(signUpOf),
        linkRequests: requests.map(linkRequestOf),
        feedback: feedback.map(feedbackOf),
        // whatever else there is beside a person is one of these, or does not parse
        allowances: items
          .filter((item) => ![...signUps, ...requests, ...feedback, calendar].includes(item))
          .map((item) => ({
            opportunityId: OpportunityId.parse(String(item.sk).slice(ALLOWANCE.length)),
            places: allowanceOf(item).places,
          })),
        links: linked.map((item) => {
          const { pk, expiresAt } = LinkRow.parse(item);
          return { linkId: pk, expiresAt: iso(expiresAt * SECOND) };
        }),
        ...(calendar && { calendar: calendarOf(calendar) }),
      };
    },
    async slotCounted(slotId, { schoolId, month }) {
      return (await listed(schoolId, dayBefore(month))).map(refOf).find((one) => one.slotId === slotId);
    },
    slotsWithoutEnd: async (schoolId) => (await listed(schoolId, NO_END)).map(refOf),
    async giveUp({ opportunityId, slotId, personId, claim, mark, as, at }) {
      const change: SlotChange = { kind: 'forgotten', at };
      const write = await table.update(
        slotKey(opportunityId, slotId),
        as === undefined
          ? 'SET placesLeft = placesLeft + :places, #version = #version + :one, #change = :change REMOVE #claims.#person, #seen ADD cancelled :one'
          : `SET #claims.#alias = :held, ${mark ? '#aliasSeen = :seen, ' : ''}#version = #version + :one, #change = :change REMOVE #claims.#person, #seen`,
        {
          condition: `#claims.#person = :held AND ${mark ? '#seen = :seen' : 'attribute_not_exists(#seen)'}`,
          names: {
            '#claims': 'claims',
            '#person': personId,
            '#seen': seenName(personId),
            '#version': 'version',
            '#change': 'change',
            ...(as !== undefined && { '#alias': as, ...(mark && { '#aliasSeen': seenName(as) }) }),
          },
          values: {
            ':held': claimRow(claim),
            ':one': 1,
            ':change': change,
            ...(mark && { ':seen': seenRow(mark) }),
            ...(as === undefined && { ':places': claim.places }),
          },
        },
      );
      // refused by its own first, whose answer was lost
      return write.done || (write.old && ledgerOf(write.old).claims[personId] === undefined) ? 'done' : 'changed';
    },
    async leaveLine(ledger, personId, at) {
      const outcome = await waitlists(table).step(ledger, { kind: 'forgotten', personId }, { at });
      const isOut = outcome.kind === 'refused' && outcome.ledger.queue?.[personId] === undefined;
      return outcome.kind === 'refused' && !isOut ? 'changed' : 'done';
    },
    async forgetChange({ opportunityId, slotId, version, at }) {
      const change: SlotChange = { kind: 'forgotten', at };
      await table.update(slotKey(opportunityId, slotId), 'SET #version = #version + :one, #change = :change', {
        condition: '#version = :version',
        names: { '#version': 'version', '#change': 'change' },
        values: { ':one': 1, ':change': change, ':version': version },
      });
    },
    removeSignUp: ({ personId, slotId, signUpId }) =>
      remove(signUpKey(personId, slotId), { condition: 'signUpId = :signUp', values: { ':signUp': signUpId } }),
    removeAllowance: (personId, opportunityId) => remove(allowanceKey(personId, opportunityId)),
    removeLinkRequest: (personId, requestId) => remove(linkRequestKey(personId, requestId)),
    removeFeedback: (personId, opportunityId) => remove(feedbackKey(personId, opportunityId)),
    removeCalendar: (personId) => remove(calendarKey(personId)),
    removeLink: (linkId) => remove({ pk: linkId, sk: 'LINK' }),
    removeCounted: (generation, schoolId, slotId) => remove(countedKey(generation, schoolId, slotId)),
    removeHeld: (generation, personId, revision) =>
      remove(
        heldKey(generation, personId),
        revision === undefined ? undefined : { condition: 'revision = :revision', values: { ':revision': revision } },
      ),
  };
}
