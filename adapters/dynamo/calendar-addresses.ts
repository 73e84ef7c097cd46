/**
 * The address of a person's own calendar: one item beside the person, with the SHA-256 of the token and what the token is made of.
 *
 * A token is made with the district's key, so that the person can be shown their address again, and neither the table nor its backup opens a calendar.
 * Its first part says whose it is and leads to the item; the rest is what nobody can guess.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { CalendarToken } from '#contracts/resources/calendar.ts';
import { Instant, PersonId } from '#contracts/values.ts';
import { iso, SECOND } from '#domain/time.ts';
import type { OwnCalendarAddress, OwnCalendarAddresses, ReadCalendars } from '#domain/volunteering/calendar-ports.ts';
import { type Condition, type Item, type Key, type Table, ttl } from './table.ts';

export const CALENDAR = 'CALENDAR';
export const calendarKey = (personId: PersonId): Key => ({ pk: `PERSON#${personId}`, sk: CALENDAR });

const PERSON_LENGTH = 16;
const SECRET_BYTES = 24;

const Row = z.object({
  nonce: z.string(),
  hash: z.string(),
  madeAt: Instant,
  expiresAt: z.int(),
  said: z.optional(z.object({ tag: z.string(), since: Instant })),
});
type Row = z.infer<typeof Row>;

export const isCalendar = (item: Item): boolean => item.sk === CALENDAR;
export function calendarOf(item: Item): { readonly madeAt: string; readonly expiresAt: string } {
  const { madeAt, expiresAt } = Row.parse(item);
  return { madeAt, expiresAt: iso(expiresAt * SECOND) };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
/** Instead of a hash, of an address that was ended: nobody's token has it. */
const ENDED = '';
/** What was ended has ended at once, though the item's age is in whole seconds. */
const works = ({ hash, expiresAt }: Row, now: number): boolean => hash !== ENDED && now < expiresAt * SECOND;
const ATTEMPTS = 4;

/** For the page on which a person sees their address. `districtKey` is asked for with each call; it is expected to remember. */
export function ownCalendarAddresses(table: Table, districtKey: () => Promise<string>): OwnCalendarAddresses {
  const tokenOf = async (personId: PersonId, nonce: string): Promise<CalendarToken> => {
    // a key of its own, so that no token is the hash of an address
    const key = createHmac('sha256', await districtKey())
      .update('calendar addresses')
      .digest();
    const secret = createHmac('sha256', key).update(`${personId} ${nonce}`).digest().subarray(0, SECRET_BYTES);
    return CalendarToken.parse(`${personId}${secret.toString('base64url')}`);
  };
  const addressOf = async (personId: PersonId, { nonce, madeAt }: Row): Promise<OwnCalendarAddress> => ({
    token: await tokenOf(personId, nonce),
    since: madeAt,
  });
  const rowOf = async (personId: PersonId): Promise<Row | undefined> => {
    const item = await table.get(calendarKey(personId));
    return item && Row.parse(item);
  };
  /** One that ran out is as good as none; one that is seen is replaced; any other stays. */
  const obtain = async (personId: PersonId, seen: CalendarToken | undefined, now: number, expiresAt: string) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const there = await rowOf(personId);
      if (there && works(there, now) && (seen === undefined || hashOf(seen) !== there.hash)) return addressOf(personId, there);
      const nonce = randomBytes(SECRET_BYTES).toString('base64url');
      const token = await tokenOf(personId, nonce);
      const row = { nonce, hash: hashOf(token), madeAt: iso(now), expiresAt: ttl(expiresAt) };
      const { done } = await table.put({ ...calendarKey(personId), ...row }, asRead(there));
      // refused: somebody was faster, or it was this very write, whose answer was lost; the next look tells
      if (done) return { token, since: row.madeAt };
    }
    throw new Error(`the address of a calendar changed ${ATTEMPTS} times while it was being made`);
  };
  return {
    async find(personId, now) {
      const there = await rowOf(personId);
      return there && works(there, now) ? addressOf(personId, there) : undefined;
    },
    make: (personId, now, expiresAt) => obtain(personId, undefined, now, expiresAt),
    replace: obtain,
    async end(personId, now) {
      // the item itself goes by its age
      await table.update(calendarKey(personId), 'SET #hash = :none, expiresAt = :past REMOVE said', {
        condition: 'attribute_exists(pk)',
        names: { '#hash': 'hash' },
        values: { ':none': ENDED, ':past': ttl(iso(now)) },
      });
    },
  };
}

const asRead = (there: Row | undefined): Condition =>
  there === undefined
    ? { condition: 'attribute_not_exists(pk)' }
    : { condition: '#hash = :hash', names: { '#hash': 'hash' }, values: { ':hash': there.hash } };

/** For the calendar itself: knows no key, and makes no address. */
export function readCalendars(table: Table): ReadCalendars {
  return {
    async resolve(token, now) {
      const personId = personIn(token);
      const item = await table.get(calendarKey(personId));
      const row = item && Row.parse(item);
      if (!row || !same(row.hash, hashOf(token)) || !works(row, now)) return undefined;
      return { personId, expiresAt: iso(row.expiresAt * SECOND), ...(row.said && { said: row.said }) };
    },
    async note(token, { said, expiresAt }) {
      await table.update(calendarKey(personIn(token)), 'SET said = :said, expiresAt = :expires', {
        condition: '#hash = :hash',
        names: { '#hash': 'hash' },
        values: { ':hash': hashOf(token), ':said': said, ':expires': ttl(expiresAt) },
      });
    },
  };
}

const personIn = (token: CalendarToken): PersonId => PersonId.parse(token.slice(0, PERSON_LENGTH));

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
