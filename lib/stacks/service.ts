/** Everything that runs: the functions, the API in front of them, the bus between them. It holds nothing and can be made anew. */
import { CrossStackReferences, Duration, ReferenceStrength, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct, type IConstruct } from 'constructs';
import { Desk } from '../capabilities/desk.ts';
import { Figures } from '../capabilities/figures.ts';
import { Fundraising } from '../capabilities/fundraising.ts';
import { MailDesk } from '../capabilities/mail-desk.ts';
import { Messaging } from '../capabilities/messaging.ts';
import { Pages } from '../capabilities/pages.ts';
import { Volunteering } from '../capabilities/volunteering.ts';
import { HttpApi } from '../constructs/http-api.ts';
import { type Functions, functionsOf } from '../functions.ts';
import type { Stage } from '../stages.ts';
import type { DataStack } from './data.ts';

interface ServiceStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly desk: Stack;
}

export class ServiceStack extends Stack {
  readonly http: HttpApi;
  readonly functions: Functions;
  readonly messaging: Messaging;
  /** Constructs of this stack and of the desk's. */
  readonly inside: () => readonly IConstruct[];

  /** `desk`: the stack for what staff alone use. It needs this one; this one does not need it. */
  constructor(scope: Construct, id: string, { stage, data, desk, ...props }: ServiceStackProps) {
    super(scope, id, props);
    // a table can't go while a function works with it
    for (const stack of [this, desk]) CrossStackReferences.of(stack).consume(ReferenceStrength.STRONG);
    this.inside = () => [...this.node.findAll(), ...desk.node.findAll()];
    const { district, logRetentionDays } = stage;
    this.functions = functionsOf(district, logRetentionDays);
    const { functions } = this;
    const bus = new EventBus(this, 'Bus', { description: 'What happened in the district' });
    // no other endpoint than AWS knows archives
    if (stage.name !== 'local')
      bus.archive('Archive', {
        description: 'Every event of the last 30 days, to be replayed after a mistake in a consumer',
        eventPattern: { source: [{ prefix: 'crosswalk.' }] as unknown as string[] },
        retention: Duration.days(30),
      });

    const volunteeringOfDesk = new Construct(desk, 'Volunteering');
    const volunteering = new Volunteering(this, 'Volunteering', {
      desk: volunteeringOfDesk,
      staff: data.staff,
      functions,
      bus,
      table: data.volunteering,
      messaging: data.messaging,
      districtSecret: data.districtSecret,
    });
    this.messaging = new Messaging(this, 'Messaging', {
      functions,
      bus,
      table: data.messaging,
      volunteeringTable: data.volunteering,
      fundraisingTable: data.fundraising,
      deskTable: data.desk,
      senderDomain: district.sender.email.slice(district.sender.email.indexOf('@') + 1),
    });
    const fundraising = new Fundraising(this, 'Fundraising', {
      desk: new Construct(desk, 'Fundraising'),
      functions,
      bus,
      table: data.fundraising,
      volunteering: data.volunteering,
      staff: data.staff,
      uploads: data.uploads,
      districtSecret: data.districtSecret,
    });
    const pages = new Pages(this, 'Pages', {
      functions,
      volunteering: data.volunteering,
      fundraising: data.fundraising,
      uploads: data.uploads,
    });
    const pagesOfDesk = new Desk(desk, 'Desk', {
      functions,
      table: data.desk,
      volunteering: data.volunteering,
      fundraising: data.fundraising,
      messaging: data.messaging,
      uploads: data.uploads,
      staff: data.staff,
      retention: stage.retention,
      bus,
      districtSecret: data.districtSecret,
    });
    const mailDesk = new MailDesk(desk, 'Messaging', { functions, table: data.messaging, staff: data.staff });
    const figures = new Figures(this, 'Figures', {
      desk: volunteeringOfDesk,
      functions,
      bus,
      table: data.volunteering,
      staff: data.staff,
    });
    this.http = new HttpApi(this, 'Http', {
      routes: [
        ...volunteering.routes,
        ...this.messaging.routes,
        ...fundraising.routes,
        ...figures.routes,
        ...mailDesk.routes,
        ...pagesOfDesk.routes,
        ...pages.routes,
      ],
      logRetentionDays,
    });
  }
}
