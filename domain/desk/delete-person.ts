/**
 * Deletes a person on their own request, in all capabilities. That it was begun is kept before anything goes, and that it is done after everything went; in
 * between it can be cut off at any point: asking again, or the nightly run, goes on with it. Nothing that is kept about it says who the person is.
 */
import type { PersonId } from '#contracts/values.ts';
import type { Clock, StaffHistory } from '../ports.ts';
import { iso } from '../time.ts';

/** A deletion that is not done yet. */
export interface Deletion {
  readonly personId: PersonId;
  /** Whose places of the past become. Random, and forgotten with the deletion, so that nobody can tell whose they were. */
  readonly alias: PersonId;
  /** The member of staff who asked for it, and when. */
  readonly by: string;
  readonly at: string;
  /** Everything went; what is left is to note it. */
  readonly doneAt?: string;
}

export interface Deletions {
  /** Notes that it is begun, under a new alias; one that is begun already stays as it is and is given. */
  begin(deletion: Pick<Deletion, 'personId' | 'by' | 'at'>): Promise<Deletion>;
  /** All that are begun and not done, in no particular order; at most `most`. Consistent. */
  unfinished(most: number): Promise<readonly Deletion[]>;
  /** Notes that everything went: the first moment stays. Undefined when it is not, or no longer, begun. */
  markDone(personId: PersonId, doneAt: string): Promise<Deletion | undefined>;
  /** Forgets it, alias included. */
  end(personId: PersonId): Promise<void>;
}

export interface DeletePorts {
  readonly deletions: Deletions;
  readonly deskHistory: Pick<StaffHistory, 'add'>;
  readonly clock: Clock;
  /** What each capability does to forget the person; each can be repeated. `false`: something is still on its way there; ask again. */
  readonly forgets: readonly ((deletion: Deletion) => Promise<boolean>)[];
}

/** `going-on`: something of the person was being made at this very moment; it goes with the next try. */
export type DeletionOutcome = 'done' | 'going-on';

export const deletePerson =
  (ports: DeletePorts) =>
  async (personId: PersonId, by: string): Promise<DeletionOutcome> => {
    const deletion = await ports.deletions.begin({ personId, by, at: iso(ports.clock.now()) });
    return goOn(ports, deletion);
  };

/** Those that were cut off. */
export const finishDeletions =
  (ports: DeletePorts) =>
  async (most: number): Promise<{ readonly finished: number; readonly left: number }> => {
    const all = await ports.deletions.unfinished(most);
    let finished = 0;
    for (const deletion of all) if ((await goOn(ports, deletion)) === 'done') finished += 1;
    return { finished, left: all.length - finished };
  };

async function goOn({ deletions, deskHistory, clock, forgets }: DeletePorts, deletion: Deletion): Promise<DeletionOutcome> {
  const { personId, by, at } = deletion;
  const noted = { by, what: 'person.deleted', about: personId } as const;
  await deskHistory.add({ ...noted, at, ref: 'begun', changes: [{ field: 'state', after: 'begun' }] });
  if (deletion.doneAt === undefined) for (const forget of forgets) if (!(await forget(deletion))) return 'going-on';
  const done = await deletions.markDone(personId, iso(clock.now()));
  // a second request that ran beside this one has noted it
  if (done?.doneAt === undefined) return 'done';
  await deskHistory.add({ ...noted, at: done.doneAt, ref: 'done', changes: [{ field: 'state', before: 'begun', after: 'done' }] });
  await deletions.end(personId);
  return 'done';
}
