/** The functions of messaging: who is written to when, which mails they want, the mail service, and what it says became of a mail. */

import { ArnFormat, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import * as preferences from '#contracts/api/mail-preferences.ts';
import { MAIL_PREFERENCES_FORM, MAIL_PREFERENCES_PAGE, UNSUBSCRIBE_FORM, UNSUBSCRIBE_PAGE } from '#contracts/mail-preference-pages.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import type { OperationFunction } from '../constructs/operation-function.ts';
import type { Functions } from '../functions.ts';
import { eventsOf, PLEDGE_EVENTS, SIGN_UP_EVENTS } from './event-patterns.ts';

/** What the mail service calls its events on the default bus (https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html). */
const MAIL_EVENTS = [
  'Email Sent',
  'Email Delivered',
  'Email Bounced',
  'Email Complaint Received',
  'Email Rejected',
  'Email Rendering Failed',
] as const;

export interface MessagingProps {
  readonly functions: Functions;
  readonly table: CapabilityTable;
  readonly volunteeringTable: CapabilityTable;
  readonly fundraisingTable: CapabilityTable;
  readonly deskTable: CapabilityTable;
  readonly bus: EventBus;
  readonly senderDomain: string;
}

export class Messaging extends Construct {
  /** Name of the configuration set, for its reputation figures. */
  readonly configurationSetName: string;
  readonly routes: readonly HttpRoute[];

  constructor(scope: Construct, id: string, props: MessagingProps) {
    super(scope, id);
    const { functions, table, volunteeringTable, fundraisingTable, deskTable, bus, senderDomain } = props;
    const identity = new EmailIdentity(this, 'Identity', { identity: Identity.domain(senderDomain) });
    const configurationSet = new CfnConfigurationSet(this, 'ConfigurationSet', {
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
      // none: the list that counts is ours, which the desk shows and can lift (decision 0023)
      suppressionOptions: { suppressedReasons: [] },
    });
    this.configurationSetName = configurationSet.ref;
    const defaultBusArn = Stack.of(this).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' });
    new CfnConfigurationSetEventDestination(this, 'Events', {
      configurationSetName: configurationSet.ref,
      eventDestination: {
        enabled: true,
        matchingEventTypes: ['send', 'reject', 'delivery', 'bounce', 'complaint', 'renderingFailure'],
        eventBridgeDestination: { eventBusArn: defaultBusArn },
      },
    });
    const configurationSetArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: configurationSet.ref,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const sends = (fn: OperationFunction): void => {
      fn.allow(['ses:SendRawEmail'], identity.emailIdentityArn, configurationSetArn);
      fn.set('SES_CONFIGURATION_SET', configurationSet.ref);
      table.grant(fn, 'get', 'put', 'update', 'transact');
    };
    const writes = (fn: OperationFunction): void => {
      sends(fn);
      volunteeringTable.grant(fn, 'get', 'query', 'put');
    };
    const writesToSponsors = (fn: OperationFunction): void => {
      sends(fn);
      // puts are manage links
      fundraisingTable.grant(fn, 'get', 'query', 'put');
      fundraisingTable.grantIndexes(fn, 'wallByCampaign');
    };

    const saveMailPreferences = functions.answering(
      this,
      'SaveMailPreferences',
      'messaging/save-mail-preferences',
      'Takes which mails people want',
    );
    table.grant(saveMailPreferences, 'get', 'put');
    // whose link it is
    volunteeringTable.grant(saveMailPreferences, 'get');
    const answered = [...Object.values(preferences), MAIL_PREFERENCES_PAGE, MAIL_PREFERENCES_FORM, UNSUBSCRIBE_PAGE, UNSUBSCRIBE_FORM];
    this.routes = answered.map(({ method, path }) => ({ method, path, target: saveMailPreferences }));

    const onSignUpChanged = functions.consuming(
      this,
      'OnSignUpChanged',
      'messaging/on-sign-up-changed',
      'Writes to people about their sign-ups',
    );
    writes(onSignUpChanged);
    volunteeringTable.grant(onSignUpChanged, 'getMany');
    new EventSubscription(this, 'SignUpChanged', { bus, pattern: SIGN_UP_EVENTS, target: onSignUpChanged });

    const onLinkRequested = functions.consuming(this, 'OnLinkRequested', 'messaging/on-link-requested', 'Sends people their manage link');
    writes(onLinkRequested);
    new EventSubscription(this, 'LinkRequested', { bus, pattern: eventsOf('link.requested.v1'), target: onLinkRequested });

    const onPledgeChanged = functions.consuming(
      this,
      'OnPledgeChanged',
      'messaging/on-pledge-changed',
      'Writes to sponsors about their pledges',
    );
    writesToSponsors(onPledgeChanged);
    new EventSubscription(this, 'PledgeChanged', { bus, pattern: PLEDGE_EVENTS, target: onPledgeChanged });

    const onGoalReached = functions.lengthy(this, 'OnGoalReached', 'messaging/on-goal-reached', 'Thanks sponsors when a goal is reached');
    writesToSponsors(onGoalReached);
    new EventSubscription(this, 'GoalReached', { bus, pattern: eventsOf('campaign.goal-reached.v1'), target: onGoalReached });

    const onGiftChanged = functions.consuming(this, 'OnGiftChanged', 'messaging/on-gift-changed', 'Sends givers their receipts');
    writesToSponsors(onGiftChanged);
    volunteeringTable.grant(onGiftChanged, 'get');
    new EventSubscription(this, 'GiftChanged', { bus, pattern: eventsOf('gift.recorded.v1', 'gift.refunded.v1'), target: onGiftChanged });

    const onImpactTold = functions.lengthy(this, 'OnImpactTold', 'messaging/on-impact-told', 'Tells givers what became of a campaign');
    writesToSponsors(onImpactTold);
    volunteeringTable.grant(onImpactTold, 'get');
    new EventSubscription(this, 'ImpactTold', { bus, pattern: eventsOf('campaign.impact-told.v1'), target: onImpactTold });

    const onMessageSent = functions.lengthy(
      this,
      'OnMessageSent',
      'messaging/on-message-sent',
      'Sends what staff write to those who signed up',
    );
    writes(onMessageSent);
    volunteeringTable.grant(onMessageSent, 'getMany');
    new EventSubscription(this, 'MessageSent', { bus, pattern: eventsOf('message.sent.v1'), target: onMessageSent });

    const onDayApproached = functions.lengthy(
      this,
      'OnDayApproached',
      'messaging/on-day-approached',
      'Reminds people of what they have on a day',
    );
    writes(onDayApproached);
    new EventSubscription(this, 'DayApproached', { bus, pattern: eventsOf('day.approached.v1'), target: onDayApproached });

    const onDayPassed = functions.lengthy(this, 'OnDayPassed', 'messaging/on-day-passed', 'Thanks people for what they took part in');
    writes(onDayPassed);
    new EventSubscription(this, 'DayPassed', { bus, pattern: eventsOf('day.passed.v1'), target: onDayPassed });

    const onStaffInvited = functions.consuming(this, 'OnStaffInvited', 'messaging/on-staff-invited', 'Writes to who is new at the desk');
    sends(onStaffInvited);
    deskTable.grant(onStaffInvited, 'get');
    new EventSubscription(this, 'StaffInvited', { bus, pattern: eventsOf('staff.invited.v1'), target: onStaffInvited });

    const onMailTold = functions.consuming(this, 'OnMailTold', 'messaging/on-mail-told', 'Notes what became of mails');
    table.grant(onMailTold, 'get', 'transact');
    new EventSubscription(this, 'MailTold', {
      bus: EventBus.fromEventBusArn(this, 'DefaultBus', defaultBusArn),
      pattern: {
        source: ['aws.ses'],
        detailType: [...MAIL_EVENTS],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.ref] } } },
      },
      target: onMailTold,
    });
  }
}
