/** `POST /api/opportunities`: staff add an opportunity or save its changed definition. */
import { saveOpportunity as contract } from '#contracts/api/volunteering-staff.ts';
import { saveOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { apiRoute } from '../_http/api-route.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction, Routes } from '../_http/http-function.ts';
import { staffOf } from '../_http/staff.ts';
import { allowSaving } from './_desk-opportunity.ts';
import { type StaffVolunteeringPorts, staffVolunteeringHandler } from './_staff-route.ts';

export function createHandler(ports: StaffVolunteeringPorts): HttpFunction {
  const key = `${contract.method} ${contract.path}`;
  const routes: Routes = {
    [key]: async (request) => {
      const member = await staffOf(ports, request);
      const route = apiRoute(contract, async ({ body }) => {
        await allowSaving(ports, member, body);
        return saveOpportunity(ports)({ definition: body, by: member.email });
      })[key];
      if (!route) throw new Error(`no route ${key}`);
      return route(request);
    },
  };
  return deskFunction(ports, routes);
}

export const handler = staffVolunteeringHandler(createHandler);
