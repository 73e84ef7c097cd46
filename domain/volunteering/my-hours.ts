/**
 * The hours a person gave, for a statement of a year. What counts is what staff said at the door or put right later; a sign-up that no hours
 * come of is told apart, so that its person can have them noted.
 */
import type { GivenHours } from '#contracts/resources/documents.ts';
import type { Contact } from '#contracts/resources/school.ts';
import type { Day, PersonId } from '#contracts/values.ts';
import { dayAt } from '../days.ts';
import { ok, type Result, refused } from '../result.ts';
import { millis } from '../time.ts';
import { minutesOf } from './attendance.ts';
import { type KeptSignUps, keptOf, type MySignUpsPorts } from './my-sign-ups.ts';
import { trueState } from './own-sign-up.ts';

type Own = KeptSignUps['all'][number];

/** No hours come of it, as far as staff said. */
export interface UncountedHelp extends Omit<GivenHours, 'minutes'> {
  /** Who could put it right. */
  readonly contact: Contact;
}

export interface MyHours {
  /** As the person gave it last. */
  readonly name: string;
  /** Both in the order of their days. */
  readonly given: readonly GivenHours[];
  /** They were not checked in, or no time was noted. What they are known to have missed is not in it. */
  readonly uncounted: readonly UncountedHelp[];
}

/** When nothing is kept any more the link leads nowhere: `link.invalid`. */
export const myHours =
  (ports: MySignUpsPorts) =>
  async ({ personId }: { readonly personId: PersonId }): Promise<Result<MyHours, { readonly code: 'link.invalid' }>> => {
    const kept = await keptOf(ports, personId);
    if (!kept) return refused({ code: 'link.invalid' });
    const now = ports.clock.now();
    const all = kept.all.flatMap((own) => help(own, now) ?? []).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    return ok({
      name: kept.newest.person.name,
      given: all.filter(({ minutes }) => minutes > 0),
      uncounted: all.filter(({ minutes }) => minutes === 0),
    });
  };

/** What has no time of its own was done on the day on which staff said so. */
function help(own: Own, now: number): (GivenHours & UncountedHelp) | undefined {
  const { ledger, signUp, slot, school, opportunityState } = own;
  const state = trueState(own, now);
  const wasThere = state === 'attended';
  if (!ledger || !(wasThere || (state === 'confirmed' && isOver(slot, now)))) return undefined;
  const at = slot.startsAt ?? ledger.attendance?.[signUp.personId]?.at;
  if (at === undefined) return undefined;
  const { title, contact } = opportunityState.opportunity;
  const minutes = wasThere ? minutesOf(ledger, signUp.personId) : 0;
  return { on: dayAt(millis(at), school.zone), title, schoolName: school.name, contact, minutes };
}

/** What was called off never took place. */
const isOver = ({ startsAt, endsAt = startsAt, calledOff }: Own['slot'], now: number): boolean =>
  endsAt !== undefined && millis(endsAt) <= now && !calledOff;

/** A year by its first and last day, and as it is named in an address. */
export interface Year {
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
}

/** `2027`, and `2026-2027` from July 1 to June 30. */
function yearsOf(day: Day): readonly [calendar: Year, school: Year] {
  const year = Number(day.slice(0, 4));
  const first = day.slice(5) < '07-01' ? year - 1 : year;
  return [
    { name: `${year}`, from: `${year}-01-01`, until: `${year}-12-31` },
    { name: `${first}-${first + 1}`, from: `${first}-07-01`, until: `${first + 1}-06-30` },
  ];
}

/** All years, and school years, in which they helped: calendar years first, the newest of each first. */
export function yearsWithHours({ given: all }: Pick<MyHours, 'given'>): readonly Year[] {
  const years = new Map(all.flatMap(({ on }) => yearsOf(on)).map((year) => [year.name, year]));
  return [...years.values()].sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? 1 : -1));
}

export const hoursOf = ({ given: all }: Pick<MyHours, 'given'>, { from, until }: Year): readonly GivenHours[] =>
  all.filter(({ on }) => from <= on && on <= until);
