/**
 * Who is told when something goes wrong. It looks through the service stack for everything that can fail, so that a new function or queue
 * is watched without a line here; each alarm has its section in `docs/runbook.md`.
 */
import { CrossStackReferences, Duration, ReferenceStrength, Stack, type StackProps } from 'aws-cdk-lib';
import { Dashboard, type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { CapabilityTable } from '../constructs/capability-table.ts';
import { DeadLetters } from '../constructs/dead-letters.ts';
import { Relay } from '../constructs/relay.ts';
import { RunbookAlarm, type RunbookAlarmProps } from '../constructs/runbook-alarm.ts';
import type { Stage } from '../stages.ts';
import { widgets } from './dashboard.ts';
import type { DataStack } from './data.ts';
import type { ServiceStack } from './service.ts';

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);

export interface AlarmsProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly service: ServiceStack;
}

export class AlarmsStack extends Stack {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { stage, data, service, ...props }: AlarmsProps) {
    super(scope, id, props);
    // an alarm must never be the reason that a function or queue can't go
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK);
    this.topic = new Topic(this, 'Topic', { displayName: `Crosswalk ${stage.name}`, enforceSSL: true });
    // a topic with a policy of its own takes nothing from CloudWatch unless the policy says so
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    if (stage.alarmEmail) this.topic.addSubscription(new EmailSubscription(stage.alarmEmail));

    this.#watchDeliveries(service);
    this.#watchFunctions(service);
    this.#watchTables(data);
    this.#watchMail(service.messaging.configurationSetName);
    this.#ring('TotalsDiffer', {
      metric: new Metric({ namespace: 'Crosswalk', metricName: 'TotalsDiffer', period: FIVE_MINUTES, statistic: Stats.SUM }),
      from: 1,
      severity: 'today',
      says: 'The totals of a campaign are not the sum of its pledges and gifts.',
      anchor: 'a-campaigns-totals-differ-from-its-parts',
    });
    this.#ring('Http5xx', {
      metric: service.http.api.metricServerError({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      from: 5,
      severity: 'now',
      says: 'The site answers people with errors.',
      anchor: 'the-site-answers-with-errors',
    });
    this.#ring('Slow', {
      metric: service.http.api.metricLatency({ period: FIVE_MINUTES, statistic: Stats.percentile(99) }),
      from: Duration.seconds(3).toMilliseconds(),
      periods: 3,
      severity: 'today',
      says: 'One answer in a hundred takes three seconds or more.',
      anchor: 'the-site-is-slow',
    });
    new Dashboard(this, 'Dashboard', { widgets: widgets(service, this.#rung) });
  }

  readonly #rung: RunbookAlarm[] = [];

  #ring(id: string, props: Omit<RunbookAlarmProps, 'topic'>): void {
    this.#rung.push(new RunbookAlarm(this, id, { ...props, topic: this.topic }));
  }

  #watchDeliveries(service: ServiceStack): void {
    for (const letters of service.inside().filter((node) => node instanceof DeadLetters))
      this.#ring(`${nameOf(letters)}NotEmpty`, {
        metric: letters.queue.metricApproximateNumberOfMessagesVisible({ period: MINUTE, statistic: Stats.MAXIMUM }),
        from: 1,
        severity: 'now',
        says: `Something could not be handled and waits in ${letters.node.path}.`,
        anchor: 'a-dead-letter-queue-is-not-empty',
      });
    for (const relay of service.inside().filter((node) => node instanceof Relay))
      this.#ring(`${nameOf(relay)}Late`, {
        metric: relay.target.lambda.metric('IteratorAge', { period: MINUTE, statistic: Stats.MAXIMUM }),
        from: Duration.minutes(2).toMilliseconds(),
        periods: 3,
        severity: 'now',
        says: `What happened reaches the bus more than two minutes late (${relay.node.path}).`,
        anchor: 'the-relay-is-late',
      });
  }

  #watchFunctions({ functions }: ServiceStack): void {
    for (const fn of functions.all) {
      const each = { period: FIVE_MINUTES, statistic: Stats.SUM };
      const name = nameOf(fn);
      this.#ring(`${name}Errors`, {
        metric: fn.lambda.metricErrors(each),
        from: 3,
        severity: 'today',
        says: `The function ${fn.file} fails.`,
        anchor: 'a-function-fails',
      });
      this.#ring(`${name}Throttles`, {
        metric: fn.lambda.metricThrottles(each),
        from: 1,
        severity: 'now',
        says: `The function ${fn.file} was not allowed to run.`,
        anchor: 'a-function-is-throttled',
      });
    }
  }

  #watchTables(data: DataStack): void {
    for (const one of data.node.findAll().filter((node) => node instanceof CapabilityTable)) {
      const events = (metricName: string): IMetric => one.table.metric(metricName, { period: FIVE_MINUTES, statistic: Stats.SUM });
      this.#ring(`${one.node.id}TableThrottled`, {
        metric: new MathExpression({
          expression: 'FILL(reads, 0) + FILL(writes, 0)',
          usingMetrics: { reads: events('ReadThrottleEvents'), writes: events('WriteThrottleEvents') },
          period: FIVE_MINUTES,
          label: 'throttled',
        }),
        from: 10,
        severity: 'today',
        says: `The table ${one.node.id} turned requests away.`,
        anchor: 'a-table-turns-requests-away',
      });
    }
  }

  #watchMail(configurationSet: string): void {
    const reputation = (metricName: string): Metric =>
      new Metric({
        namespace: 'AWS/SES',
        metricName,
        dimensionsMap: { 'ses:configuration-set': configurationSet },
        period: Duration.hours(1),
        statistic: Stats.MAXIMUM,
      });
    this.#ring('BounceRate', {
      metric: reputation('Reputation.BounceRate'),
      // the mail service looks into an account from 5 % on and stops it at 10 %
      from: 0.04,
      severity: 'today',
      says: 'Too many mails come back.',
      anchor: 'mails-come-back',
    });
    this.#ring('ComplaintRate', {
      metric: reputation('Reputation.ComplaintRate'),
      // looked into from 0.1 % on
      from: 0.0008,
      severity: 'today',
      says: 'Too many people mark our mails as spam.',
      anchor: 'people-call-our-mails-spam',
    });
    this.#ring('MailPossiblyRepeated', {
      metric: new Metric({ namespace: 'Crosswalk', metricName: 'MailPossiblyRepeated', period: FIVE_MINUTES, statistic: Stats.SUM }),
      from: 1,
      severity: 'today',
      says: 'Somebody may have got the same mail twice.',
      anchor: 'a-mail-was-possibly-sent-twice',
    });
  }
}

/** `Volunteering/SignUpChanged/DeadLetters` → `VolunteeringSignUpChangedDeadLetters`. */
function nameOf(construct: Construct): string {
  return construct.node.scopes
    .slice(2)
    .map(({ node }) => node.id)
    .join('');
}
