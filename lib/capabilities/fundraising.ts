/** The functions of fundraising, each with its routes and exactly what it may touch. */
import { type EventBus, Schedule } from 'aws-cdk-lib/aws-events';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import * as api from '#contracts/api/fundraising.ts';
import * as photos from '#contracts/api/fundraising-photos.ts';
import * as desk from '#contracts/api/fundraising-staff.ts';
import type { ApiOperation } from '#contracts/api/index.ts';
import { DESK_PHOTO_FILE, deskFormPath } from '#contracts/desk-pages.ts';
import { FORMS, PAGES } from '#contracts/pages.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import type { OperationFunction } from '../constructs/operation-function.ts';
import { Relay } from '../constructs/relay.ts';
import type { StaffIdentity } from '../constructs/staff-identity.ts';
import type { UploadBucket } from '../constructs/upload-bucket.ts';
import type { Functions } from '../functions.ts';
import { eventsOf } from './event-patterns.ts';

/** What changes a definition: one function, with one set of permissions. */
const DEFINING = [desk.saveCampaign, desk.setCampaignStatus, desk.copyCampaign, desk.writeImpact] as const;

/** Each is a function of its own, in the file of its name. */
const STAFF_COMMANDS = [
  desk.acceptPledge,
  desk.declinePledge,
  desk.cancelPledge,
  desk.revisePledge,
  desk.invoicePledge,
  desk.recordPayment,
  desk.refundPayment,
  desk.receiveGoods,
  desk.writeOffPledge,
  desk.tickBenefit,
  desk.decideLogo,
  desk.recordGift,
  desk.refundGift,
] as const;

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export interface FundraisingProps {
  readonly functions: Functions;
  /** Below which the functions of staff stand, in a stack of theirs. */
  readonly desk: Construct;
  readonly table: CapabilityTable;
  /** Of schools, whose campaigns are set up. */
  readonly volunteering: CapabilityTable;
  readonly bus: EventBus;
  readonly staff: StaffIdentity;
  readonly uploads: UploadBucket;
  /** The district's key, with which people are told apart without their addresses. */
  readonly districtSecret: Secret;
}

export class Fundraising extends Construct {
  readonly routes: readonly HttpRoute[];

