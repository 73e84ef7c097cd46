/** The desk's function for signing in and out, and its routes. */
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { DESK_FORMS, DESK_PAGES } from '#contracts/desk-pages.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import type { OperationFunction } from '../constructs/operation-function.ts';
import type { StaffIdentity } from '../constructs/staff-identity.ts';
import type { Functions } from '../functions.ts';

export interface DeskProps {
  readonly functions: Functions;
  readonly table: CapabilityTable;
  readonly volunteering: CapabilityTable;
  readonly staff: StaffIdentity;
  /** Seals sessions. */
  readonly deskSecret: Secret;
}

export class Desk extends Construct {
  readonly routes: readonly HttpRoute[];

  constructor(scope: Construct, id: string, { functions, table, volunteering, staff, deskSecret }: DeskProps) {
    super(scope, id);
    /** Who is signed in, by their session. */
    const knowsSessions = (fn: OperationFunction): void => {
      table.grant(fn, 'get');
      fn.allow(['secretsmanager:GetSecretValue'], deskSecret.secretArn);
      fn.set('DESK_SECRET', deskSecret.secretArn);
    };

    const signIn = functions.answering(this, 'SignIn', 'desk/sign-in', 'Signs staff in and out');
    knowsSessions(signIn);
    staff.grant(signIn);
    // signing out everywhere is noted with the member
    table.grant(signIn, 'put');
    // names of schools
    volunteering.grant(signIn, 'query');

    this.routes = [...Object.values(DESK_PAGES), ...Object.values(DESK_FORMS)].map((route) => ({ ...route, target: signIn }));
  }
}
