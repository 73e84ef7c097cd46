/** Staff note something about a sign-up, for staff alone. Kept with its entry of the history, which says that there is a note and never what it says. */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { PlacedPerson } from '#contracts/resources/roster.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { type OfPerson, signUpOf } from './people-by-hand.ts';
import type { SignUp, SignUpNotes, SignUps } from './ports.ts';

export type NotePerson = OfPerson & {
  /** Absent: none from now on. */
  readonly note?: string | undefined;
  /** As it was read; absent when there was none. Another one by now is not written over. */
  readonly before?: string | undefined;
};
export type NotePersonError =
  | { readonly code: 'sign-up.not-found' | 'request.conflict' }
  /** Somebody else wrote one meanwhile. */
  | { readonly code: 'note.changed-meanwhile' };

export interface NotePersonPorts {
  readonly signUps: SignUps;
  readonly notes: SignUpNotes;
  readonly clock: Clock;
}

const ATTEMPTS = 4;

/** Pure. */
export function decideNote(
  signUp: SignUp | undefined,
  { note, before }: Pick<NotePerson, 'note' | 'before'>,
): Result<'same' | 'write', NotePersonError> {
  if (!signUp || signUp.state === 'refused') return refused({ code: 'sign-up.not-found' });
  if (signUp.note === note) return ok('same');
  return signUp.note === before ? ok('write') : refused({ code: 'note.changed-meanwhile' });
}

export const notePerson =
  (ports: NotePersonPorts) =>
  async (command: NotePerson): Promise<Result<PlacedPerson, NotePersonError>> => {
    const { note, by } = command;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const signUp = await signUpOf(ports, command);
      const decision = decideNote(signUp, command);
      if (!decision.ok || !signUp) return decision.ok ? refused({ code: 'sign-up.not-found' }) : decision;
      const { personId, signUpId, slotId, places, state, schoolId } = signUp;
      const shown: PlacedPerson = { personId, signUpId, slotId, places, state };
      if (decision.value === 'same') return ok(shown);
      const entry: StaffHistoryEntry = {
        at: iso(ports.clock.now()),
        by,
        what: 'sign-up.noted',
        about: signUpId,
        ref: `note:${by}`,
        schoolId,
        opportunityId: command.opportunityId,
        // the note itself goes with the sign-up; the history stays
        changes: [{ field: 'note' }],
      };
      if ((await ports.notes.set({ personId, slotId, signUpId }, { before: signUp.note, after: note }, entry)) === 'done') return ok(shown);
    }
    return refused({ code: 'request.conflict' });
  };
