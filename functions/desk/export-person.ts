/** `POST /api/privacy/export`, and the form at the desk: what is kept of a person, as a file to hand to them. */
import { exportPerson as contract } from '#contracts/api/desk.ts';
import { deskFormPath } from '#contracts/desk-pages.ts';
import type { PersonRecord } from '#contracts/resources/person-record.ts';
import { ok } from '#domain/result.ts';
import { iso } from '#domain/time.ts';
import { deskFunction, deskRoute } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { read } from '../_http/input.ts';
import { file, NO_STORE } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import { staffApiRoute } from '../_http/staff-operation.ts';
import { type PrivacyPorts, privacyHandler, showPrivacy } from './_person.ts';
import { recordOf } from './_person-record.ts';
import { ofDistrict } from './_staff-page.ts';

export function createHandler(ports: PrivacyPorts): HttpFunction {
  const handOut = async (by: string, email: string): Promise<PersonRecord> => {
    const record = await recordOf(ports, email);
    const at = iso(ports.clock.now());
    // noted before it is handed out
    await ports.deskHistory.add({ at, by, what: 'person.exported', about: record.personId, ref: at, changes: [] });
    return record;
  };
  return deskFunction(ports, {
    ...staffApiRoute(ports, {
      ...ofDistrict,
      operation: contract,
      action: 'privacy.manage',
      seenBy: 'privacy.manage',
      run: async ({ body, member }) => ok(await handOut(member.email, body.email)),
    }),
    [`POST ${deskFormPath(contract.path)}`]: deskRoute(ports, async (visit, request) => {
      allow(visit.member, 'privacy.manage', {});
      const email = (visit.form.get('email') ?? '').trim();
      const asked = read(contract.body, { email });
      if (!asked.ok) return showPrivacy(ports, visit, request, { email, wrong: true, status: 422 });
      const record = await handOut(visit.member.email, asked.data.email);
      const disposition = { 'content-disposition': `attachment; filename="person-${record.personId}.json"` };
      return file(JSON.stringify(record, undefined, 2), 'application/json; charset=utf-8', NO_STORE, disposition);
    }),
  });
}

export const handler = privacyHandler(createHandler);
