/** Ends all sessions of a member, on every browser, at once. */
import type { Clock } from '../ports.ts';
import type { StaffDirectory } from './ports.ts';
import { type DeskSession, withoutSessions } from './session.ts';

/** Others may change the same member meanwhile; so often in a row is not by chance. */
const TRIES = 5;

/** Repeatable. Somebody who is no longer in the directory has no session to end. */
export const signOutEverywhere =
  ({ staff, clock }: { readonly staff: StaffDirectory; readonly clock: Clock }) =>
  async (session: DeskSession): Promise<void> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const member = await staff.find(session.email);
      if (!member || (await staff.save(withoutSessions(member, session, clock.now()))) === 'saved') return;
    }
    throw new Error(`the member changed ${TRIES} times while their sessions were to end`);
  };
