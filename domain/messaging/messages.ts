/** The names of all mails. One name is one mail, ever: the mail ledger sees to it. Ids only, no personal data. */
import type { MessageId } from '#contracts/resources/message.ts';
import type { CampaignId, Day, GiftId, PersonId, PledgeId, SignUpId, SubmissionId } from '#contracts/values.ts';
import type { MessageKey } from './ports.ts';

export const messages = {
  /** One for a whole submit. */
  confirmation: (submissionId: SubmissionId): MessageKey => `confirmation/${submissionId}`,
  /** Of a submit's sign-up that was decided after its mail had gone. */
  lateConfirmation: (submissionId: SubmissionId, signUpId: SignUpId): MessageKey => `confirmation/${submissionId}/${signUpId}`,
  move: (newSignUpId: SignUpId): MessageKey => `move/${newSignUpId}`,
  places: (signUpId: SignUpId, ledgerVersion: number): MessageKey => `places/${signUpId}/${ledgerVersion}`,
  cancellation: (signUpId: SignUpId, ledgerVersion: number): MessageKey => `cancellation/${signUpId}/${ledgerVersion}`,
  /** Of all that a person gave back at once, by the first of them. */
  cancellations: ([first]: readonly SignUpId[]): MessageKey => `cancellation/${first}`,
  /** That a place came free or is offered, or that there is none to wait for any more. */
  waitlist: (signUpId: SignUpId, ledgerVersion: number): MessageKey => `waitlist/${signUpId}/${ledgerVersion}`,
  /** About a pledge, once for each change of it. */
  pledge: (pledgeId: PledgeId, version: number): MessageKey => `pledge/${pledgeId}/${version}`,
  /** To one sponsor of a campaign whose goal is reached. */
  goal: (pledgeId: PledgeId): MessageKey => `goal/${pledgeId}`,
  gift: (giftId: GiftId, version: number): MessageKey => `gift/${giftId}/${version}`,
  /** To one person who gave to a campaign, however often. */
  impact: (campaignId: CampaignId, personId: PersonId): MessageKey => `impact/${campaignId}/${personId}`,
  /** Of staff, to one person who signed up, in however many of its slots. */
  message: (messageId: MessageId, personId: PersonId): MessageKey => `message/${messageId}/${personId}`,
  /** To one person about all they have on a day, once for each of its reminders. */
  reminder: (personId: PersonId, day: Day, daysBefore: number): MessageKey => `reminder/${personId}/${day}/${daysBefore}`,
  /** To one person for all they took part in on a day. */
  thanks: (personId: PersonId, day: Day): MessageKey => `thanks/${personId}/${day}`,
  /** To a new member of staff. */
  staff: (personId: PersonId): MessageKey => `staff/${personId}`,
  link: (requestId: string): MessageKey => `link/${requestId}`,
} as const;

/** A key as a tag of the mail service, which allows only letters, digits and `_-.@`. Ids contain no dot. */
export const keyAsTag = (key: MessageKey): string => key.replaceAll('/', '.');
export const tagAsKey = (tag: string): MessageKey => tag.replaceAll('.', '/');
