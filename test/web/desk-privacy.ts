/** What is kept of somebody, for the pages that show it. */
import type { DeletionPlan, PersonRecord } from '#contracts/resources/person-record.ts';
import type { RetentionPreview } from '#contracts/resources/retention.ts';
import { GiftId, OpportunityId, PersonId, SchoolId, SignUpId, SlotId } from '#contracts/values.ts';
import { MY_PLEDGES } from './campaigns.ts';

const X = 'x'.repeat(16);
const slotId = SlotId.parse('slot_01JC0N7Q9V8Z3M4K5P6R7S8T9W');
const schoolId = SchoolId.parse('sch_01JC0N7Q9V8Z3M4K5P6R7S8T9W');
const opportunityId = OpportunityId.parse('opp_01JC0N7Q9V8Z3M4K5P6R7S8T9W');
const keptUntil = '2027-06-01T12:00:00Z';
const { pledgeId, commitment, campaign } = MY_PLEDGES.offered;
const { campaignId } = campaign;

export const nobodyKnown: PersonRecord = {
  personId: PersonId.parse(X),
  signUps: [],
  allowances: [],
  links: [],
  feedback: [],
  linkRequests: [],
  months: [],
  mails: [],
  pledges: [],
  gifts: [],
};

export const everythingKept: PersonRecord = {
  ...nobodyKnown,
  signUps: [
    {
      signUpId: SignUpId.parse(`sgn_${X}`),
      schoolId,
      opportunityId,
      slotId,
      title: { en: 'Carnival <b>', es: 'Feria' },
      startsAt: '2027-03-05T23:00:00Z',
      endsAt: '2027-03-06T01:00:00Z',
      name: "Maria O'Brien <b>",
      email: "o'brien@x.example",
      language: 'en',
      places: 2,
      state: 'confirmed',
      holdsPlaces: true,
      answers: [],
      note: 'brings <chairs>',
      signedUpAt: '2027-02-01T12:00:00Z',
      keptUntil,
    },
  ],
  allowances: [{ opportunityId, places: { [slotId]: 2 } }],
  links: [{ keptUntil }],
  calendar: { since: '2027-02-03T12:00:00Z', keptUntil },
  feedback: [
    { opportunityId, score: 4, text: 'More <chairs>', named: true, language: 'en', answeredAt: '2027-03-07T12:00:00Z', keptUntil },
  ],
  linkRequests: [{ requestedAt: '2027-02-01T12:00:00Z', language: 'en', keptUntil }],
  months: [{ schoolId, slotId, month: '2027-03' }],
  mails: [{ mail: `link/${X}`, state: 'sent', at: '2027-02-01T12:00:00Z', becameOfIt: ['sent', 'complained'], keptUntil }],
  noMail: { state: 'standing', cause: 'complaint', email: "o'brien@x.example", since: '2027-02-02T12:00:00Z' },
  mailPreferences: { reminders: 'last', thanks: false, language: 'es', savedAt: '2027-02-04T12:00:00Z', keptUntil },
  pledges: [
    {
      pledgeId,
      campaignId,
      sponsorName: 'Kowalczyk & Sons <Plumbing>',
      sponsorKind: 'business',
      contactName: 'K',
      email: "o'brien@x.example",
      commitment,
      recognition: 'named',
      language: 'en',
      invoices: [],
      payments: [],
      state: 'offered',
      isRunning: true,
      offeredAt: '2027-02-01T12:00:00Z',
    },
  ],
  gifts: [{ giftId: GiftId.parse(`gft_${X}`), campaignId, amountCents: 5_000, refundedCents: 0, method: 'cash', receivedOn: '2027-02-01' }],
  staff: { email: "o'brien@x.example", name: "Maria O'Brien", role: 'coordinator', schools: [schoolId], active: true, version: 1 },
};

export const NOTHING_GOES: DeletionPlan['goes'] = {
  placesToCome: 0,
  pastSignUps: 0,
  signUps: 0,
  allowances: 0,
  links: 0,
  calendar: 0,
  feedback: 0,
  linkRequests: 0,
  mails: 0,
  noMail: 0,
  mailPreferences: 0,
  pledges: 0,
  gifts: 0,
};
export const deletionPlan: DeletionPlan = {
  goes: {
    placesToCome: 2,
    pastSignUps: 1,
    signUps: 3,
    allowances: 1,
    links: 4,
    calendar: 1,
    feedback: 2,
    linkRequests: 1,
    mails: 5,
    noMail: 1,
    mailPreferences: 1,
    pledges: 1,
    gifts: 2,
  },
  stays: [
    { what: 'pledge', campaignId, pledgeId, sponsorName: 'Kowalczyk & Sons <Plumbing>', state: 'invoiced' },
    { what: 'complaint' },
    { what: 'staff', isActive: true },
  ],
};

export const retentionDue: RetentionPreview = {
  asOf: '2027-03-01T12:00:00Z',
  rules: { booksYears: 7, offerDays: 400 },
  contacts: [
    { campaignId, id: pledgeId, kept: 'asked', finishedOn: '2027-02-28' },
    { campaignId, id: GiftId.parse(`gft_${X}`), kept: 'books', finishedOn: '2020-02-14' },
  ],
  complete: false,
  deletions: 1,
};
