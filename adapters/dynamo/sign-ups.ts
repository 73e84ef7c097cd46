/** Sign-ups, beside their person: the personal data of one person for one slot. Whether places are held, the ledger says. */
import * as z from 'zod/mini';
import { Answer, PersonDetails, SignUpState, SlotRefusal, SlotTime } from '#contracts/resources/sign-up.ts';
import { Email, Instant, Language, OpportunityId, PersonId, SchoolId, SignUpId, SlotId, SubmissionId } from '#contracts/values.ts';
import { iso, SECOND } from '#domain/time.ts';
import { timeOf } from '#domain/volunteering/moments.ts';
import type { SignUp, SignUps } from '#domain/volunteering/ports.ts';
import { ABSENT, type Item, type Key, type Table, ttl, type Written } from './table.ts';

const SIGN_UP = 'SIGNUP#';
const personKey = (personId: PersonId): string => `PERSON#${personId}`;
export const signUpKey = (personId: PersonId, slotId: SlotId): Key => ({ pk: personKey(personId), sk: `${SIGN_UP}${slotId}` });

const moved = z.object({ slotId: SlotId, signUpId: SignUpId });
const Row = z.object({
  signUpId: SignUpId,
  personId: PersonId,
  slotId: SlotId,
  opportunityId: OpportunityId,
  schoolId: SchoolId,
  places: z.int(),
  state: SignUpState,
  refusal: z.optional(SlotRefusal),
  person: PersonDetails,
  language: Language,
  answers: z.array(Answer),
  waitlist: z.optional(z.literal(true)),
  note: z.optional(z.string()),
  submission: z.object({
    submissionId: SubmissionId,
    fingerprint: z.string(),
    slotIds: z.array(SlotId),
    refused: z.array(z.object({ slotId: SlotId, code: SlotRefusal, placesLeft: z.int() })),
  }),
  movedFrom: z.optional(moved),
  by: z.optional(Email),
  signedUpAt: Instant,
  timeKnown: z.optional(SlotTime),
  givenBackWith: z.optional(SignUpId),
  ledgerVersion: z.int(),
  expiresAt: z.int(),
});

const toItem = (signUp: SignUp): Key & Item => ({
  ...signUpKey(signUp.personId, signUp.slotId),
  ...signUp,
  expiresAt: ttl(signUp.expiresAt),
});

/** A phone number left out of a row stays left out. */
function fromItem(item: Item): SignUp {
  const { refusal, movedFrom, by, waitlist, note, person, timeKnown, givenBackWith, expiresAt, ...row } = Row.parse(item);
  const { phone, ...rest } = person;
  return {
    ...row,
    person: { ...rest, ...(phone !== undefined && { phone }) },
    ...(refusal && { refusal }),
    ...(movedFrom && { movedFrom }),
    ...(by !== undefined && { by }),
    ...(waitlist && { waitlist }),
    ...(note !== undefined && { note }),
    ...(timeKnown && { timeKnown: timeOf(timeKnown) }),
    ...(givenBackWith && { givenBackWith }),
    expiresAt: iso(expiresAt * SECOND),
  };
}

export const isSignUp = (item: Item): boolean => String(item.sk).startsWith(SIGN_UP);
export { fromItem as signUpOf };

export function signUps(table: Table): SignUps {
  return {
    async intend(signUp, replaces) {
      const write = await table.put(
        toItem(signUp),
        replaces === undefined ? ABSENT : { condition: `${ABSENT.condition} OR signUpId = :replaces`, values: { ':replaces': replaces } },
      );
      if (write.done) return { kind: 'stored' };
      if (write.old === undefined) throw new Error('a refused write did not show the item that stood against it');
      return { kind: 'exists', signUp: fromItem(write.old) };
    },
    async find(personId, slotId) {
      const item = await table.get(signUpKey(personId, slotId));
      return item && fromItem(item);
    },
    async findMany(personId, slotIds) {
      return (await table.getMany(slotIds.map((slotId) => signUpKey(personId, slotId)))).map(fromItem);
    },
    async ofHolders(holders) {
      return (await table.getMany(holders.map(({ personId, slotId }) => signUpKey(personId, slotId)))).map(fromItem);
    },
    async ofPerson(personId) {
      const items = await table.query(
        { condition: 'pk = :pk AND begins_with(sk, :sk)', values: { ':pk': personKey(personId), ':sk': SIGN_UP } },
        { consistent: true },
      );
      return items.map(fromItem);
    },
    async refuse(personId, slotId, signUpId, code) {
      const write = await table.update(signUpKey(personId, slotId), 'SET #state = :refused, refusal = :code', {
        condition: 'signUpId = :signUp AND #state = :pending',
        names: { '#state': 'state' },
        values: { ':signUp': signUpId, ':pending': 'pending', ':refused': 'refused', ':code': code },
      });
      return stands(write, { signUpId, state: 'refused', refusal: code });
    },
    async record({ personId, slotId, signUpId, places, state, givenBackWith, ledgerVersion, expiresAt }) {
      const write = await table.update(
        signUpKey(personId, slotId),
        `SET #state = :state, #places = :places, ledgerVersion = :version, expiresAt = :expires${givenBackWith ? ', givenBackWith = :with' : ''} REMOVE refusal`,
        {
          condition: 'signUpId = :signUp AND ledgerVersion < :version',
          names: { '#state': 'state', '#places': 'places' },
          values: {
            ':signUp': signUpId,
            ':state': state,
            ':places': places,
            ':version': ledgerVersion,
            ':expires': ttl(expiresAt),
            ...(givenBackWith && { ':with': givenBackWith }),
          },
        },
      );
      return stands(write, { signUpId, state, places, ledgerVersion });
    },
  };
}

/** Written, or there already: the repeat of a write whose answer was lost is refused by the first. */
const stands = (write: Written, wanted: Item): 'done' | 'stale' =>
  write.done || Object.entries(wanted).every(([name, value]) => write.old?.[name] === value) ? 'done' : 'stale';
