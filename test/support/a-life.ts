/** Everything there can be of one person, made by the operations that make it, on whatever keeps it; and Ben, of whom nothing may go with her. */
import type { PledgeRequest } from '#contracts/resources/pledge.ts';
import type { PersonId, PledgeId, SlotId } from '#contracts/values.ts';
import { acceptPledge } from '#domain/fundraising/decide-pledge.ts';
import { makePledge } from '#domain/fundraising/make-pledge.ts';
import type { Campaigns, Ledger } from '#domain/fundraising/ports.ts';
import { recordGift } from '#domain/fundraising/record-gift.ts';
import { invoicePledge, recordPayment } from '#domain/fundraising/record-payment.ts';
import type { MailFates, Suppressions } from '#domain/messaging/health-ports.ts';
import { messages } from '#domain/messaging/messages.ts';
import { noteFate } from '#domain/messaging/note-fate.ts';
import type { MailLedger } from '#domain/messaging/ports.ts';
import type { Preferences } from '#domain/messaging/preferences.ts';
import { stopMails } from '#domain/messaging/save-mail-preferences.ts';
import type { Ids, People } from '#domain/ports.ts';
import { iso, millis } from '#domain/time.ts';
import { addSchool } from '#domain/volunteering/add-school.ts';
import type { OwnCalendarAddresses } from '#domain/volunteering/calendar-ports.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { countChanged } from '#domain/volunteering/count-slot.ts';
import { answerFeedback, type Feedback } from '#domain/volunteering/feedback.ts';
import type { Figures } from '#domain/volunteering/figures-ports.ts';
import { ledgerEvent } from '#domain/volunteering/ledger-events.ts';
import { type LedgerChanged, type LedgerMarked, onLedgerChange } from '#domain/volunteering/on-ledger-change.ts';
import type {
  Allowances,
  LinkRequests,
  Links,
  Marks,
  Opportunities,
  Schools,
  SignUpNotes,
  SignUps,
  Slots,
} from '#domain/volunteering/ports.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { sendLink } from '#domain/volunteering/send-link.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { anItem, anOpportunity, aSchool, aShift, aSignUpRequest, campaignId, opportunityId, questionId, slotId } from './builders.ts';
import type { FakeClock } from './fakes.ts';
import { aCampaign, aGiftRequest, aPayment, aPledgeRequest, STAFF } from './fundraising.ts';

export interface LifePorts {
  readonly opportunities: Opportunities;
  readonly slots: Slots;
  readonly marks: Marks;
  readonly signUps: SignUps;
  readonly notes: SignUpNotes;
  readonly allowances: Allowances;
  readonly schools: Schools;
  readonly feedback: Feedback;
  readonly figures: Figures;
  readonly links: Links;
  readonly linkRequests: LinkRequests;
  readonly calendarAddresses: OwnCalendarAddresses;
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  readonly mailLedger: MailLedger;
  readonly mailFates: MailFates;
  readonly suppressions: Suppressions;
  readonly preferences: Preferences;
  readonly clock: FakeClock;
  readonly ids: Ids;
  readonly people: People;
  readonly pause: (ms: number) => Promise<void>;
  readonly zone: string;
}

export const ANA = {
  name: 'Anastasia Quillfeather',
  email: 'anastasia.q@example.org',
  phone: '217-555-0176',
  address: '77 Larkspur Lane, Springfield',
} as const;
export const BEN = { name: 'Benedict Amsel', email: 'ben@example.org' } as const;
/** What nobody may find afterwards. */
export const WORDS_OF_ANA = [
  ANA.name,
  ANA.email,
  ANA.phone,
  ANA.address,
  'Quillfeather',
  'allergic to bees',
  'her van',
  'the bouncy castle',
] as const;

/** In slot 1, which is over by now; in slot 2, which is to come; she gave slot 3 back; slot 4 has no time; in slot 5, which is Ben's, she waits. */
export const PAST = slotId(1);
export const TO_COME = slotId(2);
export const GIVEN_BACK = slotId(3);
export const WITHOUT_TIME = slotId(4);
export const WAITED_FOR = slotId(5);
const NEXT_WEEK = { startsAt: '2027-03-12T23:00:00.000Z', endsAt: '2027-03-13T01:00:00.000Z' };

