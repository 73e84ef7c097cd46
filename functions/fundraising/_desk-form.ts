/** The form of a staff operation on a pledge, on the pledge's page. */
import type { ApiOperation } from '#contracts/api/index.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import { deskBody, withMoneyFaults } from '#web/desk/index.ts';
import type { Routes } from '../_http/http-function.ts';
import { type StaffOperation, staffFormRoute } from '../_http/staff-operation.ts';
import { type DeskPledgePorts, showPledge } from './_desk-pledge.ts';

export function deskForm<Operation extends ApiOperation>(ports: DeskPledgePorts, one: StaffOperation<Operation, Campaign>): Routes {
  const { operationId, params, body } = one.operation;
  if (!params || !body) throw new Error(`${operationId} says nothing that a form could`);
  return staffFormRoute(ports, one, {
    body: (form) => deskBody(operationId, form),
    done: ({ request, subject }) => `${deskPaths.pledge(subject.campaignId, request.params.pledgeId ?? '')}?done=${operationId}`,
    again: (visit, request, campaign, { status, problem, values, errors }) =>
      showPledge(ports, visit, request, campaign, {
        status,
        ...(problem && { problem }),
        posted: { operationId, values: Object.fromEntries(values), errors: withMoneyFaults(deskBody(operationId, values), errors) },
      }),
  });
}
