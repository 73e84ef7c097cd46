/** The whole of volunteering and messaging on fakes: the table's stream is relayed to both consumers, with the retries of an asynchronous function. */

import type { DomainEvent } from '#contracts/events/index.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { CalendarEntry, Calendars, Letters } from '#domain/messaging/ports.ts';
import { tellLink } from '#domain/messaging/tell-link.ts';
import { tellMessage } from '#domain/messaging/tell-message.ts';
import { remindOfDay, thankForDay } from '#domain/messaging/tell-of-day.ts';
import { tellOfSignUp } from '#domain/messaging/tell-of-sign-up.ts';
import { addSchool } from '#domain/volunteering/add-school.ts';
import { dayFacts } from '#domain/volunteering/day-facts.ts';
import { linkFacts, submissionFacts } from '#domain/volunteering/facts-for-mail.ts';
import { freedEvent, ledgerEvent, linkRequestedEvent, messageSentEvent } from '#domain/volunteering/ledger-events.ts';
import { ledgerEntry } from '#domain/volunteering/ledger-history.ts';
import { messageFacts } from '#domain/volunteering/message-facts.ts';
import { type LedgerChanged, type LedgerMarked, onLedgerChange } from '#domain/volunteering/on-ledger-change.ts';
import { pastDayFacts } from '#domain/volunteering/past-day-facts.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { serveWaitlist } from '#domain/volunteering/serve-waitlist.ts';
import { sweepDays } from '#domain/volunteering/sweep-days.ts';
import { anOpportunity, aSchool } from './builders.ts';
import { fakeMarkedDays, fakeSlotReads } from './fake-days.ts';
import { fakeDesk } from './fake-desk.ts';
import { fakeFundraising, fakePledgeLinks } from './fake-fundraising.ts';
import { fakeMessageNotes } from './fake-messages.ts';
import { fakeUploads } from './fake-uploads.ts';
import { fakeClock, fakeIds, fakeMailer, fakeMailLedger, fakePeople, fakeVolunteering, type VolunteeringSabotage } from './fakes.ts';
import { aCampaign } from './fundraising.ts';

export const fakeLetters: Letters = {
  render: (letter) => ({ subject: letter.kind, html: `<p>${letter.kind}</p>`, text: JSON.stringify(letter) }),
};
const noted = ({ method, signUpId, sequence, places }: CalendarEntry) => ({ method, uid: signUpId, sequence, places });
export const fakeCalendars: Calendars = {
  file: (entry) => JSON.stringify(noted(entry)),
  all: (entries) => JSON.stringify(entries.map(noted)),
};

