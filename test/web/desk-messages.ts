/** The desk's pages of messages in every state they can be in. */
import { MessageId, type SentMessage } from '#contracts/resources/message.ts';
import { anItem, anOpportunity, aShift, opportunityId, slotId } from '#test/support/builders.ts';
import * as desk from '#web/desk/index.ts';
import type { PageContext } from '#web/pages/index.ts';
import { FORM_KEY } from './district.ts';
import { letters } from './letters.ts';

const reader = { name: "Dana O'Whitfield", csrf: 'token-of-the-session', sections: ['overview', 'opportunities', 'schools'] } as const;
const HOSTILE = '<script>alert(1)</script> & "javascript:alert(2)" https://example.org/a?b=1&c="2"';
const opportunity = anOpportunity({ title: { en: 'Carnival <b>', es: 'Feria <b>' }, slots: [aShift(1), anItem(2)] });
const base = { reader, opportunity, zone: 'America/Chicago' } as const;
const subject = { en: 'Bring a <hat>', es: 'Traiga un <sombrero>' };
const body = { en: `It will be sunny.\nVery.\n\n${HOSTILE}`, es: `Hará sol.\n\n${HOSTILE}` };
const values = { key: FORM_KEY, slotIds: [slotId(1)], subject, body };
const message: SentMessage = {
  messageId: MessageId.parse(`msg_${'m'.repeat(22)}`),
  opportunityId: opportunityId(),
  slotIds: [slotId(1)],
  subject,
  body,
  people: 23,
  sentBy: 'luis@riverbend.example',
  sentAt: '2027-03-01T12:00:00.000Z',
  progress: { got: 12, withheld: 0, failed: 0, over: false },
};
const notice: SentMessage = {
  messageId: MessageId.parse(`msg_${'n'.repeat(22)}`),
  opportunityId: opportunityId(),
  slotIds: [slotId(1), slotId(2)],
  changes: [{ slotId: slotId(1), before: { startsAt: '2027-03-05T22:00:00.000Z', endsAt: '2027-03-06T00:00:00.000Z' }, after: {} }],
  people: 23,
  sentBy: 'luis@riverbend.example',
  sentAt: '2027-03-01T12:00:00.000Z',
  progress: { got: 20, withheld: 1, failed: 0, over: true },
};
const noticeIn = (language: string) => {
  const [letter] = letters(language).filter((one) => one.kind === 'notice');
  if (!letter) throw new Error('no letter of a notice');
  return { ...letter, words: body, personName: '', manageUrl: '' };
};
const question: desk.DeskNoticeModel = {
  reader,
  opportunity,
  zone: 'America/Chicago',
  action: '/desk/opportunities',
  fields: [['title.en', HOSTILE]],
  affected: [
    { slot: aShift(1), people: 3, places: 5, waiting: 2, concerns: ['time', 'place', 'over'] },
    { slot: aShift(3), people: 1, places: 1, waiting: 0, concerns: ['off'] },
    { slot: aShift(4), people: 0, places: 0, waiting: 1, concerns: ['on'] },
  ],
  sure: 'x',
  notice: { people: 7, letters: ['en', 'es'].map(noticeIn) },
  words: body,
  errors: [],
};
const far = (progress: Partial<SentMessage['progress']>): SentMessage => ({ ...message, progress: { ...message.progress, ...progress } });
const form = { ...base, slots: opportunity.slots.map((slot, people) => ({ slot, people })), values, errors: [] };
const wrong = (pointer: string, code: string) => ({ pointer, code, detail: '' });
const letterIn = (language: string) => {
  const [letter] = letters(language).filter((one) => one.kind === 'message');
  if (!letter) throw new Error('no letter of a message');
  return { ...letter, subject, body, manageUrl: '' };
};
const preview: desk.DeskMessagePreviewModel = {
  ...base,
  slots: [aShift(1)],
  values,
  message: { slotIds: [slotId(1)], subject, body },
  people: [
    { personId: 'p1', name: 'Ana <Gómez>', language: 'es', getsMail: false },
    { personId: 'p2', name: "Sam O'Brien", language: 'en', getsMail: true },
  ],
  unknown: 1,
  letters: ['en', 'es'].map(letterIn),
};

type Render = (context: PageContext) => string;

export const DESK_MESSAGES: Readonly<Record<string, Render>> = {
  'desk, messages': (c) =>
    desk.deskMessagesPage(c, {
      ...base,
      messages: [{ message }, { message: notice, letter: noticeIn('en') }],
      mayWrite: true,
      anyone: true,
    }),
  'desk, no messages': (c) => desk.deskMessagesPage(c, { ...base, messages: [], mayWrite: true, anyone: true }),
  'desk, nobody to write to': (c) => desk.deskMessagesPage(c, { ...base, messages: [], mayWrite: true, anyone: false }),
  'desk, message under way': (c) => desk.deskMessagePage(c, { ...base, unconfirmed: 0, message }),
  'desk, message sent': (c) => desk.deskMessagePage(c, { ...base, unconfirmed: 0, message: far({ got: 23, over: true }) }),
  'desk, message sent to most': (c) =>
    desk.deskMessagePage(c, { ...base, unconfirmed: 0, message: far({ got: 20, withheld: 1, over: true }) }),
  'desk, message failed for some': (c) => desk.deskMessagePage(c, { ...base, unconfirmed: 0, message: far({ got: 20, failed: 3 }) }),
  'desk, notice sent': (c) => desk.deskMessagePage(c, { ...base, unconfirmed: 3, message: notice, letter: noticeIn('en') }),
  'desk, opportunity that people signed up for': (c) => desk.deskNoticePage(c, question),
  'desk, notice wrong': (c) => desk.deskNoticePage(c, { ...question, errors: [wrong('/words/es', 'text.too-long')] }),
  'desk, more taken than places': (c) => {
    const { notice: _notice, ...untold } = question;
    return desk.deskNoticePage(c, { ...untold, affected: [{ slot: aShift(1), people: 3, places: 5, waiting: 0, concerns: ['over'] }] });
  },
  'desk, write a message': (c) => desk.deskMessageFormPage(c, form),
  'desk, message wrong': (c) =>
    desk.deskMessageFormPage(c, {
      ...form,
      values: { ...values, slotIds: [] },
      errors: [wrong('/slotIds', 'slots.none-chosen'), wrong('/subject/en', 'text.empty'), wrong('/body/es', 'text.too-long')],
      problem: 'request.invalid',
    }),
  'desk, message sent before': (c) => desk.deskMessageFormPage(c, { ...form, problem: 'request-key.reused' }),
  'desk, message before it is sent': (c) => desk.deskMessagePreviewPage(c, preview),
};
