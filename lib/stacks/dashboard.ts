/** One screen for the operator: the alarms, what people feel, and what happens behind. */
import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, GraphWidget, type IMetric, type IWidget, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { DeadLetters } from '../constructs/dead-letters.ts';
import { Relay } from '../constructs/relay.ts';
import type { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import type { ServiceStack } from './service.ts';

const period = Duration.minutes(5);

/** Rows from top to bottom. */
export function widgets(service: ServiceStack, alarms: readonly RunbookAlarm[]): IWidget[][] {
  const { http, functions } = service;
  const latency = (statistic: string): IMetric => http.api.metricLatency({ period, statistic, label: statistic });
  const inside = service.inside();
  return [
    [new AlarmStatusWidget({ title: 'Alarms', width: 24, height: 4, alarms: alarms.map(({ alarm }) => alarm) })],
    [
      graph('Answers', [
        http.api.metricCount({ period, label: 'all' }),
        http.api.metricClientError({ period, label: 'refused (4xx)' }),
        http.api.metricServerError({ period, label: 'failed (5xx)' }),
      ]),
      graph('Milliseconds to answer', ['p50', 'p95', 'p99'].map(latency)),
      graph(
        'Sign-ups: milliseconds',
        functions.all
          .filter(({ file }) => file === 'volunteering/sign-up')
          .flatMap(({ lambda }) =>
            [Stats.percentile(50), Stats.percentile(99)].map((statistic) => lambda.metricDuration({ period, statistic, label: statistic })),
          ),
      ),
    ],
    [
      graph(
        'Failures',
        functions.all.map(({ lambda, file }) => lambda.metricErrors({ period, label: file })),
      ),
      graph(
        'Milliseconds the relay is behind',
        inside
          .filter((node) => node instanceof Relay)
          .map((relay) => relay.target.lambda.metric('IteratorAge', { period, statistic: Stats.MAXIMUM, label: relay.node.path })),
      ),
      graph(
        'Dead letters',
        inside
          .filter((node) => node instanceof DeadLetters)
          .map((letters) =>
            letters.queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM, label: letters.node.path }),
          ),
      ),
    ],
    [
      graph(
        'Mails',
        ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'].map(
          (metricName) => new Metric({ namespace: 'AWS/SES', metricName, period, statistic: Stats.SUM, label: metricName }),
        ),
      ),
    ],
  ];
}

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 8 });
