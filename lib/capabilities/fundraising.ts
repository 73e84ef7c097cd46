/** The functions of fundraising, each with its routes and exactly what it may touch. */
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import * as api from '#contracts/api/fundraising.ts';
import * as desk from '#contracts/api/fundraising-staff.ts';
import { FORMS } from '#contracts/pages.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import { Relay } from '../constructs/relay.ts';
import type { StaffIdentity } from '../constructs/staff-identity.ts';
import type { Functions } from '../functions.ts';
import { eventsOf } from './event-patterns.ts';

/** Each is a function of its own, in the file of its name. */
const STAFF_COMMANDS = [
  desk.saveCampaign,
  desk.acceptPledge,
  desk.declinePledge,
  desk.cancelPledge,
  desk.revisePledge,
  desk.invoicePledge,
  desk.recordPayment,
  desk.refundPayment,
  desk.receiveGoods,
  desk.writeOffPledge,
  desk.recordGift,
  desk.refundGift,
] as const;

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export interface FundraisingProps {
  readonly functions: Functions;
  readonly table: CapabilityTable;
  readonly bus: EventBus;
  readonly staff: StaffIdentity;
  /** The district's key, with which people are told apart without their addresses. */
  readonly districtSecret: Secret;
}

export class Fundraising extends Construct {
  readonly routes: readonly HttpRoute[];

  constructor(scope: Construct, id: string, { functions, table, bus, staff, districtSecret }: FundraisingProps) {
    super(scope, id);
    const makePledge = functions.answering(this, 'MakePledge', 'fundraising/make-pledge', 'Takes pledges of sponsors');
    table.grant(makePledge, 'get', 'transact');
    table.grantIndexes(makePledge, 'wallByCampaign');
    makePledge.allow(['secretsmanager:GetSecretValue'], districtSecret.secretArn);
    makePledge.set('DISTRICT_SECRET', districtSecret.secretArn);

    const withdrawPledge = functions.answering(this, 'WithdrawPledge', 'fundraising/withdraw-pledge', 'Takes pledges back');
    table.grant(withdrawPledge, 'get', 'transact');
    table.grantIndexes(withdrawPledge, 'wallByCampaign');

    const browse = functions.answering(this, 'Browse', 'fundraising/browse', 'Answers all reads of campaigns and pledges');
    table.grant(browse, 'get');
    table.grantIndexes(browse, 'campaignsByEnd', 'wallByCampaign');

    const ofStaff = (operation: (typeof STAFF_COMMANDS)[number], file: string, description: string): HttpRoute => {
      const name = operation.operationId;
      const target = functions.answering(this, `${name[0]?.toUpperCase()}${name.slice(1)}`, `fundraising/${file}`, description);
      table.grant(target, 'get', 'transact');
      staff.grant(target);
      return { ...operation, target };
    };
    const deskBrowse = functions.answering(this, 'DeskBrowse', 'fundraising/desk-browse', 'Answers all reads of staff, and recounts');
    table.grant(deskBrowse, 'get', 'query');
    staff.grant(deskBrowse);

    this.routes = [
      ...STAFF_COMMANDS.map((operation) => ofStaff(operation, kebab(operation.operationId), operation.summary)),
      ...[desk.listPledges, desk.getPledge, desk.reconcileCampaign].map((read) => ({ ...read, target: deskBrowse })),
      { ...api.makePledge, target: makePledge },
      { ...FORMS.makePledge, target: makePledge },
      { ...api.withdrawPledge, target: withdrawPledge },
      { ...FORMS.withdrawPledge, target: withdrawPledge },
      ...[api.listCampaigns, api.getCampaign, api.getMyPledge].map((read) => ({ ...read, target: browse })),
    ];

    const relay = functions.consuming(this, 'Relay', 'relay/fundraising', 'Puts what changed in the table on the bus');
    relay.allow(['events:PutEvents'], bus.eventBusArn);
    relay.set('BUS_NAME', bus.eventBusName);
    new Relay(this, 'Stream', { table, target: relay });

    const onMoneyChanged = functions.consuming(this, 'OnMoneyChanged', 'fundraising/on-money-changed', 'Notes when a goal is reached');
    table.grant(onMoneyChanged, 'get', 'update');
    const pattern = eventsOf('pledge.accepted.v1', 'pledge.revised.v1', 'gift.recorded.v1');
    new EventSubscription(this, 'MoneyChanged', { bus, pattern, target: onMoneyChanged });
  }
}
