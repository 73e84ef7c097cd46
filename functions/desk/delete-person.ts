/** `POST /api/privacy/delete`, and the form at the desk, which asks once more before anything goes: deletes what is kept of a person. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { deletePerson as contract } from '#contracts/api/desk.ts';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import type { DeletionReport } from '#contracts/resources/person-record.ts';
import { deletePerson } from '#domain/desk/delete-person.ts';
import { isAnythingToDo, planOf } from '#domain/desk/deletion-plan.ts';
import { normaliseEmail } from '#domain/person.ts';
import { ok } from '#domain/result.ts';
import { deskDeletionPage } from '#web/desk/index.ts';
import { deskFunction, deskRoute, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { read } from '../_http/input.ts';
import { pageContext } from '../_http/pages.ts';
import { type HttpResponse, page, seeOther } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import { staffApiRoute } from '../_http/staff-operation.ts';
import { live } from '../_runtime/live.ts';
import { type DeletionPorts, deletePortsOf, deletionPorts } from './_deletion.ts';
import { type PrivacyPorts, personPorts, showPrivacy } from './_person.ts';
import { recordOf } from './_person-record.ts';
import { ofDistrict } from './_staff-page.ts';

export function createHandler(ports: PrivacyPorts & DeletionPorts): HttpFunction {
  const asked = async (by: string, email: string, confirmed: boolean): Promise<DeletionReport> => {
    const record = await recordOf(ports, email);
    const { personId } = record;
    const plan = planOf(record, ports.clock.now());
    if (!isAnythingToDo(record, plan)) return { personId, state: 'nothing', plan };
    return { personId, state: confirmed ? await deletePerson(deletePortsOf(ports))(personId, by) : 'asked', plan };
  };
  return deskFunction(ports, {
    ...staffApiRoute(ports, {
      ...ofDistrict,
      operation: contract,
      action: 'privacy.manage',
      seenBy: 'privacy.manage',
      run: async ({ body, member }) => ok(await asked(member.email, body.email, body.confirmed)),
    }),
    [`POST ${deskFormPath(contract.path)}`]: deskRoute(ports, async (visit, request) => {
      allow(visit.member, 'privacy.manage', {});
      const email = (visit.form.get('email') ?? '').trim();
      const posted = read(contract.body, { email, confirmed: visit.form.get('confirmed') === 'yes' });
      if (!posted.ok) return showPrivacy(ports, visit, request, { email, wrong: true, status: 422 });
      const report = await asked(visit.member.email, posted.data.email, posted.data.confirmed);
      if (posted.data.confirmed) return seeOther(`${deskPaths.privacy}?done=${report.state}`);
      const context = { ...pageContext(ports, request), url: deskPaths.privacy };
      return page(deskDeletionPage(context, { reader: readerOf(visit), email: normaliseEmail(email), plan: report.plan }), request);
    }),
  });
}

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => createHandler({ ...personPorts(), ...deletionPorts() }));
