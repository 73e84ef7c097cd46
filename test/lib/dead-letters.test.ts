/** Nothing that fails is lost. */
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { CfnEventSourceMapping, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { expect, it } from 'vitest';
import { withoutDeadLetters } from './dead-letters.ts';
import { stackWith, stageSynthesised } from './synthesised.ts';

it('every rule target, mapping and asynchronous function has a dead-letter queue', () => {
  const templates = stageSynthesised('prod');
  expect(withoutDeadLetters(templates)).toEqual([]);
  expect(templates.ofType('AWS::Events::Rule').length).toBeGreaterThanOrEqual(4);
  expect(templates.ofType('AWS::Lambda::EventSourceMapping').length).toBeGreaterThanOrEqual(1);
});

it('letters are kept for two weeks, encrypted', () => {
  const queues = stageSynthesised('prod').ofType('AWS::SQS::Queue');
  expect(queues.length).toBeGreaterThanOrEqual(5);
  for (const { properties } of queues)
    expect(properties).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 3600, SqsManagedSseEnabled: true });
});

it('a bad record cannot block its stream', () => {
  for (const { properties } of stageSynthesised('prod').ofType('AWS::Lambda::EventSourceMapping'))
    expect(properties).toMatchObject({ BisectBatchOnFunctionError: true, FunctionResponseTypes: ['ReportBatchItemFailures'] });
});

it('reports a rule and a mapping that lose what fails', () => {
  const spoiled = stackWith((stack) => {
    const fn = new LambdaFunction(stack, 'Fn', { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: Code.fromInline('1') });
    const rule = new Rule(stack, 'Rule', { eventBus: new EventBus(stack, 'Bus'), eventPattern: { source: ['a'] } });
    rule.addTarget(new FunctionTarget(fn));
    new CfnEventSourceMapping(stack, 'Mapping', {
      functionName: fn.functionName,
      eventSourceArn: 'arn:aws:dynamodb:us-east-2:123456789012:table/a/stream/b',
      startingPosition: 'LATEST',
    });
  });
  expect(withoutDeadLetters(spoiled)).toEqual([
    'Rule: a target without a dead-letter queue',
    'Mapping: no dead-letter queue',
    'Mapping: retries without end',
    'Fn: asynchronous failures are lost',
  ]);
});
