/**
 * Staff give somebody in line their places by hand, also before others who wait: it is theirs to decide, there has to be room, and the history says who it was.
 * What is offered to others is not there to be given.
 */
import type { PlacedPerson } from '#contracts/resources/roster.ts';
import { ok, type Result, refused } from '../result.ts';
import type { OwnSignUpPorts } from './cancel-sign-up.ts';
import { findOwn, trueState } from './own-sign-up.ts';
import type { OfPerson } from './people-by-hand.ts';
import { entryIn, stepInLine } from './wait.ts';
import { freeIn } from './waitlist.ts';

export type PromotePersonError = {
  readonly code: 'sign-up.not-found' | 'sign-up.not-active' | 'slot.not-enough-places' | 'request.conflict';
};

export const promotePerson =
  (ports: OwnSignUpPorts) =>
  async ({ opportunityId, personId, signUpId, by }: OfPerson): Promise<Result<PlacedPerson, PromotePersonError>> => {
    const now = ports.clock.now();
    const own = await findOwn(ports, personId, signUpId);
    if (!own?.ledger || own.signUp.opportunityId !== opportunityId) return refused({ code: 'sign-up.not-found' });
    const stepped = await stepInLine(ports, own.ledger, { at: now, by }, (ledger) => {
      const entry = entryIn(ledger, own.signUp);
      const fits = entry && entry.places - (entry.offer?.places ?? 0) <= freeIn(ledger);
      return fits ? { kind: 'promoted', personId, places: entry.places } : undefined;
    });
    if (stepped.kind === 'conflict') return refused({ code: 'request.conflict' });
    const { ledger } = stepped;
    const { slotId } = own.slot;
    const entry = entryIn(ledger, own.signUp);
    if (stepped.kind === 'done' && entry) return ok({ personId, signUpId, slotId, state: 'confirmed', places: entry.places });
    const claim = ledger.claims[personId];
    // a repeat, or somebody else gave them the places
    if (claim?.signUpId === signUpId) return ok({ personId, signUpId, slotId, state: 'confirmed', places: claim.places });
    if (entry) return refused({ code: 'slot.not-enough-places' });
    return refused({ code: trueState(own, now) === 'refused' ? 'sign-up.not-found' : 'sign-up.not-active' });
  };
