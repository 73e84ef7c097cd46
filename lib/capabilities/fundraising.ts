/** The functions of fundraising, each with its routes and exactly what it may touch. */
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import * as api from '#contracts/api/fundraising.ts';
import { FORMS } from '#contracts/pages.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import { Relay } from '../constructs/relay.ts';
import type { Functions } from '../functions.ts';
import { eventsOf } from './event-patterns.ts';

export interface FundraisingProps {
  readonly functions: Functions;
  readonly table: CapabilityTable;
  readonly bus: EventBus;
  /** The district's key, with which people are told apart without their addresses. */
  readonly districtSecret: Secret;
}

export class Fundraising extends Construct {
  readonly routes: readonly HttpRoute[];

  constructor(scope: Construct, id: string, { functions, table, bus, districtSecret }: FundraisingProps) {
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

    this.routes = [
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
