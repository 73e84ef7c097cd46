/** All that is kept of one person, in all capabilities. */
import type { PersonRecord } from '#contracts/resources/person-record.ts';
import type { OpportunityId, PersonId } from '#contracts/values.ts';
import { entryOf } from '#domain/desk/change-staff.ts';
import type { StaffDirectory } from '#domain/desk/ports.ts';
import { isRunning } from '#domain/fundraising/contacts.ts';
import type { FundraisingOfPerson } from '#domain/fundraising/forget-person.ts';
import type { Gift, Pledge } from '#domain/fundraising/ports.ts';
import type { Suppression, Suppressions } from '#domain/messaging/health-ports.ts';
import type { KeptPreferences, Preferences } from '#domain/messaging/preferences.ts';
import type { MailTraces } from '#domain/messaging/traces.ts';
import { NO_ADDRESS } from '#domain/messaging/traces.ts';
import { normaliseEmail } from '#domain/person.ts';
import type { People } from '#domain/ports.ts';
import type { Figures } from '#domain/volunteering/figures-ports.ts';
import type { Opportunities, OpportunityState, SignUp } from '#domain/volunteering/ports.ts';
import type { VolunteerTraces } from '#domain/volunteering/traces.ts';

export interface PersonPorts {
  readonly people: People;
  readonly staff: StaffDirectory;
  readonly traces: Pick<VolunteerTraces, 'of'>;
  readonly opportunities: Pick<Opportunities, 'load'>;
  readonly figures: Pick<Figures, 'state' | 'held'>;
  readonly fundraisingOfPerson: FundraisingOfPerson;
  readonly mailTraces: Pick<MailTraces, 'of'>;
  readonly suppressions: Pick<Suppressions, 'find'>;
  readonly preferences: Pick<Preferences, 'find'>;
}

export async function recordOf(ports: PersonPorts, typed: string): Promise<PersonRecord> {
  const email = normaliseEmail(typed);
  const personId = await ports.people.identify(email);
  const [traces, months, { pledges, gifts }, mails, suppression, preferences, staff] = await Promise.all([
    ports.traces.of(personId),
    monthsOf(ports, personId),
    ports.fundraisingOfPerson.of(personId),
    ports.mailTraces.of(personId),
    ports.suppressions.find(personId),
    ports.preferences.find(personId),
    ports.staff.find(email),
  ]);
  const states = await loaded(
    ports,
    traces.signUps.map(({ opportunityId }) => opportunityId),
  );
  return {
    personId,
    signUps: traces.signUps.map((signUp) => signUpOf(signUp, states.get(signUp.opportunityId))),
    allowances: traces.allowances.map(({ opportunityId, places }) => ({ opportunityId, places: { ...places } })),
    links: traces.links.map(({ expiresAt }) => ({ keptUntil: expiresAt })),
    ...(traces.calendar && { calendar: { since: traces.calendar.madeAt, keptUntil: traces.calendar.expiresAt } }),
    feedback: traces.feedback.map(({ opportunityId, score, text, name, language, answeredAt, expiresAt }) => ({
      opportunityId,
      score,
      ...(text !== undefined && { text }),
      named: name !== undefined,
      language,
      answeredAt,
      keptUntil: expiresAt,
    })),
    linkRequests: traces.linkRequests.map(({ requestedAt, language, expiresAt }) => ({ requestedAt, language, keptUntil: expiresAt })),
    months,
    mails: mails.map(({ key, state, at, fates, keptUntil }) => ({
      mail: key,
      state,
      ...(at !== undefined && { at }),
      becameOfIt: [...fates],
      keptUntil,
    })),
    ...(suppression && noMailOf(suppression)),
    ...(preferences && { mailPreferences: preferencesOf(preferences) }),
    pledges: pledges.map(pledgeOf),
    gifts: gifts.map(giftOf),
    ...(staff && { staff: entryOf(staff) }),
  };
}

