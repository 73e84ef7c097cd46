/** Events of a bus, or the clock, to one function: the rule, the retries, and where they end that nobody could take. */
import { Duration } from 'aws-cdk-lib';
import { type EventBus, type EventPattern, type IEventBus, Rule, type Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import type { OperationFunction } from './operation-function.ts';

export type EventSubscriptionProps = { readonly target: OperationFunction } & (
  | { readonly bus: EventBus | IEventBus; readonly pattern: EventPattern }
  /** What runs by it must be repeatable, and make up for a run that was missed. */
  | { readonly schedule: Schedule }
);

/** An event nobody could take in this time is for a person to look at. */
const MAX_AGE = Duration.hours(6);

export class EventSubscription extends Construct {
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: EventSubscriptionProps) {
    super(scope, id);
    const { target } = props;
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    const when =
      'schedule' in props
        ? { schedule: props.schedule }
        : // the class is its interface but for optional properties typed without undefined
          { eventBus: props.bus as IEventBus, eventPattern: props.pattern };
    const rule = new Rule(this, 'Rule', when);
    // not delivered to Lambda at all
    rule.addTarget(
      new LambdaFunction(target.lambda, { deadLetterQueue: this.deadLetters.queue, retryAttempts: 185, maxEventAge: MAX_AGE }),
    );
    // delivered, and the function threw each time
    target.lambda.configureAsyncInvoke({ onFailure: new SqsDestination(this.deadLetters.queue), retryAttempts: 2, maxEventAge: MAX_AGE });
  }
}
