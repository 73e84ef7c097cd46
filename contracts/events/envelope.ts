/**
 * Domain events as they lie on the bus: `detail` is a CloudEvents 1.0 object (https://github.com/cloudevents/spec), `detail-type` its type,
 * `source` its source. Ids only, no personal data.
 *
 * What we emit is never narrowed and never closed: consumers ignore fields they don't know. A breaking change is a new `.vN`.
 */
import * as z from 'zod/mini';
import { Instant } from '../values.ts';

export const event = <Type extends string, Data extends z.ZodMiniObject>(type: Type, source: `crosswalk.${string}`, data: Data) =>
  z.object({
    specversion: z.literal('1.0'),
    /** Deterministic: the same change always carries the same id, so a repeat is known as one. */
    id: z.string().check(z.minLength(1), z.maxLength(200)),
    type: z.literal(type),
    source: z.literal(source),
    /** What the event is about, e.g. a slot id. */
    subject: z.string().check(z.minLength(1), z.maxLength(200)),
    time: Instant,
    data,
  });

/** What every event schema has, for code that treats them alike. */
export type EventSchema = z.ZodMiniObject<{ type: z.ZodMiniLiteral<string>; source: z.ZodMiniLiteral<string> } & z.core.$ZodShape>;
