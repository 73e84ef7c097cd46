/** Each way an operation of mails can end, and a request that leads there. */

import type { ApiOperation } from '#contracts/api/index.ts';
import * as operations from '#contracts/api/mail.ts';
import { noteFate } from '#domain/messaging/note-fate.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import type { World } from '#test/support/world.ts';
import type { Case, Scene } from './api-cases.ts';
import { type Answer, portsOf, type Sent } from './http.ts';
import { ANA } from './people.ts';

export const MAIL_BODIES: Readonly<Record<string, object>> = { liftSuppression: { version: 1, reason: 'The mailbox works again' } };

/** A mail to Ana that came back for good, or that she marked as spam. */
export async function suppressed(world: World, fate: 'bounced' | 'complained' = 'bounced', n = 1): Promise<{ readonly personId: string }> {
  const personId = await world.ports.people.identify(ANA.email);
  const key = `link/${n}`;
  const now = world.clock.now();
  await world.mailLedger.lease(key, personId, now, 60_000);
  await noteFate({ ...portsOf(world) })({ key, serviceId: `ses-${n}`, fate, at: now, sentAt: now, email: ANA.email });
  return { personId };
}

async function ask({ operationId, method, path }: ApiOperation, { here, world }: Scene, more: Partial<Sent> = {}): Promise<Answer> {
  const { personId } = await suppressed(world);
  const headers = { ...asStaff(DANA), ...more.headers };
  const to = path.replace('{personId}', personId);
  if (method === 'GET') return here.get(to, { headers });
  const sent = more.body === undefined ? { json: MAIL_BODIES[operationId] ?? {} } : {};
  return here.send({ method, path: to, ...sent, ...more, headers });
}

function casesOf(operation: ApiOperation): readonly Case[] {
  const raw = (body: string, type: string) => (scene: Scene) => ask(operation, scene, { body, headers: { 'content-type': type } });
  const but = (more: object) => (scene: Scene) => ask(operation, scene, { json: { ...MAIL_BODIES[operation.operationId], ...more } });
  const ways: Readonly<Record<string, (scene: Scene) => Promise<Answer>>> = {
    success: (scene) => ask(operation, scene),
    'staff.unknown': (scene) => ask(operation, scene, { headers: { authorization: 'Bearer nonsense' } }),
    'staff.not-allowed': (scene) => ask(operation, scene, { headers: asStaff('luis@riverbend.example') }),
    'request.invalid': but({ reason: ' ' }),
    'request.malformed': raw('{"a":', 'application/json'),
    'request.too-large': raw(JSON.stringify('x'.repeat(65_536)), 'application/json'),
    'request.unsupported-type': raw('a=1', 'text/plain'),
    'suppression.not-found': (scene) => ask(operation, scene, { path: operation.path.replace('{personId}', 'nobody0123456789') }),
    'version.conflict': but({ version: 7 }),
  };
  return (['success', ...operation.refusals] as const).map((code) => {
    const way = ways[code];
    if (!way) throw new Error(`no way to ${code}`);
    return { operation: operation.operationId, code, ask: way };
  });
}

const lift = operations.liftSuppression;
/** What else is wrong with a lift, and changes nothing. */
const WRONG: readonly (readonly [string, object])[] = [
  ['a reason that is none', { reason: 7 }],
  ['a reason of many lines', { reason: 'a\nb' }],
  ['a reason that is too long', { reason: 'x'.repeat(301) }],
  ['no version', { version: undefined }],
  ['version 0', { version: 0 }],
  ['half a version', { version: 1.5 }],
  ['something more', { email: ANA.email }],
];

export const MAIL_CASES: readonly Case[] = [
  ...Object.values(operations).flatMap(casesOf),
  ...WRONG.map(
    ([name, more]): Case => ({
      operation: lift.operationId,
      code: 'request.invalid',
      name: `with ${name}`,
      ask: (scene) => ask(lift, scene, { json: { ...MAIL_BODIES.liftSuppression, ...more } }),
    }),
  ),
  {
    operation: lift.operationId,
    code: 'request.invalid',
    name: 'of somebody who can be none',
    ask: (scene) => ask(lift, scene, { path: lift.path.replace('{personId}', ANA.email) }),
  },
];
