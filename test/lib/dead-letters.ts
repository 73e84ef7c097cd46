/** Finds deliveries whose failures would be lost: each rule target, stream mapping and asynchronous invocation ends in a queue. */
import { isRecord, listed, type Resource, type Synthesised, type Value } from './synthesised.ts';

export function withoutDeadLetters(templates: Synthesised): readonly string[] {
  const isQueue = (value: Value | undefined, from: Resource): boolean => templates.led(value, from)?.type === 'AWS::SQS::Queue';
  const ofRule = (rule: Resource): readonly string[] =>
    listed(rule.properties.Targets)
      .filter(isRecord)
      .filter((target) => !isRecord(target.DeadLetterConfig) || !isQueue(target.DeadLetterConfig.Arn, rule))
      .map(() => `${rule.path}: a target without a dead-letter queue`);
  const ofMapping = (mapping: Resource): readonly string[] => [
    ...(isQueue(onFailure(mapping), mapping) ? [] : [`${mapping.path}: no dead-letter queue`]),
    ...(Number(mapping.properties.MaximumRetryAttempts ?? -1) < 0 ? [`${mapping.path}: retries without end`] : []),
  ];
  const invokedByRules = templates
    .ofType('AWS::Events::Rule')
    .flatMap((rule) => listed(rule.properties.Targets).flatMap((target) => (isRecord(target) ? [templates.led(target.Arn, rule)] : [])));
  const invocations = templates.ofType('AWS::Lambda::EventInvokeConfig');
  const ofFunction = (fn: Resource): readonly string[] =>
    invocations.some((config) => templates.led(config.properties.FunctionName, config) === fn && isQueue(onFailure(config), config))
      ? []
      : [`${fn.path}: asynchronous failures are lost`];
  return [
    ...templates.ofType('AWS::Events::Rule').flatMap(ofRule),
    ...templates.ofType('AWS::Lambda::EventSourceMapping').flatMap(ofMapping),
    ...[...new Set(invokedByRules)].filter((fn) => fn !== undefined).flatMap(ofFunction),
  ];
}

function onFailure({ properties: { DestinationConfig: config } }: Resource): Value | undefined {
  return isRecord(config) && isRecord(config.OnFailure) ? config.OnFailure.Destination : undefined;
}