export interface Life {
  readonly personId: PersonId;
  readonly ben: PersonId;
  /** Of Ana herself, paid; of her shop, waiting for the money. */
  readonly finished: PledgeId;
  readonly running: PledgeId;
}

export async function aLife(ports: LifePorts): Promise<Life> {
  const { version: _v, ...school } = aSchool();
  await addSchool(ports)(school);
  const { version: _w, ...definition } = anOpportunity({
    slots: [aShift(1), aShift(2, NEXT_WEEK), aShift(3, NEXT_WEEK), anItem(4), aShift(5, { ...NEXT_WEEK, capacity: 1 })],
    questions: [{ kind: 'text', questionId: questionId(), text: { en: 'Anything to know?' }, required: false }],
    limitPerPerson: 8,
  });
  const published = await publishOpportunity(ports)(definition);
  if (!published.ok) throw new Error(published.error.code);
  const personId = await volunteers(ports);
  const ben = await ports.people.identify(BEN.email);
  const pledges = await gives(ports);
  await mails(ports, personId, ben, pledges.running);
  ports.clock.set('2027-03-08T12:00:00.000Z');
  for (const whose of [personId, ben]) {
    const answer = { score: 5, text: whose === ben ? 'More chairs' : 'Again the bouncy castle', named: true, language: 'en' };
    const given = await answerFeedback(ports)({ personId: whose, opportunityId: opportunityId(), answer });
    if (!given.ok) throw new Error(given.error.code);
  }
  return { personId, ben, ...pledges };
}

async function volunteers(ports: LifePorts): Promise<PersonId> {
  const slots = [PAST, TO_COME, GIVEN_BACK, WITHOUT_TIME];
  const ana = aSignUpRequest({
    person: { name: ANA.name, email: ANA.email, phone: ANA.phone },
    slots: slots.map((one, n) => ({ slotId: one, places: n === 0 ? 2 : 1 })),
    answers: [{ questionId: questionId(), answer: 'allergic to bees' }],
  });
  const ben = aSignUpRequest({ person: BEN, slots: [PAST, TO_COME, WAITED_FOR].map((one) => ({ slotId: one, places: 1 })), answers: [] });
  const inLine = { ...ana, slots: [{ slotId: WAITED_FOR, places: 1, waitlist: true as const }] };
  for (const [request, expected] of [
    [ana, 'confirmed'],
    [ben, 'confirmed'],
    [inLine, 'waitlisted'],
  ] as const) {
    const made = await signUp(ports)({ request, key: { kind: 'form', value: `form-of-a-life-${expected}-0123456789` } });
    if (!made.ok || made.value.results.some(({ outcome }) => outcome !== expected)) throw new Error(`${JSON.stringify(made)}`);
    await followed(ports, [...slots, WAITED_FOR]);
  }
  const personId = await ports.people.identify(ANA.email);
  const back = await ports.signUps.find(personId, GIVEN_BACK);
  if (back) await cancelSignUp(ports)({ personId, signUpId: back.signUpId });
  await followed(ports, [GIVEN_BACK]);
  const first = await ports.signUps.find(personId, PAST);
  if (first)
    await ports.notes.set(
      { personId, slotId: PAST, signUpId: first.signUpId },
      { before: undefined, after: 'comes with her van' },
      { at: iso(ports.clock.now()), by: STAFF, what: 'sign-up.noted', about: first.signUpId, ref: 'note', changes: [{ field: 'note' }] },
    );
  const there = (await ports.opportunities.load(opportunityId()))?.ledgers.find((one) => one.slotId === PAST);
  for (const [id, { signUpId, places }] of Object.entries(there?.claims ?? {}))
    await ports.marks.mark({
      opportunityId: opportunityId(),
      slotId: PAST,
      personId: id as PersonId,
      signUpId,
      places,
      attendance: { state: 'attended', at: iso(ports.clock.now()), minutes: 75 },
      at: iso(ports.clock.now()),
      by: STAFF,
    });
  await followed(ports, [PAST]);
  await sendLink(ports)({ email: ANA.email as never, language: 'en' as never });
  return personId;
}

