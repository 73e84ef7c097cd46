/** Rule patterns, made from the event contracts. */
import type { EventPattern } from 'aws-cdk-lib/aws-events';
import { EVENTS, type EventType, SIGN_UP_CHANGES } from '#contracts/events/index.ts';

/** Events of just these types, from their own sources. */
export const eventsOf = (...types: readonly EventType[]): EventPattern => ({
  source: [...new Set(types.map((type) => EVENTS[type].shape.source.def.values[0]))].filter((source) => source !== undefined),
  detailType: [...types],
});

/** Whatever happens to the places of a sign-up, or to its place in line. */
export const SIGN_UP_EVENTS = eventsOf(...SIGN_UP_CHANGES);
/** And who was there. */
export const RECORDED_EVENTS = eventsOf(...SIGN_UP_CHANGES, 'sign-up.marked.v1');

/** Whatever a sponsor is written to about. */
export const PLEDGE_EVENTS = eventsOf(
  'pledge.made.v1',
  'pledge.accepted.v1',
  'pledge.declined.v1',
  'pledge.cancelled.v1',
  'pledge.revised.v1',
  'pledge.invoiced.v1',
  'pledge.reminded.v1',
  'pledge.logo-changed.v1',
  'payment.recorded.v1',
  'payment.refunded.v1',
);
