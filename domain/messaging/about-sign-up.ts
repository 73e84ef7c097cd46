/** What mails about one sign-up have in common: who writes to whom about what, the slot it is in, its calendar entry. */
import { isDated } from '#contracts/resources/opportunity.ts';
import type { CalendarEntry, SubmissionFacts, TimedSlot } from './ports.ts';

type Facts = Omit<SubmissionFacts, 'submissionId' | 'slots'>;

export const heading = ({ language, person, school, opportunity }: Facts, url: string) => ({
  language,
  personName: person.name,
  school,
  opportunity,
  manageUrl: url,
});

export const timedSlot = (slots: readonly TimedSlot[] | undefined, slotId: string): TimedSlot | undefined =>
  slots?.find(({ slot }) => slot.slotId === slotId);

/**
 * None for a slot without a date. `time`: of the change it follows from. SEQUENCE counts what changes of the slot's places and of its opportunity, so that
 * it only grows, whichever of them an entry is sent for.
 */
export function calendarEntry(
  { opportunity, school, person, language, definitionVersion }: Facts,
  { time }: { readonly time: string },
  {
    slot,
    ledgerVersion,
    ...change
  }: Pick<CalendarEntry, 'method' | 'signUpId' | 'places'> &
    Partial<Pick<CalendarEntry, 'manageUrl'>> & { readonly ledgerVersion: number; readonly slot: TimedSlot['slot'] },
): readonly CalendarEntry[] {
  const sequence = ledgerVersion + definitionVersion;
  return isDated(slot) ? [{ ...change, sequence, slot, at: time, opportunity, school, person, language }] : [];
}
