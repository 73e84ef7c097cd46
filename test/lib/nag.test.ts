/** AWS's own rules for good solutions hold for every stack; what is done differently says why, on the resource itself. */
import { App, Stack, Validations } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { crosswalk } from '#lib/crosswalk.ts';
import { type Stage, stageNamed } from '#lib/stages.ts';
import { WITHOUT_BUNDLING } from './synthesised.ts';

/** Findings as `rule path`. */
function findings(app: App): readonly string[] {
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath, resourceLogicalId }) => `${ruleName} ${constructPath ?? resourceLogicalId}`),
  );
}

const withSite: Stage = {
  ...stageNamed('prod'),
  site: { domainName: 'volunteer.riverbend.example', certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/a' },
};

it.each([
  ['local', stageNamed('local')],
  ['prod', stageNamed('prod')],
  ['prod with its own name', withSite],
])('the stacks of %s have no finding that is not explained', (_name, stage) => {
  const app = new App({ context: WITHOUT_BUNDLING });
  crosswalk(app, stage);
  expect(findings(app)).toEqual([]);
});

it('nothing is explained away for a whole stack', () => {
  const app = new App({ context: WITHOUT_BUNDLING });
  crosswalk(app, withSite);
  const acknowledged = app.node
    .findAll()
    .filter((node) => node.node.metadata.some(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY));
  expect(acknowledged.length).toBeGreaterThan(30);
  expect(acknowledged.filter((node) => App.isApp(node) || Stack.isStack(node))).toEqual([]);
});

it('finds what is wrong in a stack without explanations', () => {
  const app = new App({ context: WITHOUT_BUNDLING });
  const stack = new Stack(app, 'Test');
  new Queue(stack, 'Queue');
  new CfnFunction(stack, 'Old', {
    runtime: 'nodejs18.x',
    role: 'arn:aws:iam::123456789012:role/a',
    code: { zipFile: '1' },
    handler: 'index.handler',
  });
  expect(findings(app)).toEqual(
    expect.arrayContaining(['AwsSolutions-SQS3 Test/Queue/Resource', 'AwsSolutions-SQS4 Test/Queue/Resource', 'AwsSolutions-L1 Test/Old']),
  );
});
