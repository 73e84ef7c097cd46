/** Calendars to subscribe to, in memory: what stands in them, and the addresses of people's own. */
import { createHash } from 'node:crypto';
import { CalendarToken } from '#contracts/resources/calendar.ts';
import type { PersonId } from '#contracts/values.ts';
import { iso, millis } from '#domain/time.ts';
import type { CalendarSources, OwnCalendarAddresses, ReadCalendar, ReadCalendars } from '#domain/volunteering/calendar-ports.ts';
import { type StoredDefinitions, savedAtIn } from './fake-definitions.ts';
import type { FakeSlots } from './fake-slots.ts';
import type { Kept } from './fake-traces.ts';

export interface KeptCalendar {
  readonly token: CalendarToken | undefined;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly said?: NonNullable<ReadCalendar['said']>;
}

export interface FakeCalendars {
  readonly calendarSources: CalendarSources;
  readonly calendarAddresses: OwnCalendarAddresses;
  readonly readCalendars: ReadCalendars;
}

export function fakeCalendars(kept: Kept, ledgers: FakeSlots['ledgers'], definitions: StoredDefinitions): FakeCalendars {
  return { calendarSources: fakeSources(kept, ledgers, definitions), ...fakeAddresses(kept.calendars) };
}

function fakeSources({ signUps }: Kept, ledgers: FakeSlots['ledgers'], definitions: StoredDefinitions): CalendarSources {
  const sourceOf = (opportunityId: string) => {
    const opportunity = definitions.get(opportunityId as never);
    return opportunity && { opportunity, ...savedAtIn(definitions, opportunity) };
  };
  return {
    async ofSchool(schoolId, from) {
      const known = [...definitions.values()].filter((one) => one.schoolId === schoolId && one.status !== 'draft');
      const seen = known.filter(
        ({ status, opportunityId }) =>
          status !== 'archived' ||
          [...ledgers.values()].some((one) => one.opportunityId === opportunityId && (one.endsAt === undefined || one.endsAt >= from)),
      );
      return structuredClone(seen.flatMap(({ opportunityId }) => sourceOf(opportunityId) ?? []));
    },
    async ofPerson(personId) {
      const own = [...signUps.values()].filter((one) => one.personId === personId);
      return structuredClone(
        own.flatMap((signUp) => {
          const source = sourceOf(signUp.opportunityId);
          const ledger = ledgers.get(signUp.slotId);
          return source ? [{ signUp, ...source, ...(ledger && { ledger }) }] : [];
        }),
      );
    },
  };
}

function fakeAddresses(items: Map<string, KeptCalendar>): Omit<FakeCalendars, 'calendarSources'> {
  let made = 0;
  /** As DynamoDB keeps it: whole seconds, rounded up. */
  const seconds = (instant: string): string => iso(Math.ceil(millis(instant) / 1_000) * 1_000);
  const working = (personId: string, now: number) => {
    const there = items.get(personId);
    return there?.token !== undefined && now < millis(there.expiresAt) ? { ...there, token: there.token } : undefined;
  };
  const obtain: OwnCalendarAddresses['replace'] = async (personId, seen, now, expiresAt) => {
    const there = working(personId, now);
    if (there && there.token !== seen) return { token: there.token, since: there.madeAt };
    made += 1;
    const secret = createHash('sha256').update(`calendar ${made} of ${personId}`).digest('base64url').slice(0, 32);
    const token = CalendarToken.parse(`${personId}${secret}`);
    items.set(personId, { token, madeAt: iso(now), expiresAt: seconds(expiresAt) });
    return { token, since: iso(now) };
  };
  const personIn = (token: CalendarToken): PersonId => token.slice(0, 16) as PersonId;
  return {
    calendarAddresses: {
      async find(personId, now) {
        const there = working(personId, now);
        return there && { token: there.token, since: there.madeAt };
      },
      make: (personId, now, expiresAt) => obtain(personId, undefined, now, expiresAt),
      replace: obtain,
      async end(personId, now) {
        const there = items.get(personId);
        if (there) items.set(personId, { token: undefined, madeAt: there.madeAt, expiresAt: seconds(iso(now)) });
      },
    },
    readCalendars: {
      async resolve(token, now) {
        const there = working(personIn(token), now);
        if (there?.token !== token) return undefined;
        return { personId: personIn(token), expiresAt: there.expiresAt, ...(there.said && { said: there.said }) };
      },
      async note(token, { said, expiresAt }) {
        const there = items.get(personIn(token));
        if (there?.token === token) items.set(personIn(token), { ...there, said, expiresAt: seconds(expiresAt) });
      },
    },
  };
}