/** What follows behind the stream: the sign-up's record, and the figures. */
async function followed(ports: LifePorts, slots: readonly SlotId[]): Promise<void> {
  const state = await ports.opportunities.load(opportunityId());
  for (const ledger of state?.ledgers ?? []) {
    const event = ledgerEvent(ledger) as LedgerChanged | LedgerMarked | undefined;
    if (event) await onLedgerChange({ ...ports, retentionDays: 400 })(event);
  }
  await countChanged(ports)(slots.map((one) => ({ opportunityId: opportunityId(), slotId: one })));
}

async function gives(ports: LifePorts): Promise<Pick<Life, 'finished' | 'running'>> {
  await ports.campaigns.save(aCampaign());
  const pledged = async (name: string, sponsor: PledgeRequest['sponsor'], commitment: PledgeRequest['commitment']) => {
    const made = await makePledge(ports)({
      request: aPledgeRequest({ sponsor, commitment }),
      key: { kind: 'api', value: `key-of-${name}-0123456789` },
    });
    if (!made.ok) throw new Error(made.error.code);
    const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
    await acceptPledge(ports)(move);
    await invoicePledge(ports)(move);
    return move;
  };
  const money = (amountCents: number) => ({ kind: 'money', amountCents, instalments: 1 }) as const;
  const contact = { contactName: ANA.name, email: ANA.email, phone: ANA.phone, address: ANA.address };
  const own = await pledged('own', { name: ANA.name, kind: 'person', ...contact }, money(40_000));
  await recordPayment(ports)({ ...own, request: aPayment(40_000), key: 'key-of-a-payment-0123456789' });
  const shop = await pledged('shop', { name: 'Larkspur Books', kind: 'business', ...contact }, money(90_000));
  await pledged('other', { name: 'Amsel Tools', kind: 'business', contactName: BEN.name, email: BEN.email }, money(10_000));
  for (const [giver, key] of [
    [ANA, 'ana'],
    [BEN, 'ben'],
  ] as const) {
    const { name, email } = giver;
    await recordGift(ports)({ request: aGiftRequest({ giver: { name, email } }), by: STAFF, key: `key-of-a-gift-of-${key}-0123456789` });
  }
  return { finished: own.pledgeId, running: shop.pledgeId };
}

async function mails(ports: LifePorts, personId: PersonId, ben: PersonId, running: PledgeId): Promise<void> {
  const { mailLedger, links, signUps, clock } = ports;
  const signedUp = await signUps.find(personId, PAST);
  const other = await signUps.find(ben, PAST);
  if (!signedUp || !other) throw new Error('both must be signed up');
  const sent = [
    [messages.confirmation(signedUp.submission.submissionId), personId],
    [messages.pledge(running, 2), personId],
    [messages.impact(campaignId(), personId), personId],
    [messages.confirmation(other.submission.submissionId), ben],
  ] as const;
  for (const [key, whose] of sent) {
    await mailLedger.lease(key, whose, clock.now(), 60_000);
    await mailLedger.markSent(key, { serviceId: 'ses-1', covers: [], at: clock.now() });
  }
  // she marked one as spam, and one came back from Ben
  for (const [key, fate, email] of [
    [messages.confirmation(signedUp.submission.submissionId), 'complained', ANA.email],
    [messages.confirmation(other.submission.submissionId), 'bounced', BEN.email],
  ] as const)
    await noteFate(ports)({ key, serviceId: 'ses-1', fate, at: clock.now(), sentAt: clock.now(), email });
  const until = iso(millis('2027-03-13T01:00:00.000Z') + 60 * 86_400_000);
  for (const whose of [personId, personId, ben]) await links.issue(whose, until);
  for (const whose of [personId, ben]) await stopMails(ports)(whose);
  for (const whose of [personId, ben]) await ports.calendarAddresses.make(whose, clock.now(), until);
}
