/**
 * A person with places says that the time to which their slot was moved still suits them; or staff note that they said so. What is kept is the time they
 * were shown, so a move at the same moment is asked about again. Harmless to repeat.
 */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { PlacedPerson } from '#contracts/resources/roster.ts';
import type { ConfirmTimeRequest, MySignUp, SlotTime } from '#contracts/resources/sign-up.ts';
import type { PersonId, SignUpId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { isSameTime, timeOf } from './moments.ts';
import { findOwn, type OwnSignUp, schoolOf, toMySignUp, trueState } from './own-sign-up.ts';
import type { OfPerson } from './people-by-hand.ts';
import type { Opportunities, Schools, SignUps, SignUpTimes } from './ports.ts';

export interface ConfirmTime extends ConfirmTimeRequest {
  readonly personId: PersonId;
  readonly signUpId: SignUpId;
}
export interface ConfirmTimeError {
  /** `sign-up.not-active`: they have no places. `slot.moved-meanwhile`: the slot has another time by now. */
  readonly code: 'sign-up.not-found' | 'sign-up.not-active' | 'slot.moved-meanwhile' | 'request.conflict';
}

export interface ConfirmTimePorts {
  readonly signUps: SignUps;
  readonly times: SignUpTimes;
  readonly opportunities: Opportunities;
  readonly schools: Schools;
  readonly clock: Clock;
}

const ATTEMPTS = 4;

/** Pure. The sign-up whose time it is, and the time. */
export function decideConfirm(
  own: OwnSignUp | undefined,
  { startsAt, endsAt }: ConfirmTimeRequest,
  now: number,
): Result<{ readonly own: OwnSignUp; readonly time: SlotTime }, ConfirmTimeError> {
  const state = own && trueState(own, now);
  if (!own || state === 'refused' || state === 'pending') return refused({ code: 'sign-up.not-found' });
  if (!own.claim) return refused({ code: 'sign-up.not-active' });
  const time = timeOf(own.slot);
  return isSameTime(time, { startsAt, ...(endsAt !== undefined && { endsAt }) })
    ? ok({ own, time })
    : refused({ code: 'slot.moved-meanwhile' });
}

export const confirmTime =
  (ports: ConfirmTimePorts) =>
  async (asked: ConfirmTime): Promise<Result<MySignUp, ConfirmTimeError>> => {
    const confirmed = await confirm(ports, asked);
    if (!confirmed.ok) return confirmed;
    const { opportunity } = confirmed.value.opportunityState;
    return ok(toMySignUp(confirmed.value, await schoolOf(ports.schools, opportunity), ports.clock.now()));
  };

export const confirmPerson =
  (ports: ConfirmTimePorts) =>
  async (asked: OfPerson & ConfirmTimeRequest): Promise<Result<PlacedPerson, ConfirmTimeError>> => {
    const confirmed = await confirm(ports, asked, asked);
    if (!confirmed.ok) return confirmed;
    const { signUp, claim } = confirmed.value;
    const { personId, signUpId, slotId } = signUp;
    return ok({ personId, signUpId, slotId, places: claim?.places ?? signUp.places, state: trueState(confirmed.value, ports.clock.now()) });
  };

/** The sign-up as it is after. `staff`: whose doing it is, and in which opportunity. */
async function confirm(ports: ConfirmTimePorts, asked: ConfirmTime, staff?: OfPerson): Promise<Result<OwnSignUp, ConfirmTimeError>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const now = ports.clock.now();
    const found = await findOwn(ports, asked.personId, asked.signUpId);
    const isMeant = staff === undefined || found?.signUp.opportunityId === staff.opportunityId;
    const decision = decideConfirm(isMeant ? found : undefined, asked, now);
    if (!decision.ok) return decision;
    const { own, time } = decision.value;
    const { timeKnown: before, ...rest } = own.signUp;
    if (before && isSameTime(before, time)) return ok(own);
    const entry = staff && entryOf(own, { before, time, by: staff, at: iso(now) });
    if ((await ports.times.confirm(rest, { before, after: time }, entry)) === 'done')
      return ok({ ...own, signUp: { ...rest, timeKnown: time } });
  }
  return refused({ code: 'request.conflict' });
}

function entryOf(
  { signUp: { signUpId, schoolId, opportunityId } }: OwnSignUp,
  {
    before,
    time,
    by: { by },
    at,
  }: { readonly before: SlotTime | undefined; readonly time: SlotTime; readonly by: OfPerson; readonly at: string },
): StaffHistoryEntry {
  return {
    at,
    by,
    what: 'sign-up.time-confirmed',
    about: signUpId,
    ref: `time:${by}`,
    schoolId,
    opportunityId,
    changes: [{ field: 'startsAt', ...(before?.startsAt !== undefined && { before: before.startsAt }), after: time.startsAt }],
  };
}