/** Ports of all operations, with a school and one opportunity published. */
export async function world(
  opportunity: Partial<Opportunity> = {},
  sabotage: VolunteeringSabotage & { readonly lease?: boolean; readonly suppression?: boolean } = {},
) {
  const volunteering = fakeVolunteering(sabotage);
  const clock = fakeClock();
  const fundraising = { ...fakeFundraising(), pledgeLinks: fakePledgeLinks() };
  await fundraising.campaigns.save(aCampaign());
  const uploads = fakeUploads();
  const mailLedger = fakeMailLedger(sabotage);
  const mailer = fakeMailer();
  const {
    opportunities,
    slots,
    marks,
    signUps,
    notes,
    times,
    allowances,
    schools,
    definitions,
    history,
    figures,
    links,
    linkRequests,
    messages,
    suggestions,
    holidays,
    feedback,
    readFeedback,
    traces,
    calendarSources,
    calendarAddresses,
    readCalendars,
  } = volunteering;
  const known = { clock, ids: fakeIds(), people: fakePeople(), district: { retentionDays: 30 } };
  const ports = {
    opportunities,
    slots,
    marks,
    signUps,
    notes,
    times,
    allowances,
    schools,
    definitions,
    history,
    figures,
    linkRequests,
    messages,
    suggestions,
    holidays,
    feedback,
    readFeedback,
    slotReads: fakeSlotReads(opportunities, volunteering.ledgers),
    traces,
    calendarSources,
    calendarAddresses,
    readCalendars,
    ...known,
  };
  const dayPorts = { signUps, schools, clock, slotReads: ports.slotReads };
  const mailPorts = {
    submissions: submissionFacts({ opportunities, signUps, schools }),
    linkFacts: linkFacts({ opportunities, signUps, schools, linkRequests, clock }),
    staffMessages: messageFacts({ opportunities, signUps, schools, messages, clock }),
    messageNotes: fakeMessageNotes(),
    peopleOnDays: dayFacts(dayPorts),
    peopleOfPastDays: pastDayFacts(dayPorts),
    mailLedger,
    preferences: mailLedger.preferences,
    mailTraces: mailLedger.mailTraces,
    suppressions: mailLedger.suppressions,
    mailFates: mailLedger.mailFates,
    mailer,
    links,
    letters: fakeLetters,
    calendars: fakeCalendars,
    clock,
    siteUrl: 'https://crosswalk.example',
    zone: 'America/New_York',
    pause: async (ms: number) => clock.advance(ms),
  };
  const { version: _v, ...school } = aSchool();
  await addSchool(ports)(school);
  const { version: _w, ...definition } = anOpportunity(opportunity);
  const published = await publishOpportunity(ports)(definition);
  if (!published.ok) throw new Error(`the test's opportunity is not valid: ${JSON.stringify(published.error)}`);

  let seen = 0;
  let seenLinks = 0;
  let seenMessages = 0;
  const consumers = {
    onLedgerChange: onLedgerChange({ ...ports, retentionDays: 30 }),
    tell: tellOfSignUp(mailPorts),
    serve: serveWaitlist(ports),
    tellLink: tellLink(mailPorts),
    tellMessage: tellMessage(mailPorts),
    remind: remindOfDay(mailPorts),
    thank: thankForDay(mailPorts),
  };
  const bus: DomainEvent[] = [];
  const markedDays = fakeMarkedDays();
  const sweepPorts = { ...ports, markedDays, events: { publish: async (all: readonly DomainEvent[]) => void bus.push(...all) } };
  /** What runs by the hour, and what follows from it. */
  const sweep = async (): Promise<void> => {
    await sweepDays(sweepPorts)();
    for (const event of bus.splice(0)) {
      if (event.type === 'day.approached.v1') await retried(clock, () => consumers.remind(event));
      if (event.type === 'day.passed.v1') await retried(clock, () => consumers.thank(event));
    }
  };
  /** Relays all that was written since, and what follows from it. Consumers that throw are tried again, a minute later each time. */
  const deliver = async (): Promise<void> => {
    while (seen < volunteering.stream.length || seenLinks < volunteering.linkStream.length || seenMessages < messages.stream.length) {
      const images = volunteering.stream.slice(seen);
      const request = volunteering.linkStream[seenLinks];
      const message = messages.stream[seenMessages];
      if (images.length > 0) {
        seen += images.length;
        // mails of several changes at once look at the records of all of them
        for (const image of images) {
          const entry = ledgerEntry(image);
          if (entry) await history.add(entry);
          const event = ledgerEvent(image) as LedgerChanged | LedgerMarked | undefined;
          if (event) await retried(clock, () => consumers.onLedgerChange(event));
        }
        for (const image of images) {
          const event = ledgerEvent(image) as LedgerChanged | LedgerMarked | undefined;
          if (event && event.type !== 'sign-up.marked.v1') await retried(clock, () => consumers.tell(event));
          const freed = freedEvent(image);
          if (freed) await retried(clock, () => consumers.serve(freed.data));
        }
      } else if (request) {
        seenLinks += 1;
        await retried(clock, () => consumers.tellLink(linkRequestedEvent(request)));
      } else if (message) {
        seenMessages += 1;
        await retried(clock, () => consumers.tellMessage(messageSentEvent(message)));
      }
    }
  };
  /** Events of places of all images so far, for tests that deliver them their own way. */
  const events = (): readonly LedgerChanged[] =>
    volunteering.stream.flatMap((image) =>
      image.change.kind === 'marked' ? [] : ((ledgerEvent(image) as LedgerChanged | undefined) ?? []),
    );
  return {
    volunteering,
    fundraising,
    uploads,
    desk: fakeDesk(),
    ports,
    mailPorts,
    clock,
    mailLedger,
    mailer,
    deliver,
    sweep,
    sweepPorts,
    bus,
    consumers,
    events,
    mails: () => mailer.sent.map(({ key }) => key),
  };
}

async function retried(clock: { advance(ms: number): void }, run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await run();
      return;
    } catch (error) {
      if (attempt === 3) throw error;
      clock.advance(61_000);
    }
  }
}

export type World = Awaited<ReturnType<typeof world>>;
