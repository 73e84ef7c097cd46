/** All events by type: the source of rule patterns, of the generated schemas and of parsing in consumers. */
import type * as z from 'zod/mini';
import { LinkRequestedV1, SignUpCancelledV1, SignUpConfirmedV1, SignUpResizedV1 } from './volunteering.ts';

export const EVENTS = {
  'sign-up.confirmed.v1': SignUpConfirmedV1,
  'sign-up.resized.v1': SignUpResizedV1,
  'sign-up.cancelled.v1': SignUpCancelledV1,
  'link.requested.v1': LinkRequestedV1,
} as const;

export type EventType = keyof typeof EVENTS;
export type DomainEvent<Type extends EventType = EventType> = { [T in Type]: z.infer<(typeof EVENTS)[T]> }[Type];
