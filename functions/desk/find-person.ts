/** `POST /api/privacy/find`, and the form at the desk: what is kept of a person. */
import { findPerson as contract } from '#contracts/api/desk.ts';
import { deskFormPath } from '#contracts/desk-pages.ts';
import { ok } from '#domain/result.ts';
import { deskFunction, deskRoute } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { read } from '../_http/input.ts';
import { allow } from '../_http/staff.ts';
import { staffApiRoute } from '../_http/staff-operation.ts';
import { type PrivacyPorts, privacyHandler, showPrivacy } from './_person.ts';
import { recordOf } from './_person-record.ts';
import { ofDistrict } from './_staff-page.ts';

export const createHandler = (ports: PrivacyPorts): HttpFunction =>
  deskFunction(ports, {
    ...staffApiRoute(ports, {
      ...ofDistrict,
      operation: contract,
      action: 'privacy.manage',
      seenBy: 'privacy.manage',
      run: async ({ body }) => ok(await recordOf(ports, body.email)),
    }),
    [`POST ${deskFormPath(contract.path)}`]: deskRoute(ports, async (visit, request) => {
      allow(visit.member, 'privacy.manage', {});
      const email = (visit.form.get('email') ?? '').trim();
      const asked = read(contract.body, { email });
      if (!asked.ok) return showPrivacy(ports, visit, request, { email, wrong: true, status: 422 });
      return showPrivacy(ports, visit, request, { email, found: await recordOf(ports, asked.data.email) });
    }),
  });

export const handler = privacyHandler(createHandler);
