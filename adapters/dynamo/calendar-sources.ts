/** What stands in calendars: of a school, two queries and one more read for what was put away; of a person, one query and one read for all they take part in. */

import { OpportunityId } from '#contracts/values.ts';
import type { Clock } from '#domain/ports.ts';
import type { CalendarSources, OwnCalendarSource } from '#domain/volunteering/calendar-ports.ts';
import { isLedger, ledgerOf, opportunityKey, savedOpportunityOf, slotKey } from './opportunity-items.ts';
import { remembered } from './remembered.ts';
import { signUps } from './sign-ups.ts';
import type { Item, Key, Table } from './table.ts';

/** How old a school's calendar may be. */
const REMEMBER_MS = 2_000;

export function calendarSources(table: Table, clock: Clock): CalendarSources {
  const mine = signUps(table);
  const ofSchool = remembered(clock, REMEMBER_MS, async (key: string) => {
    const [school = '', from = ''] = key.split(' ');
    const [listed, slots] = await Promise.all([
      table.query({ condition: 'listedSchool = :school', values: { ':school': school } }, { index: 'opportunitiesBySchool' }),
      table.query(
        { condition: 'schoolId = :school AND listedUntil >= :from', values: { ':school': school, ':from': from } },
        { index: 'slotsBySchool' },
      ),
    ]);
    const there = new Set(listed.map(({ pk }) => pk));
    const away = [...new Set(slots.map(({ pk }) => pk))].filter((pk) => !there.has(pk));
    const putAway = await table.getMany(away.map((pk) => opportunityKey(OpportunityId.parse(pk))));
    return [...listed, ...putAway].map(savedOpportunityOf);
  });
  return {
    ofSchool: (schoolId, from) => ofSchool(`${schoolId} ${from}`),
    async ofPerson(personId) {
      const own = await mine.ofPerson(personId);
      const keys = own.flatMap(({ opportunityId, slotId }) => [opportunityKey(opportunityId), slotKey(opportunityId, slotId)]);
      const items = new Map((await table.getMany(unique(keys))).map((item) => [nameOf(item as Key & Item), item]));
      return own.flatMap((signUp): readonly OwnCalendarSource[] => {
        const definition = items.get(nameOf(opportunityKey(signUp.opportunityId)));
        const ledger = items.get(nameOf(slotKey(signUp.opportunityId, signUp.slotId)));
        if (!definition) return [];
        return [{ signUp, ...savedOpportunityOf(definition), ...(ledger && isLedger(ledger) && { ledger: ledgerOf(ledger) }) }];
      });
    },
  };
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** A read of many does not take a key twice. */
const unique = (keys: readonly Key[]): readonly Key[] => [...new Map(keys.map((key) => [nameOf(key), key])).values()];
