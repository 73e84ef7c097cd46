/** A consumer on the bus: parses the event by its contract, or throws, so that what nobody understands ends in the dead-letter queue. */
import type { EventBridgeEvent } from 'aws-lambda';
import { type DomainEvent, EVENTS, type EventType } from '#contracts/events/index.ts';
import { log } from '../_runtime/log.ts';

export type Consumer = (event: EventBridgeEvent<string, unknown>) => Promise<void>;

/** Throws for a type that is not one of `types`: a rule that sends something else is wrong, and silence would hide it. */
export function consumer<Type extends EventType>(types: readonly Type[], consume: (event: DomainEvent<Type>) => Promise<void>): Consumer {
  return async (event) => {
    const type = types.find((one) => one === event['detail-type']);
    if (type === undefined) throw new Error(`no consumer here for events of type ${event['detail-type']}`);
    const parsed = EVENTS[type].parse(event.detail) as DomainEvent<Type>;
    try {
      await consume(parsed);
    } catch (error) {
      throw new Error(`event ${parsed.id} of type ${type} could not be consumed`, { cause: error });
    }
    log.info('event consumed', { type, eventId: parsed.id });
  };
}
