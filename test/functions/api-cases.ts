/** Each way an API operation can end, and a request that leads there. */
import type { ProblemCode } from '#contracts/problems.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { changeOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { serveWaitlist } from '#domain/volunteering/serve-waitlist.ts';
import { aSchool, aShift, aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import type { World } from '#test/support/world.ts';
import { type Answer, type Sent, type Site, site } from './http.ts';
import { ANA, bearer, KEY, postSignUp, signedUp, waitlisted } from './people.ts';

export interface Scene {
  readonly here: Site;
  readonly world: World;
}
export interface Case {
  readonly operation: string;
  readonly code: ProblemCode | 'success';
  readonly name?: string;
  readonly opportunity?: Partial<Opportunity>;
  readonly ask: (scene: Scene) => Promise<Answer>;
}

export const SLOTS = [aShift(1), aShift(2, { capacity: 2 }), aShift(3, { capacity: 1 }), aShift(4, { capacity: 3 })];
const NOBODY = `sgn_${'x'.repeat(16)}`;
const LATE = '2027-03-05T12:00:00Z';
const STARTED = '2027-03-05T23:00:00Z';

type OwnPath = 'cancel' | 'places' | 'move' | 'offer' | 'time';
/** When each of the slots is. */
export const TIME = { startsAt: '2027-03-05T23:00:00.000Z', endsAt: '2027-03-06T01:00:00.000Z' };
/** Two hours after it. */
export const LATER = { startsAt: '2027-03-06T01:00:00.000Z', endsAt: '2027-03-06T03:00:00.000Z' };
/** Staff change the first slot, or so many. */
const changed = async ({ world: { ports } }: Pick<Scene, 'world'>, first: number, change: object): Promise<void> => {
  const state = await ports.opportunities.load(opportunityId());
  if (!state) throw new Error('no opportunity');
  const { slots, version } = state.opportunity;
  await changeOpportunity(ports)(
    state,
    { slots: slots.map((slot, n) => (n < first ? { ...slot, ...change } : slot)), version },
    { by: DANA },
  );
};
export const moved = (scene: Pick<Scene, 'world'>, first = 1): Promise<void> => changed(scene, first, LATER);
export const calledOff = (scene: Pick<Scene, 'world'>): Promise<void> => changed(scene, 1, { calledOff: true });

/** A change of Ana's own sign-up of two places in the first slot, after `before` happened. */
const own =
  (path: OwnPath, body: unknown, before: (scene: Scene, id: string) => Promise<unknown> = async () => {}, more: Partial<Sent> = {}) =>
  async (scene: Scene): Promise<Answer> => {
    const id = await signedUp(scene.here);
    const headers = bearer(await scene.here.tokenOf(ANA.email));
    await before(scene, id);
    return scene.here.send({ method: 'POST', path: `/api/sign-ups/${id}/${path}`, json: body, headers, ...more });
  };
const own404 =
  (path: string, body: unknown) =>
  async ({ here }: Scene) => {
    await signedUp(here);
    return here.send({
      method: 'POST',
      path: `/api/sign-ups/${NOBODY}/${path}`,
      json: body,
      headers: bearer(await here.tokenOf(ANA.email)),
    });
  };
export const bobTakes =
  (slot: number, places: number) =>
  ({ here }: Scene) =>
    signedUp(
      here,
      { person: { name: 'Bob', email: 'bob@example.org' }, slots: [{ slotId: slotId(slot), places }] },
      'key-of-bob-0123456789',
    );
const cancelled = async ({ here }: Scene, id: string) =>
  here.send({ method: 'POST', path: `/api/sign-ups/${id}/cancel`, headers: bearer(await here.tokenOf(ANA.email)) });
const at =
  (instant: string) =>
  async ({ world }: Scene) =>
    world.clock.set(instant);
const revised =
  (slot: number, terms: { readonly state?: 'open' | 'closed'; readonly opensAt?: string }) =>
  async ({ world }: Scene) => {
    const ledger = world.volunteering.ledgers.get(slotId(slot));
    if (!ledger) throw new Error('no such slot');
    const { capacity, state, closesAt, startsAt, endsAt } = ledger;
    const times = { ...(closesAt && { closesAt }), ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
    await world.ports.slots.revise(opportunityId(), slotId(slot), { capacity, state, ...times, ...terms }, '2027-03-01T12:00:00Z');
  };
/** Ana waits for the place of slot 3, which comes free on the day itself, so that it is offered to her until 16:00. */
export async function offered({ here, world }: Scene): Promise<string> {
  await bobTakes(3, 1)({ here, world });
  const id = await waitlisted(here, [{ slotId: slotId(3), places: 1, waitlist: true }]);
  world.clock.set('2027-03-05T13:40:00Z');
  const bob = await world.ports.people.identify('bob@example.org');
  const claim = world.volunteering.ledgers.get(slotId(3))?.claims[bob];
  if (!claim) throw new Error('Bob must have the place');
  await cancelSignUp(world.ports)({ personId: bob, signUpId: claim.signUpId, by: 'luis@riverbend.example' });
  await serveWaitlist(world.ports)({ opportunityId: opportunityId(), slotId: slotId(3) });
  return id;
}
const answered =
  (body: unknown = { answer: 'accept' }, before: (scene: Scene) => Promise<unknown> = async () => {}) =>
  async (scene: Scene): Promise<Answer> => {
    const id = await offered(scene);
    await before(scene);
    const headers = bearer(await scene.here.tokenOf(ANA.email));
    return scene.here.send({ method: 'POST', path: `/api/sign-ups/${id}/offer`, json: body, headers });
  };
/** Everyone else changes the sign-up first, each time. */
const never = (scene: Scene): Site =>
  site(scene.world, (ports) => ({
    ...ports,
    slots: {
      ...ports.slots,
      step: async (ledger) => ({ kind: 'refused', ledger: { ...ledger, version: ledger.version + 1 } }),
      release: async ({ slotId: id }) => ({ kind: 'refused', ledger: scene.world.volunteering.ledgers.get(id) as never }),
    },
  }));
const raw = (body: string, type: string) => ({ body, headers: { 'content-type': type } });

/** What any operation on one's own sign-up refuses alike. */
const ofOwn = (operation: string, path: OwnPath, body: unknown): readonly Case[] => [
  { operation, code: 'success', ask: own(path, body) },
  { operation, code: 'request.invalid', ask: own(path, { more: 1 }) },
  { operation, code: 'request.malformed', ask: ownRaw(path, raw('{', 'application/json')) },
  { operation, code: 'request.too-large', ask: ownRaw(path, raw(JSON.stringify('x'.repeat(65_536)), 'application/json')) },
  { operation, code: 'request.unsupported-type', ask: ownRaw(path, raw('a=1', 'text/plain')) },
  { operation, code: 'link.invalid', ask: own(path, body, undefined, { headers: {} }) },
  { operation, code: 'sign-up.not-found', ask: own404(path, body) },
];
const ownRaw =
  (path: OwnPath, { body, headers }: { body: string; headers: Record<string, string> }) =>
  async (scene: Scene) => {
    const id = await signedUp(scene.here);
    const authorization = bearer(await scene.here.tokenOf(ANA.email));
    return scene.here.send({ method: 'POST', path: `/api/sign-ups/${id}/${path}`, body, headers: { ...headers, ...authorization } });
  };
const posted =
  (path: string, { body, headers }: { body: string; headers: Record<string, string> }) =>
  ({ here }: Scene) =>
    here.send({ method: 'POST', path, body, headers: { ...headers, 'idempotency-key': KEY } });

export const CASES: readonly Case[] = [
  { operation: 'listSchools', code: 'success', ask: ({ here }) => here.get('/api/schools') },
  {
    operation: 'listOpportunities',
    code: 'success',
    ask: ({ here }) => here.get(`/api/opportunities?schoolId=${aSchool().schoolId}&evening=yes`),
  },
  { operation: 'listOpportunities', code: 'request.invalid', ask: ({ here }) => here.get('/api/opportunities?evening=perhaps') },
  { operation: 'getOpportunity', code: 'success', ask: ({ here }) => here.get(`/api/opportunities/${opportunityId()}`) },
  { operation: 'getOpportunity', code: 'request.invalid', ask: ({ here }) => here.get('/api/opportunities/opp_1') },
  { operation: 'getOpportunity', code: 'opportunity.not-found', ask: ({ here }) => here.get(`/api/opportunities/${opportunityId(9)}`) },
  {
    operation: 'getOpportunity',
    code: 'opportunity.not-found',
    name: 'a draft',
    opportunity: { status: 'draft' },
    ask: ({ here }) => here.get(`/api/opportunities/${opportunityId()}`),
  },
  { operation: 'signUp', code: 'success', ask: ({ here }) => postSignUp(here, aSignUpRequest()) },
  { operation: 'signUp', code: 'request.malformed', ask: posted('/api/sign-ups', raw('{"a":', 'application/json')) },
  { operation: 'signUp', code: 'request.invalid', ask: ({ here }) => postSignUp(here, {}) },
  {
    operation: 'signUp',
    code: 'request.too-large',
    ask: posted('/api/sign-ups', raw(JSON.stringify('x'.repeat(65_536)), 'application/json')),
  },
  { operation: 'signUp', code: 'request.unsupported-type', ask: posted('/api/sign-ups', raw('a=1', 'application/x-www-form-urlencoded')) },
  {
    operation: 'signUp',
    code: 'request-key.missing',
    ask: ({ here }) => here.send({ method: 'POST', path: '/api/sign-ups', json: aSignUpRequest() }),
  },
  { operation: 'signUp', code: 'request-key.missing', name: 'too short', ask: ({ here }) => postSignUp(here, aSignUpRequest(), 'short') },
  {
    operation: 'signUp',
    code: 'request-key.reused',
    ask: async ({ here }) => {
      await signedUp(here);
      return postSignUp(here, aSignUpRequest({ slots: [{ slotId: slotId(1), places: 3 }] }));
    },
  },
  {
    operation: 'signUp',
    code: 'opportunity.not-found',
    ask: ({ here }) => postSignUp(here, aSignUpRequest({ opportunityId: opportunityId(9) })),
  },
  {
    operation: 'signUp',
    code: 'sign-up.all-refused',
    ask: async (scene) => {
      await bobTakes(3, 1)(scene);
      return postSignUp(scene.here, aSignUpRequest({ slots: [{ slotId: slotId(3), places: 1 }] }));
    },
  },
  {
    operation: 'signUp',
    code: 'request.conflict',
    opportunity: { limitPerPerson: 2 },
    ask: ({ world }) =>
      postSignUp(
        site(world, (ports) => ({ ...ports, allowances: { ...ports.allowances, save: async () => 'version-conflict' } })),
        aSignUpRequest(),
      ),
  },
  {
    operation: 'listMySignUps',
    code: 'success',
    ask: async ({ here }) => {
      await signedUp(here);
      return here.get('/api/my-sign-ups', { headers: bearer(await here.tokenOf(ANA.email)) });
    },
  },
  { operation: 'listMySignUps', code: 'link.invalid', ask: ({ here }) => here.get('/api/my-sign-ups') },
  ...ofOwn('cancelSignUp', 'cancel', {}),
  {
    operation: 'cancelSignUp',
    code: 'success',
    name: 'without a body',
    ask: async (scene) => cancelled(scene, await signedUp(scene.here)),
  },
  { operation: 'cancelSignUp', code: 'sign-up.too-late', ask: own('cancel', {}, at(LATE)) },
  {
    operation: 'cancelSignUp',
    code: 'request.conflict',
    ask: async (scene) => cancelled({ ...scene, here: never(scene) }, await signedUp(scene.here)),
  },
  ...ofOwn('changePlaces', 'places', { places: 3 }),
  { operation: 'changePlaces', code: 'sign-up.not-active', ask: own('places', { places: 3 }, cancelled) },
  { operation: 'changePlaces', code: 'sign-up.too-late', ask: own('places', { places: 3 }, at(LATE)) },
  { operation: 'changePlaces', code: 'slot.not-enough-places', ask: own('places', { places: 6 }) },
  { operation: 'changePlaces', code: 'slot.closed', ask: own('places', { places: 3 }, revised(1, { state: 'closed' })) },
  {
    operation: 'changePlaces',
    code: 'slot.started',
    opportunity: { dropOutHours: 0 },
    ask: (scene) => own('places', { places: 3 }, startedEarly)(scene),
  },
  { operation: 'changePlaces', code: 'person.limit-reached', opportunity: { limitPerPerson: 2 }, ask: own('places', { places: 3 }) },
  {
    operation: 'changePlaces',
    code: 'request.conflict',
    opportunity: { limitPerPerson: 4 },
    ask: async (scene) => {
      const id = await signedUp(scene.here);
      const stuck = site(scene.world, (ports) => ({ ...ports, allowances: { ...ports.allowances, save: async () => 'version-conflict' } }));
      return stuck.send({
        method: 'POST',
        path: `/api/sign-ups/${id}/places`,
        json: { places: 3 },
        headers: bearer(await stuck.tokenOf(ANA.email)),
      });
    },
  },
  ...ofOwn('answerOffer', 'offer', { answer: 'accept' }).filter(({ code }) => code !== 'success'),
  { operation: 'answerOffer', code: 'success', ask: answered() },
  { operation: 'answerOffer', code: 'success', name: 'passed', ask: answered({ answer: 'pass' }) },
  { operation: 'answerOffer', code: 'offer.over', ask: own('offer', { answer: 'pass' }) },
  {
    operation: 'answerOffer',
    code: 'offer.over',
    name: 'at its instant',
    ask: answered({ answer: 'accept' }, async (scene) => scene.world.clock.set('2027-03-05T16:00:00Z')),
  },
  {
    operation: 'answerOffer',
    code: 'request.conflict',
    ask: async (scene) => {
      const id = await offered(scene);
      const stuck = never(scene);
      const headers = bearer(await stuck.tokenOf(ANA.email));
      return stuck.send({ method: 'POST', path: `/api/sign-ups/${id}/offer`, json: { answer: 'accept' }, headers });
    },
  },
  ...ofOwn('confirmTime', 'time', TIME),
  { operation: 'confirmTime', code: 'sign-up.not-active', ask: own('time', TIME, cancelled) },
  { operation: 'confirmTime', code: 'slot.moved-meanwhile', ask: own('time', TIME, (scene) => moved(scene)) },
  {
    operation: 'confirmTime',
    code: 'request.conflict',
    ask: async (scene) => {
      const id = await signedUp(scene.here);
      await moved(scene);
      const stuck = site(scene.world, (ports) => ({ ...ports, times: { confirm: async () => 'stale' } }));
      const headers = bearer(await stuck.tokenOf(ANA.email));
      return stuck.send({ method: 'POST', path: `/api/sign-ups/${id}/time`, json: LATER, headers });
    },
  },
  ...ofOwn('moveSignUp', 'move', { slotId: slotId(2) }),
  { operation: 'moveSignUp', code: 'sign-up.not-active', ask: own('move', { slotId: slotId(2) }, cancelled) },
  { operation: 'moveSignUp', code: 'sign-up.too-late', ask: own('move', { slotId: slotId(2) }, at(LATE)) },
  {
    operation: 'moveSignUp',
    code: 'sign-up.already',
    ask: own('move', { slotId: slotId(4) }, ({ here }) =>
      signedUp(here, { slots: [{ slotId: slotId(4), places: 1 }] }, 'key-of-the-second-one'),
    ),
  },
  { operation: 'moveSignUp', code: 'slot.not-found', ask: own('move', { slotId: slotId(9) }) },
  { operation: 'moveSignUp', code: 'slot.full', ask: own('move', { slotId: slotId(2) }, bobTakes(2, 2)) },
  { operation: 'moveSignUp', code: 'slot.not-enough-places', ask: own('move', { slotId: slotId(3) }) },
  {
    operation: 'moveSignUp',
    code: 'slot.not-open-yet',
    ask: own('move', { slotId: slotId(2) }, revised(2, { opensAt: '2027-03-02T12:00:00.000Z' })),
  },
  { operation: 'moveSignUp', code: 'slot.closed', ask: own('move', { slotId: slotId(2) }, revised(2, { state: 'closed' })) },
  { operation: 'moveSignUp', code: 'slot.started', ask: own('move', { slotId: slotId(2) }, (scene) => startedEarly(scene, '', 2)) },
  {
    operation: 'moveSignUp',
    code: 'person.limit-reached',
    opportunity: { limitPerPerson: 4 },
    ask: own('move', { slotId: slotId(2) }, limitLowered),
  },
  {
    operation: 'moveSignUp',
    code: 'request.conflict',
    ask: async (scene) => {
      const id = await signedUp(scene.here);
      const stuck = never(scene);
      return stuck.send({
        method: 'POST',
        path: `/api/sign-ups/${id}/move`,
        json: { slotId: slotId(2) },
        headers: bearer(await stuck.tokenOf(ANA.email)),
      });
    },
  },
  {
    operation: 'sendLink',
    code: 'success',
    ask: ({ here }) => here.send({ method: 'POST', path: '/api/links', json: { email: ANA.email, language: 'en' } }),
  },
  { operation: 'sendLink', code: 'request.malformed', ask: posted('/api/links', raw('nonsense', 'application/json')) },
  {
    operation: 'sendLink',
    code: 'request.invalid',
    ask: ({ here }) => here.send({ method: 'POST', path: '/api/links', json: { email: 'ana' } }),
  },
  {
    operation: 'sendLink',
    code: 'request.too-large',
    ask: posted('/api/links', raw(JSON.stringify('x'.repeat(65_536)), 'application/json')),
  },
  { operation: 'sendLink', code: 'request.unsupported-type', ask: posted('/api/links', raw('{}', 'text/plain')) },
];

/** Staff moved a slot's start forward to a moment that has passed. */
async function startedEarly({ world }: Scene, _id = '', slot = 1): Promise<void> {
  const startsAt = '2027-03-01T11:00:00.000Z';
  await world.ports.slots.revise(opportunityId(), slotId(slot), { capacity: 5, state: 'open', startsAt, endsAt: STARTED }, startsAt);
}

/** Ana holds places elsewhere too, from when more were allowed. */
async function limitLowered({ here, world }: Scene): Promise<void> {
  await signedUp(here, { slots: [{ slotId: slotId(4), places: 2 }] }, 'key-of-the-second-one');
  const state = await world.ports.opportunities.load(opportunityId());
  if (!state) throw new Error('no such opportunity');
  await world.ports.opportunities.save({ ...state.opportunity, limitPerPerson: 2, version: state.opportunity.version + 1 });
}
