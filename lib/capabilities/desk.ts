/** The desk's functions for signing in and out and for its pages, and their routes. Its forms belong to the operations they are for. */
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import {
  DESK_FORMS,
  DESK_FUNDRAISING_PAGES,
  DESK_OVERVIEW_PAGES,
  DESK_PAGES,
  DESK_PHOTO_PAGES,
  DESK_SETUP_PAGES,
} from '#contracts/desk-pages.ts';
import type { RetentionRules } from '#contracts/resources/retention.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import type { StaffIdentity } from '../constructs/staff-identity.ts';
import type { UploadBucket } from '../constructs/upload-bucket.ts';
import type { Functions } from '../functions.ts';
import { office } from './desk-office.ts';

export interface DeskProps {
  readonly bus: EventBus;
  /** The district's key, with which people are told apart without their addresses. */
  readonly districtSecret: Secret;
  readonly functions: Functions;
  readonly table: CapabilityTable;
  readonly volunteering: CapabilityTable;
  readonly fundraising: CapabilityTable;
  readonly messaging: CapabilityTable;
  readonly uploads: UploadBucket;
  readonly staff: StaffIdentity;
  readonly retention: RetentionRules;
}

export class Desk extends Construct {
  readonly routes: readonly HttpRoute[];

  constructor(
    scope: Construct,
    id: string,
    { functions, table, volunteering, fundraising, messaging, uploads, staff, retention, bus, districtSecret }: DeskProps,
  ) {
    super(scope, id);
    const signIn = functions.answering(this, 'SignIn', 'desk/sign-in', 'Signs staff in and out');
    staff.grantSessions(signIn);
    staff.grant(signIn);
    // signing out everywhere is noted with the member
    table.grant(signIn, 'put');
    // names of schools
    volunteering.grant(signIn, 'query');

    const pages = functions.answering(this, 'Pages', 'pages/desk', 'Shows campaigns and pledges to staff');
    staff.grantSessions(pages);
    volunteering.grant(pages, 'query');
    fundraising.grant(pages, 'get', 'query');
    fundraising.grantIndexes(pages, 'campaignsByEnd', 'draftCampaigns', 'pledgesBySize', 'pledgesByNeed', 'pledgesByDue', 'historyByAbout');
    uploads.grant(pages, 'read', 'logos');
    uploads.grant(pages, 'read', 'photos');

    const overview = functions.answering(this, 'Overview', 'pages/desk-overview', 'Shows staff how things stand');
    staff.grantSessions(overview);
    volunteering.grant(overview, 'get', 'query');
    volunteering.grantIndexes(overview, 'opportunitiesBySchool', 'slotsBySchool', 'openSuggestions');
    fundraising.grant(overview, 'get');
    fundraising.grantIndexes(overview, 'campaignsByEnd', 'pledgesByNeed', 'pledgesByDue');
    messaging.grant(overview, 'query');

    const setUp = functions.answering(this, 'Setup', 'pages/desk-setup', 'Shows staff schools and opportunities to set up');
    staff.grantSessions(setUp);
    staff.grant(setUp);
    volunteering.grant(setUp, 'get', 'query');
    volunteering.grantIndexes(setUp, 'opportunitiesBySchool', 'unlistedBySchool', 'slotsBySchool');

    this.routes = [
      ...Object.values(DESK_SETUP_PAGES).map((route) => ({ ...route, target: setUp })),
      ...office(this, { functions, table, volunteering, fundraising, messaging, uploads, staff, retention, bus, districtSecret }),
      ...[...Object.values(DESK_PAGES), ...Object.values(DESK_FORMS)].map((route) => ({ ...route, target: signIn })),
      ...Object.values({ ...DESK_FUNDRAISING_PAGES, ...DESK_PHOTO_PAGES }).map((route) => ({ ...route, target: pages })),
      ...Object.values(DESK_OVERVIEW_PAGES).map((route) => ({ ...route, target: overview })),
    ];
  }
}
