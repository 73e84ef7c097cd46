/**
 * Which mail a change of a sign-up leads to: one confirmation for a whole submit, one for a move, one for each change of places, one for each cancellation, however much it gives back.
 *
 * Repeatable: every mail has its name, and the mail ledger sends each name once.
 */
import type {
  SignUpCancelledV1,
  SignUpConfirmedV1,
  SignUpOfferedV1,
  SignUpResizedV1,
  SignUpUnlistedV1,
  SignUpWaitlistedV1,
} from '#contracts/events/volunteering.ts';
import type { ConfirmedSlot } from '#contracts/resources/letters.ts';
import type { MailPreferences } from '#contracts/resources/mail-preferences.ts';
import type { SignUpId } from '#contracts/values.ts';
import { calendarEntry, heading, timedSlot } from './about-sign-up.ts';
import { type ComposePorts, endsOf, mailOf, manageUrl } from './compose.ts';
import { messages } from './messages.ts';
import type { GivenBackSlot, Mail, SettledSlot, SubmissionFacts, Submissions, TimedSlot } from './ports.ts';
import { inChosenLanguage } from './preferences.ts';
import { type SendPorts, type Sent, sendOnce } from './send-once.ts';
import { settledFacts, settledGivenBack } from './settled.ts';
import { tellOfWaitlist } from './tell-of-waitlist.ts';

export type TellPorts = SendPorts & ComposePorts & { readonly submissions: Submissions };
export type SignUpChanged =
  | SignUpConfirmedV1
  | SignUpResizedV1
  | SignUpCancelledV1
  | SignUpWaitlistedV1
  | SignUpOfferedV1
  | SignUpUnlistedV1;

/** What a submit leads to: places, or a place in line. */
type Given = SignUpConfirmedV1 | SignUpWaitlistedV1;

/** Throws when it can't tell yet (the submit is undecided, another sender has the mail) and when the mail was not sent. */
export const tellOfSignUp =
  (ports: TellPorts) =>
  async (event: SignUpChanged): Promise<Sent> => {
    switch (event.type) {
      case 'sign-up.confirmed.v1':
        if (event.data.waited) return tellOfWaitlist(ports, event);
        return event.data.movedFrom
          ? tellMove(ports, event, event.data.movedFrom.slotId, event.data.movedFrom.signUpId)
          : tellConfirmation(ports, event);
      case 'sign-up.waitlisted.v1':
        return event.data.again ? tellOfWaitlist(ports, event) : tellConfirmation(ports, event);
      case 'sign-up.offered.v1':
      case 'sign-up.unlisted.v1':
        return tellOfWaitlist(ports, event);
      case 'sign-up.resized.v1':
        return tellPlaces(ports, event);
      case 'sign-up.cancelled.v1':
        // a move is told by the sign-up in the new slot
        return event.data.movedTo ? { kind: 'skipped' } : tellCancellation(ports, event);
    }
  };

/**
 * A sign-up cancelled before it was told of is told of by its cancellation alone, and one that was served from the waitlist before by that. One decided after the mail of its submit had gone gets its own.
 */
async function tellConfirmation(ports: TellPorts, event: Given): Promise<Sent> {
  const { personId, slotId, signUpId, submissionId } = event.data;
  const facts = await settledFacts(ports, { personId, slotId, signUpId });
  const state = event.type === 'sign-up.waitlisted.v1' ? 'waitlisted' : 'confirmed';
  const mine = facts?.slots.find((slot) => slot.signUpId === signUpId && slot.state === state);
  if (!facts || !mine) return { kind: 'skipped' };
  const given = facts.slots.filter((slot) => slot.state === 'confirmed' || slot.state === 'waitlisted');
  const whole = await sendOnce(ports, {
    key: messages.confirmation(submissionId),
    kind: 'necessary',
    personId,
    covers: given.map((slot) => slot.signUpId),
    compose: (preferences) => confirmationMail(ports, event, facts, preferences, given, notGiven(facts.slots)),
  });
  if (whole.kind !== 'done' || whole.covers.includes(signUpId)) return whole;
  return sendOnce(ports, {
    key: messages.lateConfirmation(submissionId, signUpId),
    kind: 'necessary',
    personId,
    covers: [signUpId],
    compose: (preferences) => confirmationMail(ports, event, facts, preferences, [mine], []),
  });
}

