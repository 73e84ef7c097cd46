/** Which mails a person wants, and in which language. What they must have, they get in any case. */
import * as z from 'zod/mini';
import { Language } from '../values.ts';

/** `last`: of each thing they signed up for only the reminder nearest to its day. */
export const WantedReminders = z.enum(['all', 'last', 'none']);
export type WantedReminders = z.infer<typeof WantedReminders>;

export const MailPreferences = z.strictObject({
  reminders: WantedReminders,
  /** Thanks for what they took part in, with the two questions. */
  thanks: z.boolean(),
  /** Of all mails to them. Absent: that of what each mail is about, as it was chosen there. */
  language: z.optional(Language),
});
export type MailPreferences = z.infer<typeof MailPreferences>;

/** Of whoever chose nothing. */
export const USUAL_PREFERENCES: MailPreferences = { reminders: 'all', thanks: true };

/** The language stays as it was chosen. */
export const onlyNecessary = (preferences: MailPreferences): MailPreferences => ({ ...preferences, reminders: 'none', thanks: false });

export const isOnlyNecessary = ({ reminders, thanks }: MailPreferences): boolean => reminders === 'none' && !thanks;

/**
 * `necessary`: answers what the person did, or tells them what they would otherwise stand there without: confirmations, cancellations, changes, offers of a place,
 * messages of staff, links, and everything about money. `reminder` and `thanks` can be stopped.
 */
export type MailKind = 'necessary' | 'reminder' | 'thanks';