/** Of somebody who was forgotten there is nothing to tell. */
function noMailOf(suppression: Suppression): Pick<PersonRecord, 'noMail'> {
  if (suppression.state === 'lifted') return { noMail: { state: 'lifted', liftedAt: suppression.liftedAt } };
  const { cause, email, since } = suppression;
  return email === NO_ADDRESS ? {} : { noMail: { state: 'standing', cause, email, since } };
}

const preferencesOf = ({ expiresAt, ...chosen }: KeptPreferences): PersonRecord['mailPreferences'] => ({ ...chosen, keptUntil: expiresAt });

async function monthsOf({ figures }: PersonPorts, personId: PersonId): Promise<PersonRecord['months']> {
  const { generation } = await figures.state();
  const [held] = await figures.held(generation, [personId]);
  return Object.entries(held?.slots ?? {}).map(([slotId, { schoolId, month }]) => ({
    slotId: slotId as PersonRecord['months'][number]['slotId'],
    schoolId,
    month,
  }));
}

async function loaded(
  { opportunities }: PersonPorts,
  ids: readonly OpportunityId[],
): Promise<ReadonlyMap<OpportunityId, OpportunityState>> {
  const states = await Promise.all([...new Set(ids)].map((id) => opportunities.load(id)));
  return new Map(states.flatMap((state) => (state ? [[state.opportunity.opportunityId, state] as const] : [])));
}

function signUpOf(signUp: SignUp, state: OpportunityState | undefined): PersonRecord['signUps'][number] {
  const { signUpId, personId, schoolId, opportunityId, slotId, person, language, answers, note, signedUpAt, expiresAt } = signUp;
  const ledger = state?.ledgers.find((one) => one.slotId === slotId);
  const claim = ledger?.claims[personId];
  const mark = ledger?.attendance?.[personId];
  return {
    signUpId,
    schoolId,
    opportunityId,
    slotId,
    title: state?.opportunity.title ?? {},
    ...(ledger?.startsAt !== undefined && { startsAt: ledger.startsAt }),
    ...(ledger?.endsAt !== undefined && { endsAt: ledger.endsAt }),
    name: person.name,
    email: person.email,
    ...(person.phone !== undefined && { phone: person.phone }),
    language,
    places: claim?.places ?? signUp.places,
    state: signUp.state,
    holdsPlaces: claim !== undefined,
    ...(mark && { attendance: { state: mark.state, seenAt: mark.at, ...(mark.minutes !== undefined && { minutes: mark.minutes }) } }),
    answers: [...answers],
    ...(note !== undefined && { note }),
    signedUpAt,
    keptUntil: expiresAt,
  };
}

function pledgeOf(pledge: Pledge): PersonRecord['pledges'][number] {
  const { pledgeId, campaignId, sponsor, commitment, recognition, language, state, toForgetSince, offeredAt } = pledge;
  const { contactName, email, phone, address } = sponsor;
  return {
    pledgeId,
    campaignId,
    sponsorName: sponsor.name,
    sponsorKind: sponsor.kind,
    contactName,
    email,
    ...(phone !== undefined && { phone }),
    ...(address !== undefined && { address }),
    commitment,
    recognition,
    language,
    invoices: 'invoices' in pledge ? [...pledge.invoices] : [],
    payments: 'payments' in pledge ? [...pledge.payments] : [],
    state,
    isRunning: isRunning(pledge),
    ...(toForgetSince !== undefined && { toForgetSince }),
    offeredAt,
  };
}

const giftOf = ({ giftId, campaignId, amountCents, refundedCents, method, receivedOn, giver }: Gift): PersonRecord['gifts'][number] => ({
  giftId,
  campaignId,
  amountCents,
  refundedCents,
  method,
  receivedOn,
  ...(giver && { giverName: giver.name }),
  ...(giver?.email !== undefined && { email: giver.email }),
});