/** Refused ones, and those nobody decides any more. */
const notGiven = (slots: readonly SettledSlot[]): readonly SettledSlot[] =>
  slots.filter((slot) => slot.state === 'refused' || slot.state === 'pending');

async function confirmationMail(
  ports: TellPorts,
  event: Given,
  found: SubmissionFacts,
  preferences: MailPreferences,
  given: readonly SettledSlot[],
  refused: readonly SettledSlot[],
): Promise<Mail> {
  const facts = inChosenLanguage(found, preferences);
  const url = await manageUrl(ports, event.data.personId, endsOf(given.map(({ slot }) => slot)));
  const confirmed = given.filter(({ state }) => state === 'confirmed');
  const waitlisted = given.flatMap(({ slot, places, position }) => (position === undefined ? [] : [{ slot, places, position }]));
  const letter = {
    kind: 'confirmation',
    ...heading(facts, url),
    confirmed: confirmed.map(({ signUpId, slot, places, changeableUntil }) => confirmedSlot({ slot, changeableUntil }, signUpId, places)),
    ...(waitlisted.length > 0 && { waitlisted }),
    refused: refused.map(({ slot, refusal, placesLeft }) => ({ slot, code: refusal ?? ('slot.full' as const), placesLeft })),
  } as const;
  const entries = confirmed.flatMap(({ slot, signUpId, places, ledgerVersion }) =>
    calendarEntry(facts, event, { method: 'REQUEST', slot, signUpId, places, ledgerVersion, manageUrl: url }),
  );
  return mailOf(ports, facts, letter, entries);
}

async function tellMove(
  ports: TellPorts,
  event: SignUpConfirmedV1,
  oldSlotId: SignUpConfirmedV1['data']['slotId'],
  oldSignUpId: SignUpConfirmedV1['data']['signUpId'],
): Promise<Sent> {
  const { personId, slotId, signUpId, places, ledgerVersion } = event.data;
  const compose = async (preferences: MailPreferences): Promise<Mail | undefined> => {
    const found = await ports.submissions.ofSlot({ personId, slotId, otherSlotId: oldSlotId });
    const to = timedSlot(found?.slots, slotId);
    const from = timedSlot(found?.slots, oldSlotId);
    if (!found || !to || !from) return undefined;
    const facts = inChosenLanguage(found, preferences);
    const url = await manageUrl(ports, personId, endsOf([to.slot]));
    const letter = { kind: 'move', ...heading(facts, url), from: from.slot, to: confirmedSlot(to, signUpId, places) } as const;
    // the old slot's ledger may not have been asked yet; above every version its entry was sent with is all that counts
    const old = { method: 'CANCEL', slot: from.slot, signUpId: oldSignUpId, places, ledgerVersion: OVER } as const;
    const entries = [
      ...calendarEntry(facts, event, { method: 'REQUEST', slot: to.slot, signUpId, places, ledgerVersion, manageUrl: url }),
      ...calendarEntry(facts, event, old),
    ];
    return mailOf(ports, facts, letter, entries);
  };
  return sendOnce(ports, { key: messages.move(signUpId), kind: 'necessary', personId, covers: [signUpId], compose });
}

/** SEQUENCE of an entry that is cancelled for good: RFC 5545 §3.8.7.4 asks for a higher number, and no ledger gets here. */
const OVER = 1_000_000;

