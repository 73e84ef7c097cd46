/** An admin lets an address have mail again, for instance after its owner cleared it up with their provider. */
import type { SuppressedAddress, SuppressionLift } from '#contracts/resources/mail.ts';
import type { PersonId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import type { Standing, Suppressions } from './health-ports.ts';
import { NO_ADDRESS } from './traces.ts';

/** Shown at most; more than that is a matter for the operator. */
const LISTED = 500;

/** The latest first. */
export const listSuppressed =
  ({ suppressions }: { readonly suppressions: Pick<Suppressions, 'standing'> }) =>
  async (): Promise<{ readonly suppressed: SuppressedAddress[]; readonly complete: boolean }> => {
    const standing = await suppressions.standing(LISTED);
    const suppressed = standing.map(listed);
    return { suppressed: suppressed.sort((a, b) => (a.since < b.since ? 1 : -1)), complete: standing.length < LISTED };
  };

const listed = ({ personId, email, cause, since, version }: Standing): SuppressedAddress => ({
  personId,
  ...(email !== NO_ADDRESS && { email }),
  cause,
  since,
  version,
});

export type LiftError = { readonly code: 'suppression.not-found' | 'version.conflict' };

/** Mails that were held back meanwhile are not sent after all; the next one is. A repeat changes nothing more. */
export const liftSuppression =
  ({ suppressions, clock }: { readonly suppressions: Suppressions; readonly clock: Clock }) =>
  async (
    personId: PersonId,
    { version, reason }: SuppressionLift,
    by: string,
  ): Promise<Result<{ readonly personId: PersonId; readonly liftedAt: string }, LiftError>> => {
    const there = await suppressions.find(personId);
    if (!there) return refused({ code: 'suppression.not-found' });
    // this very lift was done before
    if (there.state === 'lifted' && there.version === version + 1) return ok({ personId, liftedAt: there.liftedAt });
    if (there.state === 'lifted' || there.version !== version) return refused({ code: 'version.conflict' });
    const liftedAt = iso(clock.now());
    const lifted = { state: 'lifted', personId, version: version + 1, liftedAt } as const;
    const changes = [{ field: there.cause === 'bounce' ? 'heldBackAfterBounce' : 'heldBackAfterComplaint', before: true, after: false }];
    const entry = { at: liftedAt, by, what: 'suppression.lifted', about: personId, ref: String(lifted.version), changes, reason } as const;
    if ((await suppressions.lift(lifted, { ...entry, changes })) === 'saved') return ok({ personId, liftedAt });
    return refused({ code: 'version.conflict' });
  };
