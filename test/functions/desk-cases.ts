/** Each way an operation of the desk itself can end, and a request that leads there. */
import * as operations from '#contracts/api/desk.ts';
import type { ApiOperation } from '#contracts/api/index.ts';
import { schoolId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import type { Case, Scene } from './api-cases.ts';
import { type Answer, type Sent, type Site, site } from './http.ts';

const LUIS = 'luis@riverbend.example';
const nora = { email: 'nora@riverbend.example', name: 'Nora Lindqvist', role: 'coordinator', schools: [schoolId(1)] } as const;
const luis = { email: LUIS, name: 'Luis Ortega', role: 'viewer', schools: [schoolId(1)], active: true, version: 1 } as const;

/** Done by the district's admin. */
export const DESK_BODIES: Readonly<Record<string, object>> = {
  inviteStaff: nora,
  saveStaff: luis,
  findPerson: { email: LUIS },
  exportPerson: { email: LUIS },
  deletePerson: { email: LUIS, confirmed: true },
};

/** What reads need to say. */
export const DESK_QUERIES: Readonly<Record<string, string>> = { listHistory: '?month=2027-03' };

function ask({ operationId, method, path }: ApiOperation, here: Site, more: Partial<Sent> = {}): Promise<Answer> {
  const headers = { ...asStaff(DANA), ...more.headers };
  if (method === 'GET') return here.get(more.path ?? path + (DESK_QUERIES[operationId] ?? ''), { headers });
  const sent = more.body === undefined ? { json: DESK_BODIES[operationId] ?? {} } : {};
  return here.send({ method, path, ...sent, ...more, headers });
}

const never = ({ world }: Scene): Site =>
  site(world, (ports) => ({ ...ports, register: { ...ports.register, change: async () => 'conflict' as const } }));

function casesOf(operation: ApiOperation): readonly Case[] {
  const { operationId, refusals } = operation;
  const raw =
    (body: string, type: string) =>
    ({ here }: Scene) =>
      ask(operation, here, { body, headers: { 'content-type': type } });
  const but =
    (more: object) =>
    ({ here }: Scene) =>
      ask(operation, here, { json: { ...DESK_BODIES[operationId], ...more } });
  const ways: Readonly<Record<string, (scene: Scene) => Promise<Answer>>> = {
    success: ({ here }) => ask(operation, here),
    'staff.unknown': ({ here }) => ask(operation, here, { headers: { authorization: 'Bearer nonsense' } }),
    'staff.not-allowed': ({ here }) => ask(operation, here, { headers: asStaff('pat@riverbend.example') }),
    'request.invalid':
      operation.method === 'GET'
        ? ({ here }) => ask(operation, here, { path: `${operation.path}?month=2027-13` })
        : raw('{"more":1}', 'application/json'),
    'request.malformed': raw('{"a":', 'application/json'),
    'request.too-large': raw(JSON.stringify('x'.repeat(65_536)), 'application/json'),
    'request.unsupported-type': raw('a=1', 'text/plain'),
    'request.conflict': (scene) => ask(operation, never(scene)),
    'school.not-found': but({ schools: [schoolId(9)] }),
    'staff.already': but({ email: LUIS }),
    'staff.not-found': but({ email: 'nobody@riverbend.example' }),
    'staff.last-admin': but({ email: DANA, role: 'viewer' }),
    'version.conflict': but({ version: 7 }),
  };
  return (['success', ...refusals] as const).map((code) => {
    const way = ways[code];
    if (!way) throw new Error(`no way to ${code}`);
    return { operation: operationId, code, ask: way };
  });
}

const all: readonly ApiOperation[] = Object.values(operations);

export const DESK_CASES: readonly Case[] = all.flatMap(casesOf);
