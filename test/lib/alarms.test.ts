/** Whatever can fail rings, and whoever it rings for finds what to do. */
import { readFileSync } from 'node:fs';
import { Alarm, type CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, it } from 'vitest';
import { stageNamed } from '#lib/stages.ts';
import { anchorsOf, unhelpful, unwatched } from './alarms.ts';
import { isRecord, listed, stackWith, stageSynthesised, synthesised } from './synthesised.ts';

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const prod = stageSynthesised('prod');

it('every queue, mapping, function, table, API and mail setting is watched', () => {
  expect(unwatched(prod)).toEqual([]);
});

it('every alarm tells somebody, how urgent it is, and a section of the runbook', () => {
  expect(unhelpful(prod, anchorsOf(runbook))).toEqual([]);
});

it('every section of the runbook that an alarm could name is named by one', () => {
  const named = prod.ofType('AWS::CloudWatch::Alarm').map(({ properties }) => String(properties.AlarmDescription).split('#')[1]);
  const alarmSections = runbook.slice(runbook.indexOf('\n# Alarms'), runbook.indexOf('\n# By hand'));
  expect([...anchorsOf(alarmSections)].toSorted()).toEqual([...new Set(named)].toSorted());
});

it('every resource that the runbook names exists', () => {
  const named = [...runbook.matchAll(/\bid (?<id>[A-Z][a-z]\w+)(?: (?<stack>[A-Z]\w+))?/g)].map(({ groups }) => groups ?? {});
  expect(named.length).toBeGreaterThan(8);
  const missing = named.filter(
    ({ id, stack = 'Service' }) =>
      !prod.resources.some((each) => each.stack.endsWith(`-${stack}`) && new RegExp(`^${id}[0-9A-F]{8}$`).test(each.id)),
  );
  expect(missing).toEqual([]);
});

it('a mail that may have gone twice rings', () => {
  const alarm = prod.ofType('AWS::CloudWatch::Alarm').find(({ properties }) => properties.MetricName === 'MailPossiblyRepeated');
  expect(alarm?.properties).toMatchObject({ Namespace: 'Crosswalk', Threshold: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold' });
});

it('the alarms of prod go to its operator, and CloudWatch may send them', () => {
  expect(prod.ofType('AWS::SNS::Subscription').map(({ properties }) => properties.Endpoint)).toEqual([stageNamed('prod').alarmEmail]);
  const statements = prod
    .ofType('AWS::SNS::TopicPolicy')
    .flatMap(({ properties: { PolicyDocument: document } }) => (isRecord(document) ? listed(document.Statement) : []));
  expect(statements).toContainEqual(
    expect.objectContaining({ Effect: 'Allow', Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
  );
});

it('alarms never hold a function or queue back from being removed', () => {
  const imports = prod.resources.filter(({ stack }) => stack.endsWith('-Alarms')).map(({ properties }) => JSON.stringify(properties));
  expect(imports.join('')).toContain('Fn::GetStackOutput');
  expect(imports.join('')).not.toContain('Fn::ImportValue');
});

it('reports a queue nobody watches', () => {
  expect(unwatched(stackWith((stack) => new Queue(stack, 'Forgotten')))).toEqual(['Forgotten: ApproximateNumberOfMessagesVisible']);
});

it('reports what is no longer watched when alarms are taken away', () => {
  const spoiled = synthesised(stageNamed('prod'), (app) => {
    for (const stack of app.node.children.filter((each) => each.node.id.endsWith('-Alarms')))
      for (const { node } of stack.node.children) if (/NotEmpty$|Late$|^Dashboard$/.test(node.id)) stack.node.tryRemoveChild(node.id);
  });
  const queues = spoiled.ofType('AWS::SQS::Queue').length;
  const mappings = spoiled.ofType('AWS::Lambda::EventSourceMapping').length;
  expect([queues > 5, mappings]).toEqual([true, 4]);
  expect(unwatched(spoiled)).toHaveLength(queues + mappings);
});

it('reports alarms that tell nobody or lead nowhere', () => {
  const spoiled = stackWith((stack) => {
    const metric = new Queue(stack, 'Queue').metricApproximateNumberOfMessagesVisible();
    const alarm = new Alarm(stack, 'Quiet', { metric, threshold: 1, evaluationPeriods: 1 });
    const cfn = alarm.node.defaultChild as CfnAlarm;
    cfn.alarmDescription = 'Severity: now. Bad. What to do: docs/runbook.md#nowhere';
  });
  expect(unhelpful(spoiled, anchorsOf(runbook))).toEqual(['Quiet: tells nobody', 'Quiet: no section nowhere']);
});
