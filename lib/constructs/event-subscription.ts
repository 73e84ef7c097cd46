/** Events of a bus to one function: the rule, the retries, and where they end that nobody could take. */
import { Duration } from 'aws-cdk-lib';
import { type EventBus, type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import type { OperationFunction } from './operation-function.ts';

export interface EventSubscriptionProps {
  readonly bus: EventBus | IEventBus;
  readonly pattern: EventPattern;
  readonly target: OperationFunction;
}

/** An event nobody could take in this time is for a person to look at. */
const MAX_AGE = Duration.hours(6);

export class EventSubscription extends Construct {
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, { bus, pattern, target }: EventSubscriptionProps) {
    super(scope, id);
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    // the class is its interface but for optional properties typed without undefined
    const rule = new Rule(this, 'Rule', { eventBus: bus as IEventBus, eventPattern: pattern });
    // not delivered to Lambda at all
    rule.addTarget(
      new LambdaFunction(target.lambda, { deadLetterQueue: this.deadLetters.queue, retryAttempts: 185, maxEventAge: MAX_AGE }),
    );
    // delivered, and the function threw each time
    target.lambda.configureAsyncInvoke({ onFailure: new SqsDestination(this.deadLetters.queue), retryAttempts: 2, maxEventAge: MAX_AGE });
  }
}
