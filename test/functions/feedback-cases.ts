/** Each way an operation on feedback can end, and a request that leads there. */
import { answerFeedback, getFeedback, getMyFeedback, listFeedback } from '#contracts/api/volunteering-feedback.ts';
import { opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import type { World } from '#test/support/world.ts';
import type { Case, Scene } from './api-cases.ts';
import { type Answer, type Sent, type Site, site } from './http.ts';
import { ANA, bearer, signedUp } from './people.ts';
import { pathOf } from './staff-cases.ts';

/** Slot 1 has begun. */
export const BEGUN = '2027-03-05T23:00:00.000Z';
export const ANSWER = { score: 4, text: 'More chairs for those who wait', named: false, language: 'en' } as const;

/** Somebody of slot 1 was seen at the door, or was not. */
export async function markedAtDoor(world: World, here: Site, email: string, state: 'attended' | 'missed', at = BEGUN): Promise<void> {
  const personId = await here.personOf(email);
  const claim = world.volunteering.ledgers.get(slotId())?.claims[personId];
  if (!claim) throw new Error(`${email} has no places`);
  const of = { opportunityId: opportunityId(), slotId: slotId(), personId, ...claim };
  await world.ports.marks.mark({ ...of, attendance: { state, at }, at, by: 'luis@riverbend.example' as never });
}

/** Ana has places in slot 1, which has begun unless it is another time. */
const asks =
  (
    method: 'GET' | 'POST',
    more: Partial<Sent> = {},
    { at = BEGUN, n = 1, before = async () => {}, on = ({ here }) => here }: Partial<Asking> = {},
  ) =>
  async (scene: Scene): Promise<Answer> => {
    await signedUp(scene.here);
    const headers = { ...bearer(await scene.here.tokenOf(ANA.email)), ...more.headers };
    scene.world.clock.set(at);
    await before(scene);
    const path = pathOf(method === 'GET' ? getMyFeedback : answerFeedback, { opportunityId: opportunityId(n) });
    return on(scene).send({ method, path, ...(method === 'POST' && more.body === undefined && { json: ANSWER }), ...more, headers });
  };
interface Asking {
  readonly at: string;
  readonly n: number;
  readonly before: (scene: Scene) => Promise<unknown>;
  readonly on: (scene: Scene) => Site;
}
const raw = (body: string, type: string): Partial<Sent> => ({ body, headers: { 'content-type': type } });
const busy = ({ world }: Scene): Site =>
  site(world, (ports) => ({ ...ports, feedback: { ...ports.feedback, save: async () => 'busy' as const } }));
const missed = async ({ world, here }: Scene) => markedAtDoor(world, here, ANA.email, 'missed');

const PAT = 'pat@riverbend.example';
/** Of staff, after Ana answered. */
const reads =
  (operation: typeof getFeedback | typeof listFeedback, email: string, { n = 1, query = '' } = {}) =>
  async (scene: Scene): Promise<Answer> => {
    await asks('POST')(scene);
    const path = pathOf(operation, { opportunityId: opportunityId(n), schoolId: schoolId(n) });
    return scene.here.get(path + query, { headers: asStaff(email) });
  };

export const FEEDBACK_CASES: readonly Case[] = [
  { operation: 'getMyFeedback', code: 'success', ask: asks('GET') },
  { operation: 'getMyFeedback', code: 'link.invalid', ask: asks('GET', { headers: bearer('x'.repeat(32)) }) },
  { operation: 'getMyFeedback', code: 'sign-up.not-found', ask: asks('GET', {}, { n: 9 }) },
  { operation: 'answerFeedback', code: 'success', ask: asks('POST') },
  { operation: 'answerFeedback', code: 'request.malformed', ask: asks('POST', raw('{"a":', 'application/json')) },
  {
    operation: 'answerFeedback',
    code: 'request.too-large',
    ask: asks('POST', raw(JSON.stringify('x'.repeat(65_536)), 'application/json')),
  },
  { operation: 'answerFeedback', code: 'request.unsupported-type', ask: asks('POST', raw('a=1', 'text/plain')) },
  ...[0, 6, 2.5, '4', null].map((score) => ({
    operation: 'answerFeedback',
    code: 'request.invalid' as const,
    name: `with a score of ${JSON.stringify(score)}`,
    ask: asks('POST', { json: { ...ANSWER, score } }),
  })),
  {
    operation: 'answerFeedback',
    code: 'request.invalid',
    name: 'that is too long',
    ask: asks('POST', { json: { ...ANSWER, text: 'x'.repeat(1_001) } }),
  },
  { operation: 'answerFeedback', code: 'request.conflict', ask: asks('POST', {}, { on: busy }) },
  { operation: 'answerFeedback', code: 'link.invalid', ask: asks('POST', { headers: bearer('x'.repeat(32)) }) },
  { operation: 'answerFeedback', code: 'sign-up.not-found', ask: asks('POST', {}, { n: 9 }) },
  { operation: 'answerFeedback', code: 'feedback.too-early', ask: asks('POST', {}, { at: '2027-03-05T22:59:59.999Z' }) },
  { operation: 'answerFeedback', code: 'feedback.not-there', ask: asks('POST', {}, { before: missed }) },
  { operation: 'answerFeedback', code: 'feedback.over', ask: asks('POST', {}, { at: '2027-04-05T01:00:00.000Z' }) },
  { operation: 'getFeedback', code: 'success', ask: reads(getFeedback, DANA) },
  { operation: 'getFeedback', code: 'staff.unknown', ask: reads(getFeedback, 'eve@example.org') },
  { operation: 'getFeedback', code: 'request.invalid', ask: reads(getFeedback, DANA, { query: '?before=yesterday' }) },
  { operation: 'getFeedback', code: 'opportunity.not-found', ask: reads(getFeedback, DANA, { n: 9 }) },
  { operation: 'getFeedback', code: 'opportunity.not-found', name: 'to who only looks', ask: reads(getFeedback, PAT) },
  { operation: 'listFeedback', code: 'success', ask: reads(listFeedback, DANA) },
  { operation: 'listFeedback', code: 'staff.unknown', ask: reads(listFeedback, 'eve@example.org') },
  { operation: 'listFeedback', code: 'school.not-found', ask: reads(listFeedback, DANA, { n: 9 }) },
  { operation: 'listFeedback', code: 'school.not-found', name: 'to who only looks', ask: reads(listFeedback, PAT) },
];