async function tellPlaces(ports: TellPorts, event: SignUpResizedV1): Promise<Sent> {
  const { personId, slotId, signUpId, places, placesBefore, ledgerVersion } = event.data;
  const compose = async (preferences: MailPreferences): Promise<Mail | undefined> => {
    const found = await ports.submissions.ofSlot({ personId, slotId });
    const timed = timedSlot(found?.slots, slotId);
    if (!found || !timed) return undefined;
    const facts = inChosenLanguage(found, preferences);
    const url = await manageUrl(ports, personId, endsOf([timed.slot]));
    const letter = { kind: 'places', ...heading(facts, url), placesBefore, now: confirmedSlot(timed, signUpId, places) } as const;
    const change = { method: 'REQUEST', slot: timed.slot, signUpId, places, ledgerVersion, manageUrl: url } as const;
    return mailOf(ports, facts, letter, calendarEntry(facts, event, change));
  };
  return sendOnce(ports, { key: messages.places(signUpId, ledgerVersion), kind: 'necessary', personId, covers: [signUpId], compose });
}

/** With what is given back together in one mail, but for what was given back after that had gone: it has its own. */
async function tellCancellation(ports: TellPorts, event: SignUpCancelledV1): Promise<Sent> {
  const { personId, slotId, signUpId, places, ledgerVersion, together } = event.data;
  const whole = together && (await tellTogether(ports, event, together));
  if (whole) return whole;
  return sendOnce(ports, {
    key: messages.cancellation(signUpId, ledgerVersion),
    kind: 'necessary',
    personId,
    covers: [signUpId],
    compose: async (preferences) => {
      const found = await ports.submissions.ofSlot({ personId, slotId });
      const timed = timedSlot(found?.slots, slotId);
      return found && timed && cancellationMail(ports, event, found, preferences, [{ signUpId, slot: timed.slot, places, ledgerVersion }]);
    },
  });
}

/** Undefined where the mail of all does not speak of this one. */
async function tellTogether(ports: TellPorts, event: SignUpCancelledV1, together: readonly SignUpId[]): Promise<Sent | undefined> {
  const { personId, slotId, signUpId } = event.data;
  const facts = await settledGivenBack(ports, { personId, slotId, signUpIds: together }, event.time);
  const gone = facts?.slots.filter(({ isGone }) => isGone) ?? [];
  const speaksOfIt = (covers: readonly string[]): boolean => covers.includes(signUpId);
  const covers = gone.map((slot) => slot.signUpId);
  if (!facts || !speaksOfIt(covers)) return undefined;
  const whole = await sendOnce(ports, {
    key: messages.cancellations(together),
    kind: 'necessary',
    personId,
    covers,
    compose: (preferences) => cancellationMail(ports, event, facts, preferences, gone),
  });
  return whole.kind === 'done' && !speaksOfIt(whole.covers) ? undefined : whole;
}

async function cancellationMail(
  ports: TellPorts,
  event: SignUpCancelledV1,
  found: Omit<SubmissionFacts, 'submissionId' | 'slots'>,
  preferences: MailPreferences,
  gone: readonly Omit<GivenBackSlot, 'isGone'>[],
): Promise<Mail> {
  const facts = inChosenLanguage(found, preferences);
  const { personId, byStaff } = event.data;
  const url = await manageUrl(ports, personId, endsOf(gone.map(({ slot }) => slot)));
  const slots = gone.map(({ slot, places }) => ({ slot, places }));
  const letter = { kind: 'cancellation', ...heading(facts, url), slots, ...(byStaff && { byStaff }) } as const;
  const entries = gone.flatMap(({ signUpId, slot, places, ledgerVersion }) =>
    calendarEntry(facts, event, { method: 'CANCEL', slot, signUpId, places, ledgerVersion }),
  );
  return mailOf(ports, facts, letter, entries);
}

const confirmedSlot = (
  { slot, changeableUntil }: { readonly slot: TimedSlot['slot']; readonly changeableUntil?: string | undefined },
  signUpId: string,
  places: number,
): ConfirmedSlot => ({ signUpId, slot, places, ...(changeableUntil !== undefined && { changeableUntil }) });
