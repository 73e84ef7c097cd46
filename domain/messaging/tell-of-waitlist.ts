/** What is told to those who wait: that places are theirs, that some are offered to them and until when, or why they don't wait any more. */
import type { SignUpConfirmedV1, SignUpOfferedV1, SignUpUnlistedV1, SignUpWaitlistedV1 } from '#contracts/events/volunteering.ts';
import type { WaitlistNews } from '#contracts/resources/letters.ts';
import type { MailPreferences } from '#contracts/resources/mail-preferences.ts';
import { millis } from '../time.ts';
import { calendarEntry, heading, timedSlot } from './about-sign-up.ts';
import { endsOf, mailOf, manageUrl } from './compose.ts';
import { messages } from './messages.ts';
import type { CalendarEntry, Mail, SubmissionFacts, TimedSlot } from './ports.ts';
import { inChosenLanguage } from './preferences.ts';
import { type Sent, sendOnce } from './send-once.ts';
import type { TellPorts } from './tell-of-sign-up.ts';

export type Waited = SignUpConfirmedV1 | SignUpOfferedV1 | SignUpUnlistedV1 | SignUpWaitlistedV1;

/** Who did it themselves knows. */
export const tellOfWaitlist = (ports: TellPorts, event: Waited): Promise<Sent> => {
  switch (event.type) {
    case 'sign-up.confirmed.v1':
      return tellPlaces(ports, event);
    case 'sign-up.offered.v1':
      return tell(ports, event, ({ slot }) => {
        const { places, wanted, until } = event.data;
        // late by a long retry: what it offers is over, and that is told by itself
        return ports.clock.now() < millis(until) ? { about: 'offered', slot, places, wanted, until } : undefined;
      });
    case 'sign-up.unlisted.v1': {
      const { why, byStaff, places } = event.data;
      const about = byStaff ? 'removed' : why === 'left' || why === 'passed' ? undefined : why;
      return about === undefined ? skipped() : tell(ports, event, ({ slot }) => ({ about, slot, places }));
    }
    case 'sign-up.waitlisted.v1':
      return event.data.again === 'expired'
        ? tell(ports, event, ({ slot }) => ({ about: 'waits-on', slot, places: event.data.places }))
        : skipped();
  }
};

const skipped = async (): Promise<Sent> => ({ kind: 'skipped' });

/** Whom it was given to, or who accepted it: with the calendar entry. */
const tellPlaces = (ports: TellPorts, event: SignUpConfirmedV1): Promise<Sent> => {
  const { signUpId, places, ledgerVersion, waited } = event.data;
  const about = waited === 'accepted' ? 'accepted' : 'given';
  return tell(
    ports,
    event,
    ({ slot, changeableUntil }) => ({ about, to: { signUpId, slot, places, ...(changeableUntil !== undefined && { changeableUntil }) } }),
    (facts, { slot }, url) => calendarEntry(facts, event, { method: 'REQUEST', slot, signUpId, places, ledgerVersion, manageUrl: url }),
  );
};

type Facts = Omit<SubmissionFacts, 'submissionId' | 'slots'>;

function tell(
  ports: TellPorts,
  event: Waited,
  newsOf: (slot: TimedSlot) => WaitlistNews | undefined,
  entriesOf: (facts: Facts, slot: TimedSlot, url: string) => readonly CalendarEntry[] = () => [],
): Promise<Sent> {
  const { personId, slotId, signUpId, ledgerVersion } = event.data;
  const compose = async (preferences: MailPreferences): Promise<Mail | undefined> => {
    const found = await ports.submissions.ofSlot({ personId, slotId });
    const slot = timedSlot(found?.slots, slotId);
    const news = slot && newsOf(slot);
    if (!found || !slot || !news) return undefined;
    const facts = inChosenLanguage(found, preferences);
    const url = await manageUrl(ports, personId, endsOf([slot.slot]));
    return mailOf(ports, facts, { kind: 'waitlist', ...heading(facts, url), news }, entriesOf(facts, slot, url));
  };
  return sendOnce(ports, { key: messages.waitlist(signUpId, ledgerVersion), kind: 'necessary', personId, covers: [signUpId], compose });
}
