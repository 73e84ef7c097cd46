/** The functions of the district's office, which belong to the desk: who the staff are, what they changed, what is kept of whom. */
import { type EventBus, Schedule } from 'aws-cdk-lib/aws-events';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import * as api from '#contracts/api/desk.ts';
import { DESK_OFFICE_PAGES, deskFormPath } from '#contracts/desk-pages.ts';
import type { RetentionRules } from '#contracts/resources/retention.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import type { OperationFunction } from '../constructs/operation-function.ts';
import { Relay } from '../constructs/relay.ts';
import type { StaffIdentity } from '../constructs/staff-identity.ts';
import type { UploadBucket } from '../constructs/upload-bucket.ts';
import type { Functions } from '../functions.ts';

export interface OfficeProps {
  readonly functions: Functions;
  readonly table: CapabilityTable;
  readonly volunteering: CapabilityTable;
  readonly fundraising: CapabilityTable;
  readonly messaging: CapabilityTable;
  readonly uploads: UploadBucket;
  readonly staff: StaffIdentity;
  readonly retention: RetentionRules;
  readonly bus: EventBus;
  readonly districtSecret: Secret;
}

export function office(
  scope: Construct,
  { functions, table, volunteering, fundraising, messaging, uploads, staff, retention, bus, districtSecret }: OfficeProps,
): readonly HttpRoute[] {
  const meetsAddresses = (fn: OperationFunction): void => {
    fn.allow(['secretsmanager:GetSecretValue'], districtSecret.secretArn);
    fn.set('DISTRICT_SECRET', districtSecret.secretArn);
  };
  const changesStaff = (id: string, file: string, description: string): OperationFunction => {
    const target = functions.answering(scope, id, `desk/${file}`, description);
    staff.grant(target);
    staff.grantSessions(target);
    // its transactions only put
    table.grant(target, 'query', 'put');
    // names of schools
    volunteering.grant(target, 'query');
    return target;
  };
  const inviteStaff = changesStaff('InviteStaff', 'invite-staff', 'Invites somebody to the desk');
  meetsAddresses(inviteStaff);
  const saveStaff = changesStaff('SaveStaff', 'save-staff', 'Changes what a member of staff may do');

  /** All that is kept of a person. */
  const finds = (target: OperationFunction): void => {
    // figures, and addresses that take no mail, are read by their key
    volunteering.grant(target, 'get', 'getMany', 'query');
    volunteering.grantIndexes(target, 'linksByPerson');
    fundraising.grantIndexes(target, 'pledgesByPerson', 'giftsByGiver');
    fundraising.grant(target, 'getMany');
    messaging.grant(target, 'get');
    messaging.grantIndexes(target, 'mailsByPerson');
  };
  const ofPeople = (id: string, file: string, description: string): OperationFunction => {
    const target = functions.answering(scope, id, `desk/${file}`, description);
    staff.grant(target);
    staff.grantSessions(target);
    meetsAddresses(target);
    finds(target);
    return target;
  };
  const findPerson = ofPeople('FindPerson', 'find-person', 'Finds what is kept of a person');
  const exportPerson = ofPeople('ExportPerson', 'export-person', 'Hands out what is kept of a person');
  // the history of it
  table.grant(exportPerson, 'put');
  /** Everything a deletion touches, in all tables. */
  const deletes = (target: OperationFunction): void => {
    table.grant(target, 'query', 'put', 'update', 'remove');
    volunteering.grant(target, 'transact', 'remove');
    volunteering.grantIndexes(target, 'slotsBySchool');
    fundraising.grant(target, 'get', 'transact');
    messaging.grant(target, 'update', 'remove');
    uploads.grant(target, 'remove', 'logos');
  };
  /** What is over for long enough. */
  const looksAtAges = (target: OperationFunction): void => {
    fundraising.grantIndexes(target, 'contactsByAge');
    target.set('RETENTION', JSON.stringify(retention));
  };
  const onRetentionDue = functions.lengthy(
    scope,
    'OnRetentionDue',
    'desk/on-retention-due',
    'Takes people out of what is over for long enough',
  );
  finds(onRetentionDue);
  deletes(onRetentionDue);
  looksAtAges(onRetentionDue);
  table.grant(onRetentionDue, 'get');
  new EventSubscription(scope, 'RetentionDue', { schedule: Schedule.cron({ minute: '40', hour: '9' }), target: onRetentionDue });

  const deletePerson = ofPeople('DeletePerson', 'delete-person', 'Deletes what is kept of a person');
  deletes(deletePerson);

  const readsHistories = (fn: OperationFunction): void => {
    for (const each of [table, volunteering, fundraising, messaging]) each.grantIndexes(fn, 'historyByMonth');
    // which school a campaign is of
    fundraising.grant(fn, 'get');
  };
  const browse = functions.answering(scope, 'DeskBrowse', 'desk/desk-browse', 'Answers reads of the desk itself');
  staff.grant(browse);
  table.grant(browse, 'query');
  looksAtAges(browse);
  readsHistories(browse);

  const pages = functions.answering(scope, 'OfficePages', 'pages/desk-office', 'Shows the pages of the district office');
  staff.grantSessions(pages);
  table.grant(pages, 'query');
  looksAtAges(pages);
  volunteering.grant(pages, 'query');
  readsHistories(pages);

  const relay = functions.consuming(scope, 'Relay', 'relay/desk', 'Puts what changed in the table on the bus');
  relay.allow(['events:PutEvents'], bus.eventBusArn);
  relay.set('BUS_NAME', bus.eventBusName);
  new Relay(scope, 'Stream', { table, target: relay });

  const withForm = [
    { operation: api.inviteStaff, target: inviteStaff },
    { operation: api.saveStaff, target: saveStaff },
    { operation: api.findPerson, target: findPerson },
    { operation: api.exportPerson, target: exportPerson },
    { operation: api.deletePerson, target: deletePerson },
  ];
  return [
    { ...api.listStaff, target: browse },
    { ...api.listHistory, target: browse },
    { ...api.previewRetention, target: browse },
    ...withForm.map(({ operation, target }) => ({ ...operation, target })),
    ...withForm.map(({ operation, target }) => ({ method: 'POST' as const, path: deskFormPath(operation.path), target })),
    ...Object.values(DESK_OFFICE_PAGES).map((route) => ({ ...route, target: pages })),
  ];
}
