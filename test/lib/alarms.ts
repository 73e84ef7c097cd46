/** Finds what can fail without anybody being told, and alarms that tell nobody or don't say what to do. */
import { isRecord, listed, type Resource, type Synthesised, type Value } from './synthesised.ts';

interface Watched {
  readonly alarm: Resource;
  readonly metric: string;
  readonly of: readonly Resource[];
}

const DESCRIPTION = /^Severity: (?:now|today)\. .+\. What to do: docs\/runbook\.md#(?<anchor>[a-z0-9-]+)$/;

/** Each metric that some alarm looks at, with the resources its dimensions name. */
function watchedBy(templates: Synthesised): readonly Watched[] {
  return templates.ofType('AWS::CloudWatch::Alarm').flatMap((alarm) => {
    const parts = listed(alarm.properties.Metrics).flatMap((part) =>
      isRecord(part) && isRecord(part.MetricStat) ? [part.MetricStat.Metric] : [],
    );
    const metrics = [alarm.properties, ...parts].filter((metric) => isRecord(metric as Value)) as readonly Record<
      string,
      Value | undefined
    >[];
    return metrics
      .filter((metric) => metric.MetricName !== undefined)
      .map((metric) => ({
        alarm,
        metric: String(metric.MetricName),
        of: listed(metric.Dimensions)
          .filter(isRecord)
          .flatMap(({ Value: value }) => templates.led(value, alarm) ?? []),
      }));
  });
}

export function unwatched(templates: Synthesised): readonly string[] {
  const watched = watchedBy(templates);
  const without = (metric: string, what: Resource | undefined): readonly string[] =>
    watched.some((each) => each.metric === metric && what && each.of.includes(what)) ? [] : [`${what?.path ?? 'unknown'}: ${metric}`];
  return [
    ...templates.ofType('AWS::SQS::Queue').flatMap((queue) => without('ApproximateNumberOfMessagesVisible', queue)),
    ...templates
      .ofType('AWS::Lambda::EventSourceMapping')
      .flatMap((mapping) => without('IteratorAge', templates.led(mapping.properties.FunctionName, mapping))),
    ...templates.ofType('AWS::Lambda::Function').flatMap((fn) => [...without('Errors', fn), ...without('Throttles', fn)]),
    ...templates.ofType('AWS::ApiGatewayV2::Api').flatMap((api) => [...without('5xx', api), ...without('Latency', api)]),
    ...templates
      .ofType('AWS::SES::ConfigurationSet')
      .flatMap((set) => [...without('Reputation.BounceRate', set), ...without('Reputation.ComplaintRate', set)]),
    ...templates
      .ofType('AWS::DynamoDB::Table')
      .flatMap((table) => [...without('ReadThrottleEvents', table), ...without('WriteThrottleEvents', table)]),
  ];
}

/** Alarms that tell nobody, or whose text has no severity or no heading among `anchors`. */
export function unhelpful(templates: Synthesised, anchors: ReadonlySet<string>): readonly string[] {
  return templates.ofType('AWS::CloudWatch::Alarm').flatMap((alarm) => {
    const { AlarmActions: actions, AlarmDescription: description } = alarm.properties;
    const told = listed(actions).some((action) => templates.led(action, alarm)?.type === 'AWS::SNS::Topic');
    const anchor = DESCRIPTION.exec(String(description))?.groups?.anchor;
    return [
      ...(told ? [] : [`${alarm.path}: tells nobody`]),
      ...(anchor !== undefined && anchors.has(anchor) ? [] : [`${alarm.path}: no section ${anchor ?? 'named'}`]),
    ];
  });
}

/** Anchors of a Markdown file's second-level headings, as forges make them. */
export const anchorsOf = (markdown: string): ReadonlySet<string> =>
  new Set(
    [...markdown.matchAll(/^## (.+)$/gm)].map(([, heading]) =>
      String(heading)
        .toLowerCase()
        .replaceAll(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
