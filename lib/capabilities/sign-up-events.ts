/** Rule patterns, made from the event contracts. */
import type { EventPattern } from 'aws-cdk-lib/aws-events';
import { EVENTS, type EventType } from '#contracts/events/index.ts';

/** Events of just these types, from their own sources. */
export const eventsOf = (...types: readonly EventType[]): EventPattern => ({
  source: [...new Set(types.map((type) => EVENTS[type].shape.source.def.values[0]))].filter((source) => source !== undefined),
  detailType: [...types],
});

/** Whatever happens to a sign-up. */
export const SIGN_UP_EVENTS = eventsOf('sign-up.confirmed.v1', 'sign-up.resized.v1', 'sign-up.cancelled.v1');
