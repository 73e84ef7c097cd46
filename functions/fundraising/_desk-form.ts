/** The form of a staff operation on a pledge: the same operation as over the API, with a session instead of a token and a page instead of JSON. */

import type { ApiOperation } from '#contracts/api/index.ts';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import type { StaffAction } from '#domain/desk/authorise.ts';
import { deskBody } from '#web/desk/index.ts';
import { deskRoute } from '../_http/desk.ts';
import type { Routes } from '../_http/http-function.ts';
import { checked, read } from '../_http/input.ts';
import type { HttpRequest } from '../_http/request.ts';
import { seeOther } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import { campaignFor, type DeskPledgePorts, showPledge } from './_desk-pledge.ts';
import type { StaffInput, StaffRun } from './_staff-route.ts';

export function deskForm<Operation extends ApiOperation>(
  ports: DeskPledgePorts,
  operation: Operation,
  action: StaffAction,
  run: StaffRun<Operation>,
): Routes {
  const { operationId, method, path, params, body } = operation;
  if (!params || !body) throw new Error(`${operationId} says nothing that a form could`);
  const route = deskRoute(ports, async (visit, request) => {
    const campaign = await campaignFor(ports, visit, request);
    allow(visit.member, action, campaign);
    const named = checked(params, request.params);
    const parsed = read(body, deskBody(operationId, visit.form));
    const values = Object.fromEntries(visit.form);
    if (!parsed.ok)
      return showPledge(ports, visit, request, campaign, { status: 422, posted: { operationId, values, errors: parsed.errors } });
    const input = {
      params: named,
      query: undefined,
      body: parsed.data,
      request: withKey(request, visit.form),
      by: visit.member.email,
      campaign,
    };
    const outcome = await run(input as unknown as StaffInput<Operation>);
    if (outcome.ok) return seeOther(`${deskPaths.pledge(campaign.campaignId, request.params.pledgeId ?? '')}?done=${operationId}`);
    const { code } = outcome.error;
    const posted = { operationId, values, errors: outcome.error.fields ?? [] };
    return showPledge(ports, visit, request, campaign, { status: PROBLEM_STATUS[code], problem: code, posted });
  });
  return { [`${method} ${deskFormPath(path)}`]: route };
}

/** The page's own key is the form's idempotency key. */
const withKey = (request: HttpRequest, form: URLSearchParams): HttpRequest => ({
  ...request,
  header: (name) => (name === 'idempotency-key' ? (form.get('key') ?? undefined) : request.header(name)),
});
