/** `GET /api/figures` tells what differs from the ledgers; `POST /api/figures/rebuild` and its form at the desk have the figures made anew. */
import { checkFigures as check, rebuildFigures as contract } from '#contracts/api/figures.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { ok } from '#domain/result.ts';
import { iso } from '#domain/time.ts';
import { askForFigures, checkFigures } from '#domain/volunteering/rebuild-figures.ts';
import { type DeskPorts, deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { seeOther } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { type StaffOperation, staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { countPorts } from './_count-ports.ts';
import { staffVolunteeringHandler } from './_staff-route.ts';

type Ports = StaffPorts & DeskPorts & Parameters<typeof askForFigures>[0] & { readonly history: StaffHistory };

/** The figures are the district's. */
const THE_DISTRICT = {
  action: 'figures.rebuild',
  seenBy: 'figures.rebuild',
  notFound: 'route.not-found',
  subject: async () => ({}),
} as const;
type OfDistrict = Record<string, never>;

export function createHandler(ports: Ports): HttpFunction {
  const rebuild: StaffOperation<typeof contract, OfDistrict> = {
    ...THE_DISTRICT,
    operation: contract,
    run: async ({ member }) => {
      const state = await askForFigures(ports)();
      await ports.history.add({
        at: iso(ports.clock.now()),
        by: member.email,
        what: 'figures.rebuild-asked',
        about: 'figures',
        ref: String(state.making?.generation),
        changes: [],
      });
      return ok(state);
    },
  };
  const recount: StaffOperation<typeof check, OfDistrict> = {
    ...THE_DISTRICT,
    operation: check,
    run: async () => ok(await checkFigures(ports)()),
  };
  const done = `${deskPaths.volunteering}?done=rebuild`;
  return deskFunction(ports, {
    ...staffApiRoute(ports, rebuild),
    ...staffApiRoute(ports, recount),
    ...staffFormRoute(ports, rebuild, { body: () => undefined, done: () => done, again: async () => seeOther(deskPaths.volunteering) }),
  });
}

export const handler = staffVolunteeringHandler((ports) =>
  createHandler({ ...ports, figures: countPorts(environment(['VOLUNTEERING_TABLE']).VOLUNTEERING_TABLE).figures }),
);
