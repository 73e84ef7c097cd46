/** A table's stream to its relay function: in order, with an end to retries, so that one bad record can't block what comes behind it. */
import { Duration } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { CapabilityTable } from './capability-table.ts';
import { DeadLetters } from './dead-letters.ts';
import type { OperationFunction } from './operation-function.ts';

/** About ten minutes of retries with bisecting; then the record's place in the stream goes to the queue, for a day's time to read it. */
const ATTEMPTS = 8;

export class Relay extends Construct {
  readonly deadLetters: DeadLetters;
  readonly target: OperationFunction;

  constructor(scope: Construct, id: string, { table, target }: { readonly table: CapabilityTable; readonly target: OperationFunction }) {
    super(scope, id);
    this.target = target;
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    table.grantStream(target);
    target.allow(['sqs:SendMessage'], this.deadLetters.queue.queueArn);
    const mapping = new CfnEventSourceMapping(this, 'Mapping', {
      functionName: target.lambda.functionName,
      eventSourceArn: table.streamArn,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      parallelizationFactor: 4,
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: ATTEMPTS,
      maximumRecordAgeInSeconds: Duration.hours(20).toSeconds(),
      functionResponseTypes: ['ReportBatchItemFailures'],
      destinationConfig: { onFailure: { destination: this.deadLetters.queue.queueArn } },
    });
    // a mapping made before its role may read the stream fails the deploy
    mapping.node.addDependency(target.lambda.role ?? target);
  }
}