  constructor(
    scope: Construct,
    id: string,
    { functions, desk: ofDesk, table, volunteering, bus, staff, uploads, districtSecret }: FundraisingProps,
  ) {
    super(scope, id);
    const makePledge = functions.answering(this, 'MakePledge', 'fundraising/make-pledge', 'Takes pledges of sponsors');
    table.grant(makePledge, 'get', 'transact');
    table.grantIndexes(makePledge, 'wallByCampaign');
    const meetsAddresses = (fn: OperationFunction): void => {
      fn.allow(['secretsmanager:GetSecretValue'], districtSecret.secretArn);
      fn.set('DISTRICT_SECRET', districtSecret.secretArn);
    };
    meetsAddresses(makePledge);

    const ofSponsor = (id: string, file: string, description: string): OperationFunction => {
      const target = functions.answering(this, id, `fundraising/${file}`, description);
      table.grant(target, 'get', 'transact');
      table.grantIndexes(target, 'wallByCampaign');
      return target;
    };
    const withdrawPledge = ofSponsor('WithdrawPledge', 'withdraw-pledge', 'Takes pledges back');
    const correctPledge = ofSponsor('CorrectPledge', 'correct-pledge', 'Puts details of pledges right');
    const removeLogo = ofSponsor('RemoveLogo', 'remove-logo', 'Takes logos back');
    uploads.grant(removeLogo, 'remove', 'logos');
    const inviteLogo = functions.answering(this, 'InviteLogo', 'fundraising/invite-logo', 'Invites sponsors to send logos');
    table.grant(inviteLogo, 'get');
    table.grantIndexes(inviteLogo, 'wallByCampaign');
    // a form is good for what the one who signed it may do
    uploads.grant(inviteLogo, 'write', 'incoming');

    const browse = functions.answering(this, 'Browse', 'fundraising/browse', 'Answers all reads of campaigns and pledges');
    table.grant(browse, 'get');
    table.grantIndexes(browse, 'campaignsByEnd', 'wallByCampaign');

    const ofStaff = (operation: ApiOperation, file: string, description: string) => {
      const name = operation.operationId;
      const target = functions.answering(ofDesk, `${name[0]?.toUpperCase()}${name.slice(1)}`, `fundraising/${file}`, description);
      table.grant(target, 'get', 'transact');
      staff.grant(target);
      if (operation === desk.recordGift) meetsAddresses(target);
      return { ...operation, target };
    };
    const rebuild = ofStaff(desk.rebuildCampaign, 'rebuild-campaign', desk.rebuildCampaign.summary);
    table.grant(rebuild.target, 'query');
    const deskBrowse = functions.answering(ofDesk, 'DeskBrowse', 'fundraising/desk-browse', 'Answers all reads of staff, and recounts');
    table.grant(deskBrowse, 'get', 'query');
    staff.grant(deskBrowse);

    const invitePhoto = functions.answering(ofDesk, 'InvitePhoto', 'fundraising/invite-photo', 'Invites staff to send photos');
    table.grant(invitePhoto, 'get', 'put');
    uploads.grant(invitePhoto, 'write', 'incomingPhotos');
    const savePhotos = functions.answering(ofDesk, 'SavePhotos', 'fundraising/save-photos', 'Orders, describes and removes photos');
    table.grant(savePhotos, 'get', 'put');
    uploads.grant(savePhotos, 'remove', 'photos');
    for (const target of [invitePhoto, savePhotos]) {
      staff.grant(target);
      staff.grantSessions(target);
    }
    const onPhotoSent = functions.drawing(ofDesk, 'OnPhotoSent', 'fundraising/on-photo-sent', 'Draws photos anew that staff sent');
    table.grant(onPhotoSent, 'get', 'put');
    uploads.grant(onPhotoSent, 'read', 'incomingPhotos');
    uploads.grant(onPhotoSent, 'write', 'photos');
    uploads.tell(ofDesk, 'PhotoSent', 'incomingPhotos', onPhotoSent);

    const commands = STAFF_COMMANDS.map((operation) => {
      const command = ofStaff(operation, kebab(operation.operationId), operation.summary);
      // its form at the desk, and the page it is on: of a pledge with what happened to it, or all gifts
      staff.grantSessions(command.target);
      if (operation.path.includes('{pledgeId}')) table.grantIndexes(command.target, 'historyByAbout');
      else table.grant(command.target, 'query');
      return command;
    });
    const definesCampaigns = (operation: ApiOperation, file: string, description: string): OperationFunction => {
      const { target } = ofStaff(operation, file, description);
      staff.grantSessions(target);
      // the history of it, and who gave
      table.grant(target, 'query');
      // schools that a campaign can be of
      volunteering.grant(target, 'query');
      return target;
    };
    const saveCampaign = definesCampaigns(desk.saveCampaign, 'save-campaign', 'Sets up campaigns');
    const tellImpact = { ...desk.tellImpact, target: definesCampaigns(desk.tellImpact, 'tell-impact', desk.tellImpact.summary) };
    const withForms = [...commands, ...DEFINING.map((operation) => ({ ...operation, target: saveCampaign })), tellImpact];
    this.routes = [
      ...withForms,
      ...withForms.map(({ path, target }) => ({ method: 'POST' as const, path: deskFormPath(path), target })),
      ...[photos.listPhotos, desk.listPledges, desk.getPledge, desk.reconcileCampaign].map((read) => ({ ...read, target: deskBrowse })),
      { ...photos.invitePhoto, target: invitePhoto },
      { method: 'POST', path: deskFormPath(photos.invitePhoto.path), target: invitePhoto },
      { ...DESK_PHOTO_FILE, target: invitePhoto },
      { ...photos.savePhotos, target: savePhotos },
      { method: 'POST', path: deskFormPath(photos.savePhotos.path), target: savePhotos },
      { ...api.makePledge, target: makePledge },
      { ...FORMS.makePledge, target: makePledge },
      { ...api.withdrawPledge, target: withdrawPledge },
      { ...FORMS.withdrawPledge, target: withdrawPledge },
      { ...api.correctPledge, target: correctPledge },
      { ...FORMS.correctPledge, target: correctPledge },
      { ...api.removeLogo, target: removeLogo },
      { ...FORMS.removeLogo, target: removeLogo },
      { ...api.inviteLogo, target: inviteLogo },
      { ...PAGES.logoForm, target: inviteLogo },
      { ...PAGES.logoForm, method: 'HEAD' as const, target: inviteLogo },
      rebuild,
      ...[api.listCampaigns, api.getCampaign, api.getMyPledge].map((read) => ({ ...read, target: browse })),
    ];

    const relay = functions.consuming(this, 'Relay', 'relay/fundraising', 'Puts what changed in the table on the bus');
    relay.allow(['events:PutEvents'], bus.eventBusArn);
    relay.set('BUS_NAME', bus.eventBusName);
    new Relay(this, 'Stream', { table, target: relay });

    const onMoneyChanged = functions.consuming(this, 'OnMoneyChanged', 'fundraising/on-money-changed', 'Notes when a goal is reached');
    table.grant(onMoneyChanged, 'get', 'update');
    // a payment adds to the sum where its pledge was written off
    const pattern = eventsOf('pledge.accepted.v1', 'pledge.revised.v1', 'payment.recorded.v1', 'gift.recorded.v1');
    new EventSubscription(this, 'MoneyChanged', { bus, pattern, target: onMoneyChanged });

    const onLogoSent = functions.drawing(this, 'OnLogoSent', 'fundraising/on-logo-sent', 'Draws logos anew that sponsors sent');
    table.grant(onLogoSent, 'get', 'transact');
    uploads.grant(onLogoSent, 'read', 'incoming');
    uploads.grant(onLogoSent, 'write', 'logos');
    uploads.grant(onLogoSent, 'remove', 'logos');
    uploads.tell(this, 'LogoSent', 'incoming', onLogoSent);

    const onRemindersDue = functions.consuming(
      this,
      'OnRemindersDue',
      'fundraising/on-reminders-due',
      'Notes whom to remind of what is due',
    );
    table.grant(onRemindersDue, 'get', 'transact');
    table.grantIndexes(onRemindersDue, 'pledgesByReminder');
    new EventSubscription(this, 'RemindersDue', { schedule: Schedule.cron({ minute: '10' }), target: onRemindersDue });

    const onRecountDue = functions.consuming(this, 'OnRecountDue', 'fundraising/on-recount-due', 'Recounts all campaigns from their parts');
    table.grant(onRecountDue, 'get', 'query');
    table.grantIndexes(onRecountDue, 'campaignsByEnd');
    new EventSubscription(this, 'RecountDue', { schedule: Schedule.cron({ minute: '20', hour: '9' }), target: onRecountDue });
  }
}
