/** The functions of messaging that staff alone use: how mails fare, and letting an address have mail again. */
import { Construct } from 'constructs';
import * as api from '#contracts/api/mail.ts';
import { DESK_MAIL_PAGES, deskFormPath } from '#contracts/desk-pages.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import type { OperationFunction } from '../constructs/operation-function.ts';
import type { StaffIdentity } from '../constructs/staff-identity.ts';
import type { Functions } from '../functions.ts';

export interface MailDeskProps {
  readonly functions: Functions;
  /** Of messaging. */
  readonly table: CapabilityTable;
  readonly staff: StaffIdentity;
}

export class MailDesk extends Construct {
  readonly routes: readonly HttpRoute[];

  constructor(scope: Construct, id: string, { functions, table, staff }: MailDeskProps) {
    super(scope, id);
    const showing = (name: string, file: string, description: string): OperationFunction => {
      const target = functions.answering(this, name, `messaging/${file}`, description);
      staff.grant(target);
      staff.grantSessions(target);
      table.grant(target, 'query');
      // what was lifted lately
      table.grantIndexes(target, 'historyByMonth');
      return target;
    };
    const browse = showing('DeskBrowse', 'desk-browse', 'Shows staff how mails fare');
    const lift = showing('LiftSuppression', 'lift-suppression', 'Lets an address have mail again');
    // its transaction only puts
    table.grant(lift, 'get', 'put');
    this.routes = [
      { ...api.getMailHealth, target: browse },
      { ...api.listSuppressed, target: browse },
      { ...api.liftSuppression, target: lift },
      { method: 'POST', path: deskFormPath(api.liftSuppression.path), target: lift },
      ...Object.values(DESK_MAIL_PAGES).map((route) => ({ ...route, target: browse })),
    ];
  }
}
