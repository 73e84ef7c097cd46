/** Each way an operation that sets up schools and opportunities can end, and a request that leads there. */

import type { ApiOperation } from '#contracts/api/index.ts';
import * as operations from '#contracts/api/volunteering-staff.ts';
import { slotsOf } from '#domain/volunteering/series.ts';
import { anOpportunity, aSchool, aSeries, opportunityId, schoolId, seriesId, slotId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { type Case, type Scene, SLOTS } from './api-cases.ts';
import { type Answer, type Sent, type Site, site } from './http.ts';
import { KEY } from './people.ts';

const TUESDAYS = aSeries({ rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3', startsOn: '2027-03-09' });
/** With a series of three dates, over the start of daylight saving. */
export const RECURRING = {
  slots: [...SLOTS, ...slotsOf(TUESDAYS, aSchool().zone, (day) => slotId(Number(day.slice(-2))))],
  series: [TUESDAYS],
};

/** What each takes, as it is stored in a scene, with one thing changed. */
export const SETUP_BODIES: Readonly<Record<string, object>> = {
  saveSchool: { ...aSchool(), name: 'Lincoln School' },
  saveHolidays: { holidays: [{ name: { en: 'Spring break' }, from: '2027-03-22', to: '2027-03-26' }], version: 0 },
  saveOpportunity: { ...anOpportunity({ slots: SLOTS }), dropOutHours: 1 },
  setOpportunityStatus: { status: 'closed', version: 1 },
  shiftOpportunity: { days: 7, minutes: 0, version: 1 },
  repeatSlot: { slotId: slotId(1), unit: 'week', every: 1, times: 10, without: [], version: 1 },
  changeSeries: { seriesId: seriesId(), day: '2027-03-09', scope: 'all', change: { capacity: 4 }, version: 1 },
  copyOpportunity: { days: 364 },
};

const SETUP: readonly ApiOperation[] = Object.values(operations).filter((one) => 'operationId' in one);

function ask(operation: ApiOperation, here: Site, more: Partial<Sent> = {}, of: string = opportunityId()): Promise<Answer> {
  const headers = { ...asStaff(DANA), ...(operation.requestKey && { 'idempotency-key': KEY }), ...more.headers };
  const sent = more.body === undefined ? { json: SETUP_BODIES[operation.operationId] } : {};
  return here.send({ method: operation.method, path: operation.path.replace('{opportunityId}', of), ...sent, ...more, headers });
}

const busy = ({ world }: Scene): Site =>
  site(world, (ports) => ({
    ...ports,
    definitions: { ...ports.definitions, saveOpportunity: async () => 'busy', saveSchool: async () => 'busy' },
    holidays: { ...ports.holidays, save: async () => 'busy' },
  }));

function casesOf(operation: ApiOperation): readonly Case[] {
  const { operationId, refusals } = operation;
  const body = SETUP_BODIES[operationId];
  const later = (scene: Scene) => ask(operation, scene.here, { json: { ...body, version: 0 } });
  const hidden = (scene: Scene) => ask(operation, scene.here, { headers: asStaff('hannah@riverbend.example') });
  const ways: Readonly<Record<string, (scene: Scene) => Promise<Answer>>> = {
    success: ({ here }) => ask(operation, here),
    'staff.unknown': ({ here }) => ask(operation, here, { headers: { authorization: 'Bearer nonsense' } }),
    'staff.not-allowed': ({ here }) => ask(operation, here, { headers: asStaff('pat@riverbend.example') }),
    'request.malformed': ({ here }) => ask(operation, here, { body: '{"a":', headers: { 'content-type': 'application/json' } }),
    'request.invalid': ({ here }) => ask(operation, here, { json: { more: 1 } }),
    'request.too-large': ({ here }) =>
      ask(operation, here, { body: JSON.stringify('x'.repeat(65_536)), headers: { 'content-type': 'application/json' } }),
    'request.unsupported-type': ({ here }) => ask(operation, here, { body: 'a=1', headers: { 'content-type': 'text/plain' } }),
    'request.conflict': (scene) => ask(operation, busy(scene)),
    'request-key.missing': ({ here }) => ask(operation, here, { headers: { 'idempotency-key': 'short' } }),
    'school.changed-meanwhile': later,
    'holidays.changed-meanwhile': ({ here }) => ask(operation, here, { json: { ...body, version: 1 } }),
    'opportunity.changed-meanwhile': later,
    'opportunity.not-found': operation.params ? ({ here }) => ask(operation, here, {}, opportunityId(9)) : hidden,
    'school.not-found': ({ here }) =>
      ask(operation, here, { json: { ...anOpportunity({ opportunityId: opportunityId(9), schoolId: schoolId(9) }), version: 0 } }),
  };
  return ['success', ...refusals].map((code) => {
    const way = ways[code];
    if (!way) throw new Error(`no way to ${code}`);
    return {
      operation: operationId,
      code: code as Case['code'],
      ask: way,
      ...(operationId === 'changeSeries' && { opportunity: RECURRING }),
    };
  });
}

export const SETUP_CASES: readonly Case[] = SETUP.flatMap(casesOf);
