/** How mails fare, and which addresses get none: for a token, and as a page of the desk. */
import * as contracts from '#contracts/api/mail.ts';
import { DESK_MAIL_PAGES } from '#contracts/desk-pages.ts';
import { listSuppressed } from '#domain/messaging/lift-suppression.ts';
import { mailHealth } from '#domain/messaging/mail-health.ts';
import { ok } from '#domain/result.ts';
import { deskFunction, deskRoute } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { allow } from '../_http/staff.ts';
import { ofDistrict, staffApiRoute } from '../_http/staff-operation.ts';
import { type MailDeskPorts, mailDeskHandler, showMail } from './_mail-page.ts';

export function createHandler(ports: MailDeskPorts): HttpFunction {
  const { method, path } = DESK_MAIL_PAGES.deskMail;
  return deskFunction(ports, {
    ...staffApiRoute(ports, {
      ...ofDistrict,
      operation: contracts.getMailHealth,
      action: 'mail.read',
      seenBy: 'mail.read',
      run: async () => ok(await mailHealth(ports)()),
    }),
    ...staffApiRoute(ports, {
      ...ofDistrict,
      operation: contracts.listSuppressed,
      action: 'mail.addresses',
      seenBy: 'mail.addresses',
      run: async () => ok(await listSuppressed(ports)()),
    }),
    [`${method} ${path}`]: deskRoute(ports, async (visit, request) => {
      allow(visit.member, 'mail.read', {});
      return showMail(ports, visit, request, { personId: request.query.get('lift') ?? undefined });
    }),
  });
}

export const handler = mailDeskHandler(createHandler);
