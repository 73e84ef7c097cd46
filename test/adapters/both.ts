/** Runs one suite against the fake of a port and against its real adapter on an engine: what the fakes promise to the domain's tests is what is there. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { MailFates, MailFigures, Suppressions } from '#domain/messaging/health-ports.ts';
import type { MailLedger, MessageNotes } from '#domain/messaging/ports.ts';
import type { Preferences } from '#domain/messaging/preferences.ts';
import type { StaffHistory } from '#domain/ports.ts';
import type { CalendarSources, OwnCalendarAddresses, ReadCalendars } from '#domain/volunteering/calendar-ports.ts';
import type { Feedback } from '#domain/volunteering/feedback.ts';
import type { ReadFeedback } from '#domain/volunteering/feedback-results.ts';
import type { Figures } from '#domain/volunteering/figures-ports.ts';
import type { DistrictHolidays } from '#domain/volunteering/holidays.ts';
import type {
  Allowances,
  Definitions,
  LinkRequests,
  Links,
  Marks,
  Messages,
  Opportunities,
  Schools,
  SignUpNotes,
  SignUps,
  SignUpTimes,
  SlotReads,
  Slots,
} from '#domain/volunteering/ports.ts';
import type { Suggestions } from '#domain/volunteering/suggestions.ts';
import type { MarkedDays } from '#domain/volunteering/sweep-days.ts';
import { messagingOn, type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';
import { fakeMarkedDays, fakeSlotReads } from '#test/support/fake-days.ts';
import { fakeMessageNotes } from '#test/support/fake-messages.ts';
import { type FakeClock, fakeClock, fakeMailLedger, fakeVolunteering } from '#test/support/fakes.ts';

export interface Ports {
  readonly opportunities: Opportunities;
  readonly slots: Slots;
  readonly marks: Marks;
  readonly signUps: SignUps;
  readonly notes: SignUpNotes;
  readonly times: SignUpTimes;
  readonly allowances: Allowances;
  readonly schools: Schools;
  readonly definitions: Definitions;
  readonly history: StaffHistory;
  readonly figures: Figures;
  readonly links: Links;
  readonly linkRequests: LinkRequests;
  readonly mailLedger: MailLedger;
  readonly preferences: Preferences;
  readonly mailFates: MailFates;
  readonly suppressions: Suppressions;
  readonly mailFigures: MailFigures;
  /** Of messaging. */
  readonly lifts: Pick<StaffHistory, 'about' | 'inMonth'>;
  readonly messages: Messages;
  readonly suggestions: Suggestions;
  readonly holidays: DistrictHolidays;
  readonly feedback: Feedback;
  readonly readFeedback: ReadFeedback;
  readonly messageNotes: MessageNotes;
  readonly markedDays: MarkedDays;
  readonly slotReads: SlotReads;
  readonly calendarSources: CalendarSources;
  readonly calendarAddresses: OwnCalendarAddresses;
  readonly readCalendars: ReadCalendars;
  readonly clock: FakeClock;
}

/** `make` gives ports over nothing: no test sees what another left. */
export function onBoth(port: string, suite: (make: () => Promise<Ports>) => void): void {
  describe(`${port} in memory`, () => {
    suite(async () => {
      const { history: lifts, ...mailLedger } = fakeMailLedger();
      const { preferences, mailFates, suppressions, mailFigures } = mailLedger;
      const volunteering = fakeVolunteering();
      return {
        ...volunteering,
        markedDays: fakeMarkedDays(),
        slotReads: fakeSlotReads(volunteering.opportunities, volunteering.ledgers),
        mailLedger,
        preferences,
        mailFates,
        suppressions,
        mailFigures,
        lifts,
        messageNotes: fakeMessageNotes(),
        clock: fakeClock(),
      };
    });
  });
  describe(`${port} on DynamoDB`, () => {
    let engine: TestEngine;
    beforeAll(async () => {
      engine = await testEngine();
    });
    afterAll(() => engine.stop());
    suite(() => onEngine(engine));
  });
}

export async function onEngine(engine: TestEngine): Promise<Ports> {
  const clock = fakeClock();
  const names = await engine.createTables();
  const client = engine.connect();
  return { ...volunteeringOn(client, names.volunteering, clock), ...messagingOn(client, names.messaging), clock };
}
