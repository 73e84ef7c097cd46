/**
 * Domain events as they lie on the bus: `detail` is a CloudEvents 1.0 object (https://github.com/cloudevents/spec), `detail-type` its type,
 * `source` its source. Ids only, no personal data.
 *
 * What we emit is never narrowed and never closed: consumers ignore fields they don't know. A breaking change is a new `.vN`.
 */
import * as z from 'zod';
import { Instant } from '../values.ts';

export const event = <Type extends string, Data extends z.ZodObject>(type: Type, source: `crosswalk.${string}`, data: Data) =>
  z.object({
    specversion: z.literal('1.0'),
    /** Deterministic: the same change always carries the same id, so a repeat is known as one. */
    id: z.string().min(1).max(200),
    type: z.literal(type),
    source: z.literal(source),
    /** What the event is about, e.g. a slot id. */
    subject: z.string().min(1).max(200),
    time: Instant,
    data,
  });

/** What every event schema has, for code that treats them alike. */
export type EventSchema = z.ZodObject<{ type: z.ZodLiteral<string>; source: z.ZodLiteral<string> } & z.ZodRawShape>;
