/** Each way an operation on the people of an opportunity can end, and a request that leads there. */
import type { ApiOperation } from '#contracts/api/index.ts';
import * as checkIn from '#contracts/api/volunteering-check-in.ts';
import * as operations from '#contracts/api/volunteering-people.ts';
import { MOST_WAITING } from '#domain/volunteering/waitlist.ts';
import { aSignUp, opportunityId, personId, signUpId, slotId, submissionId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { bobTakes, type Case, calledOff, LATER, moved, type Scene, SLOTS, TIME } from './api-cases.ts';
import { type Answer, type Sent, type Site, site } from './http.ts';
import { ANA, bearer, KEY, signedUp, waitlisted } from './people.ts';
import { pathOf } from './staff-cases.ts';

const look =
  (email: string, n = 1) =>
  ({ here }: Scene) =>
    here.get(`/api/opportunities/${opportunityId(n)}/roster`, { headers: asStaff(email) });

const NOBODY = `sgn_${'x'.repeat(16)}`;

/** Zoe comes to slot 1. */
export const ZOE = {
  slotId: slotId(1),
  places: 1,
  person: { name: 'Zoe', email: 'zoe@example.org' },
  language: 'en',
  answers: [],
} as const;

const { answers: _answers, ...WALK_IN } = ZOE;
/** When slot 1 has begun. */
export const AT_THE_DOOR = '2027-03-05T23:10:00.000Z';

/** Of Ana's two places in slot 1. */
export const PEOPLE_BODIES: Readonly<Record<string, object>> = {
  addPerson: ZOE,
  movePerson: { slotId: slotId(4) },
  resizePerson: { places: 3 },
  cancelPerson: {},
  promotePerson: {},
  confirmPerson: TIME,
  notePerson: { note: 'Comes late' },
  markPerson: { attendance: 'attended', minutes: 45 },
  markRest: { slotId: slotId(1), attendance: 'missed' },
  addWalkIn: { ...WALK_IN, makeRoom: false },
};

export const BY_HAND: readonly ApiOperation[] = [
  operations.addPerson,
  operations.movePerson,
  operations.resizePerson,
  operations.cancelPerson,
  operations.promotePerson,
  operations.confirmPerson,
  operations.notePerson,
];
export const CHECK_IN: readonly ApiOperation[] = [checkIn.markPerson, checkIn.markRest, checkIn.addWalkIn];

type Values = Readonly<Record<string, string>>;

/** Ana's sign-up. */
export async function anaHere({ here }: Pick<Scene, 'here'>): Promise<Values> {
  const signUpId = await signedUp(here);
  return { opportunityId: opportunityId(), personId: await here.personOf(ANA.email), signUpId };
}

/** Ana waits for the one place of slot 3, which is Bob's. */
async function anaWaits(scene: Scene): Promise<Values> {
  await bobTakes(3, 1)(scene);
  const signUpId = await waitlisted(scene.here, [{ slotId: slotId(3), places: 1, waitlist: true }]);
  return { opportunityId: opportunityId(), personId: await scene.here.personOf(ANA.email), signUpId };
}
const bobLeaves = async ({ here }: Scene) => {
  const headers = bearer(await here.tokenOf('bob@example.org'));
  const { signUps } = (await here.get('/api/my-sign-ups', { headers })).json() as { signUps: { signUpId: string }[] };
  await here.send({ method: 'POST', path: `/api/sign-ups/${signUps[0]?.signUpId}/cancel`, headers });
};

/** As many wait for slot 3 as may. */
const crowds = async (scene: Scene) => {
  await bobTakes(3, 1)(scene);
  for (let n = 1; n <= MOST_WAITING; n += 1) {
    const who = { personId: personId(n), signUpId: signUpId(n), submissionId: submissionId(n) };
    const at = '2027-03-01T12:00:00.000Z';
    await scene.world.ports.slots.join({ opportunityId: opportunityId(), slotId: slotId(3), ...who, places: 1, at });
  }
};

export function askByHand(operation: ApiOperation, values: Values, here: Site, more: Partial<Sent> = {}): Promise<Answer> {
  const headers = { ...asStaff(DANA), ...(operation.requestKey && { 'idempotency-key': KEY }), ...more.headers };
  const sent = more.body === undefined ? { json: PEOPLE_BODIES[operation.operationId] ?? {} } : {};
  return here.send({ method: 'POST', path: pathOf(operation, values), ...sent, ...more, headers });
}

/** Others change the same first, each time. */
const never = ({ world }: Scene): Site =>
  site(world, (ports) => ({
    ...ports,
    notes: { set: async () => 'busy' },
    times: { confirm: async () => 'busy' },
    marks: {
      mark: async ({ slotId: id }) => ({ kind: 'refused', ledger: world.volunteering.ledgers.get(id) as never }),
    },
    signUps: {
      ...ports.signUps,
      intend: async () => ({ kind: 'exists', signUp: aSignUp({ state: 'cancelled', signUpId: signUpId(9) }) }),
    },
    slots: {
      ...ports.slots,
      step: async (ledger) => ({ kind: 'refused', ledger: { ...ledger, version: ledger.version + 1 } }),
      resize: async ({ slotId: id }) => ({ kind: 'refused', ledger: world.volunteering.ledgers.get(id) as never }),
      release: async ({ slotId: id }) => ({ kind: 'refused', ledger: world.volunteering.ledgers.get(id) as never }),
    },
  }));

function casesOf(operation: ApiOperation): readonly Case[] {
  const { operationId, refusals } = operation;
  const isAdd = operationId === 'addPerson' || operationId === 'addWalkIn';
  const isAtDoor = CHECK_IN.includes(operation);
  /** Who comes, at a time at which the operation can be done. */
  const here = async (scene: Scene): Promise<Values> => {
    const values = await anaHere(scene);
    if (isAtDoor) scene.world.clock.set(AT_THE_DOOR);
    return values;
  };
  const isPromote = operationId === 'promotePerson';
  const ask =
    (more: Partial<Sent> = {}, values: Values = {}) =>
    async (scene: Scene) =>
      askByHand(operation, { ...(await here(scene)), ...values }, scene.here, more);
  const but = (more: object) => ask({ json: { ...PEOPLE_BODIES[operationId], ...more } });
  const raw = (body: string, type: string) => ask({ body, headers: { 'content-type': type } });
  const after = (before: (scene: Scene) => Promise<unknown>, more: object) => async (scene: Scene) => {
    await before(scene);
    return but(more)(scene);
  };
  const ways: Readonly<Record<string, (scene: Scene) => Promise<Answer>>> = {
    success: ask(),
    'staff.unknown': ask({ headers: { authorization: 'Bearer nonsense' } }),
    'opportunity.not-found': ask({}, { opportunityId: opportunityId(9) }),
    'request.malformed': raw('{"a":', 'application/json'),
    'request.invalid': ask({ json: { more: 1 } }),
    'request.too-large': raw(JSON.stringify('x'.repeat(65_536)), 'application/json'),
    'request.unsupported-type': raw('a=1', 'text/plain'),
    'request.conflict': async (scene) => {
      const values = await (isPromote ? anaWaits : here)(scene);
      if (isPromote) await bobLeaves(scene);
      if (operationId !== 'confirmPerson') return askByHand(operation, values, never(scene));
      await moved(scene);
      return askByHand(operation, values, never(scene), { json: LATER });
    },
    'request-key.missing': ask({ headers: { 'idempotency-key': 'short' } }),
    'request-key.reused': async (scene) => {
      await ask()(scene);
      return but({ places: 2 })(scene);
    },
    'slot.not-found': but({ slotId: slotId(9) }),
    'slot.full': after(bobTakes(3, 1), { slotId: slotId(3) }),
    'slot.waitlist-full': after(crowds, { slotId: slotId(3), waitlist: true }),
    'slot.not-enough-places': isPromote
      ? async (scene) => askByHand(operation, await anaWaits(scene), scene.here)
      : isAdd || operationId === 'resizePerson'
        ? but({ places: 9 })
        : after(bobTakes(2, 1), { slotId: slotId(2) }),
    'sign-up.already': isAdd
      ? but({ person: ANA })
      : async (scene) => {
          await signedUp(scene.here, { slots: [{ slotId: slotId(4), places: 1 }] }, 'key-of-ana-0123456789');
          return ask()(scene);
        },
    'sign-up.not-found': ask({}, { signUpId: NOBODY }),
    'sign-up.not-active': async (scene) => {
      const values = await anaHere(scene);
      await askByHand(operations.cancelPerson, values, scene.here);
      return askByHand(operation, values, scene.here);
    },
    'check-in.not-open-yet': async (scene) => askByHand(operation, await anaHere(scene), scene.here),
    'slot.called-off': async (scene) => {
      const values = await here(scene);
      await calledOff(scene);
      return askByHand(operation, values, scene.here);
    },
    'slot.moved-meanwhile': async (scene) => {
      const values = await anaHere(scene);
      await moved(scene);
      return askByHand(operation, values, scene.here);
    },
    'note.changed-meanwhile': async (scene) => {
      await ask()(scene);
      return but({ note: 'Another' })(scene);
    },
  };
  return (['success', ...refusals] as const).map((code) => {
    const way = ways[code];
    if (!way) throw new Error(`no way to ${code}`);
    return { operation: operationId, code, opportunity: { slots: SLOTS }, ask: way };
  });
}

export const PEOPLE_CASES: readonly Case[] = [
  { operation: 'getRoster', code: 'success', ask: look(DANA) },
  { operation: 'getRoster', code: 'staff.unknown', ask: look('eve@example.org') },
  { operation: 'getRoster', code: 'opportunity.not-found', ask: look(DANA, 9) },
  { operation: 'getRoster', code: 'opportunity.not-found', name: 'to who only looks', ask: look('pat@riverbend.example') },
  ...[...BY_HAND, ...CHECK_IN].flatMap(casesOf),
  ...[...BY_HAND, ...CHECK_IN]
    .filter(({ path }) => path.includes('{personId}'))
    .map(
      (operation): Case => ({
        operation: operation.operationId,
        code: 'sign-up.not-found',
        name: 'of another person',
        ask: async (scene) => askByHand(operation, { ...(await anaHere(scene)), personId: personId(9) }, scene.here),
      }),
    ),
];
