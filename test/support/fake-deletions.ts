/** Deletions of people that are begun, in memory. */
import { PersonId } from '#contracts/values.ts';
import type { Deletion, Deletions } from '#domain/desk/delete-person.ts';

export function fakeDeletions(): Deletions & { readonly begun: ReadonlyMap<PersonId, Deletion> } {
  const begun = new Map<PersonId, Deletion>();
  let made = 0;
  return {
    begun,
    async begin(deletion) {
      const there = begun.get(deletion.personId);
      if (there) return there;
      made += 1;
      const one = { ...deletion, alias: PersonId.parse(`alias${String(made).padStart(11, '0')}`) };
      begun.set(deletion.personId, one);
      return one;
    },
    unfinished: async (most) => [...begun.values()].slice(0, most),
    async markDone(personId, doneAt) {
      const there = begun.get(personId);
      if (!there) return undefined;
      const done = { ...there, doneAt: there.doneAt ?? doneAt };
      begun.set(personId, done);
      return done;
    },
    async end(personId) {
      begun.delete(personId);
    },
  };
}
