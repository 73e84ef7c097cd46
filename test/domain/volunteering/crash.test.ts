/** Each operation is killed at each of its awaits, before and after the effect; the caller asks again. All recovers, one mail each. */
import { describe, expect, it } from 'vitest';
import type { ConfirmationLetter } from '#contracts/resources/letters.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { PersonId, SignUpId } from '#contracts/values.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { moveSignUp } from '#domain/volunteering/move-sign-up.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { sendLink } from '#domain/volunteering/send-link.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { anOpportunity, aShift, aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { type Fault, Killed, withFault } from '#test/support/faults.ts';
import { checkLedgerHistory } from '#test/support/ledger-invariants.ts';
import { type World, world } from '#test/support/world.ts';

type Own = { readonly personId: PersonId; readonly signUpId: SignUpId };
type Operation = (ports: World['ports'], own: Own) => Promise<{ readonly ok: boolean }>;

const email = 'ana@example.org';
const request = aSignUpRequest({ slots: [1, 2].map((n) => ({ slotId: slotId(n), places: 1 })) });
const key = { kind: 'api', value: 'key-0123456789abcdef' } as const;

const OPERATIONS: Readonly<Record<string, { readonly run: Operation; readonly first: boolean }>> = {
  'sign-up': { run: (ports) => signUp(ports)({ request, key }), first: false },
  cancel: { run: (ports, own) => cancelSignUp(ports)(own), first: true },
  'more places': { run: (ports, own) => changePlaces(ports)({ ...own, places: 3 }), first: true },
  'fewer places': { run: (ports, own) => changePlaces(ports)({ ...own, places: 1 }), first: true },
  move: { run: (ports, own) => moveSignUp(ports)({ ...own, slotId: slotId(3) }), first: true },
  'send me my link': { run: (ports) => sendLink(ports)({ email, language: 'es' }), first: true },
};
const OPPORTUNITIES: Readonly<Record<string, Partial<Opportunity>>> = {
  'without a limit': { slots: [1, 2, 3].map((n) => aShift(n)) },
  'with a limit per person': { slots: [1, 2, 3].map((n) => aShift(n)), limitPerPerson: 3 },
};

async function prepared(opportunity: Partial<Opportunity>, first: boolean) {
  const here = await world(opportunity);
  const personId = await here.ports.people.identify(email);
  const outcome = first
    ? await signUp(here.ports)({
        request: aSignUpRequest({ slots: [{ slotId: slotId(1), places: 2 }] }),
        key: { kind: 'api', value: 'earlier-0123456789' },
      })
    : undefined;
  await here.deliver();
  const result = outcome?.ok ? outcome.value.results[0] : undefined;
  const signUpId = result?.outcome === 'confirmed' ? result.signUpId : ('' as SignUpId);
  return { ...here, own: { personId, signUpId } };
}

/** What remains in the end: who holds what, what their records say, and the mails. */
async function remains(here: Awaited<ReturnType<typeof prepared>>) {
  await here.deliver();
  checkLedgerHistory(here.volunteering.stream);
  const records = await here.ports.signUps.ofPerson(here.own.personId);
  return {
    claims: [...here.volunteering.ledgers.values()].map(({ slotId, taken, claims }) => ({ slotId, taken, claims })),
    records: records
      .map(({ slotId, signUpId, state, places }) => ({ slotId, signUpId, state, places }))
      .sort((a, b) => (a.slotId < b.slotId ? -1 : 1)),
    told: here.mailer.sent.flatMap(told).sort(),
    mails: here.mails().length,
  };
}

/** Of a confirmation the sign-ups it tells of, one by one: after a crash they may stand in two mails, never in both. */
function told({ key, mail }: World['mailer']['sent'][number]): readonly string[] {
  if (!key.startsWith('confirmation/')) return [key];
  return (JSON.parse(mail.text) as ConfirmationLetter).confirmed.map(({ signUpId }) => `confirmation of ${signUpId}`);
}

const MODES = ['caller repeats at once', 'consumers run first'] as const;
const cases = Object.keys(OPERATIONS).flatMap((operation) =>
  Object.keys(OPPORTUNITIES).flatMap((opportunity) => MODES.map((mode) => ({ operation, opportunity, mode }))),
);

describe('killed at every await', () => {
  it.each(cases)('$operation $opportunity recovers when the $mode', async ({ operation, opportunity, mode }) => {
    const { run, first } = OPERATIONS[operation] ?? { run: async () => ({ ok: false }), first: false };
    const terms = OPPORTUNITIES[opportunity] ?? {};
    const clean = await prepared(terms, first);
    const answer = await run(clean.ports, clean.own);
    expect(answer.ok).toBe(true);
    const expected = await remains(clean);

    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await prepared(terms, first);
        struck = await killed(here, run, { call, when });
        if (!struck) break;
        kills += 1;
        if (mode === 'consumers run first') await here.deliver();
        expect.soft(await run(here.ports, here.own), `${when} call ${call}`).toMatchObject({ ok: true });
        const { mails, ...found } = await remains(here);
        const { mails: expectedMails, ...rest } = expected;
        expect.soft(found, `${when} call ${call}`).toEqual(rest);
        // a slot given only by the second try, after its submit was told, is told by itself
        const late = mode === 'consumers run first' && operation === 'sign-up' ? 1 : 0;
        expect.soft(mails, `${when} call ${call}`).toBeLessThanOrEqual(expectedMails + late);
      }
    }
    expect(kills).toBeGreaterThanOrEqual(4);
  });

  it('tells of what was given, and of the rest as not given, when the caller never asks again', async () => {
    for (let call = 1, struck = true; struck; call += 1) {
      const here = await prepared({ slots: [1, 2, 3].map((n) => aShift(n)) }, false);
      struck = await killed(here, (ports) => signUp(ports)({ request, key }), { call, when: 'after' });
      const { claims, mails } = await remains(here);
      const given = claims.reduce((sum, { taken }) => sum + taken, 0);
      expect(mails, `call ${call}`).toBe(given > 0 ? 1 : 0);
      const letter = here.mailer.sent[0] && (JSON.parse(here.mailer.sent[0].mail.text) as { confirmed: []; refused: [] });
      if (letter) expect([letter.confirmed.length, letter.refused.length], `call ${call}`).toEqual([given, 2 - given]);
    }
  });

  it('publishing an opportunity is finished by publishing it again', async () => {
    const { version: _version, ...definition } = anOpportunity({ opportunityId: opportunityId(2), slots: [4, 5].map((n) => aShift(n)) });
    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      const here = await prepared({}, false);
      struck = await killed(here, (ports) => publishOpportunity(ports)(definition), { call, when: 'after' });
      if (struck) kills += 1;
      expect(await publishOpportunity(here.ports)(definition)).toMatchObject({ ok: true, value: { version: 1 } });
      expect([4, 5].map((n) => here.volunteering.ledgers.get(slotId(n))?.version)).toEqual([1, 1]);
    }
    expect(kills).toBe(5);
  });
});

/** Whether the operation got as far as the fault. */
async function killed(here: Awaited<ReturnType<typeof prepared>>, run: Operation, fault: Fault): Promise<boolean> {
  const { ports, counter } = withFault(here.ports, fault);
  try {
    await run(ports, here.own);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  // calls in flight when it died still reach their tables
  await new Promise((resolve) => setImmediate(resolve));
  return counter.struck;
}
