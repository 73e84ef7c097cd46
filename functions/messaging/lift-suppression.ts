/** `POST /api/mail/suppressed/{personId}/lift`, and its form at the desk: an admin lets an address have mail again. */
import { liftSuppression as contract } from '#contracts/api/mail.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import { liftSuppression } from '#domain/messaging/lift-suppression.ts';
import { liftBody } from '#web/desk/index.ts';
import { deskFunction } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { ofDistrict, type StaffOperation, staffApiRoute, staffFormRoute } from '../_http/staff-operation.ts';
import { type MailDeskPorts, mailDeskHandler, showMail } from './_mail-page.ts';

export function createHandler(ports: MailDeskPorts): HttpFunction {
  const lift = liftSuppression(ports);
  const one: StaffOperation<typeof contract, object> = {
    ...ofDistrict,
    operation: contract,
    action: 'mail.manage',
    seenBy: 'mail.manage',
    run: async ({ params, body, member }) => lift(params.personId, body, member.email),
  };
  return deskFunction(ports, {
    ...staffApiRoute(ports, one),
    ...staffFormRoute(ports, one, {
      body: liftBody,
      done: () => `${deskPaths.mail}?done=lifted`,
      again: (visit, request, _district, { values, errors, status, problem }) =>
        showMail(ports, visit, request, {
          personId: request.params.personId,
          reason: values.get('reason') ?? '',
          errors: errors.filter(({ pointer }) => pointer === '/reason'),
          status,
          ...(problem && { problem }),
        }),
    }),
  });
}

export const handler = mailDeskHandler(createHandler);
