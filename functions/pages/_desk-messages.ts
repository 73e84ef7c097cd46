/** The desk's pages of what staff write to those who signed up. Its form is posted to the operation's own function. */
import { DESK_PEOPLE_PAGES } from '#contracts/desk-pages.ts';
import { isNotice, type SentMessage } from '#contracts/resources/message.ts';
import type { School } from '#contracts/resources/school.ts';
import type { Language } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import { millis } from '#domain/time.ts';
import { holdersOf } from '#domain/volunteering/message-recipients.ts';
import { asNoticed } from '#domain/volunteering/news.ts';
import { roster } from '#domain/volunteering/roster.ts';
import { type DeskSentMessage, deskMessagePage, deskMessagesPage } from '#web/desk/index.ts';
import { type DeskHandler, deskRoute, readerOf } from '../_http/desk.ts';
import type { Routes } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import { page } from '../_http/respond.ts';
import { freshValues, type MessageFormPorts, schoolOfSubject, showMessageForm, writableBy } from '../volunteering/_desk-message.ts';
import { type MessagePorts, sentMessages } from '../volunteering/_messages.ts';
import { letterOf } from '../volunteering/_notice.ts';
import type { RosterPorts } from '../volunteering/_people.ts';
import { type OpportunitySubject, opportunityOf } from '../volunteering/_staff-route.ts';

export type MessagePagesPorts = MessageFormPorts & MessagePorts;

export function messagePages(ports: MessagePagesPorts): Routes {
  const { deskMessages, deskNewMessage, deskMessage } = DESK_PEOPLE_PAGES;

  const seen = async ({ member }: Parameters<DeskHandler>[0], request: Parameters<DeskHandler>[1]) => {
    const subject = await opportunityOf(ports, request);
    if (!subject || !mayDo(member, 'people.read', subject)) throw new Refusal('opportunity.not-found');
    const school = await schoolOfSubject(ports, subject);
    const messages = await sentMessages(ports, subject.opportunity.opportunityId);
    return { subject, zone: school.zone, messages: messages.map((message) => asShown(message, subject, school, request.language)) };
  };

  const showAll: DeskHandler = async (visit, request) => {
    const { subject, zone, messages } = await seen(visit, request);
    const { opportunity } = subject;
    const anyone = holdersOf(
      subject,
      opportunity.slots.map(({ slotId }) => slotId),
    ).length;
    const mayWrite = mayDo(visit.member, 'people.manage', subject);
    const model = { reader: readerOf(visit), opportunity, zone, messages, mayWrite, anyone: anyone > 0 };
    return page(deskMessagesPage(pageContext(ports, request), model), request);
  };

  const showOne: DeskHandler = async (visit, request) => {
    const { subject, zone, messages } = await seen(visit, request);
    const shown = messages.find(({ message }) => message.messageId === request.params.messageId);
    if (!shown) throw new Refusal('route.not-found');
    const unconfirmed = await unconfirmedIn(ports, subject, shown);
    const model = { reader: readerOf(visit), opportunity: subject.opportunity, zone, ...shown, unconfirmed };
    return page(deskMessagePage(pageContext(ports, request), model), request);
  };

  const showNew: DeskHandler = async (visit, request) => {
    const subject = await writableBy(ports, visit, request);
    return showMessageForm(ports, visit, request, subject, { values: freshValues(request, subject) });
  };

  return {
    [`${deskMessages.method} ${deskMessages.path}`]: deskRoute(ports, showAll),
    [`${deskNewMessage.method} ${deskNewMessage.path}`]: deskRoute(ports, showNew),
    [`${deskMessage.method} ${deskMessage.path}`]: deskRoute(ports, showOne),
  };
}

/** People in slots whose new time a notice told, who have not said yet that it suits them. Reads the sign-ups of these slots. */
async function unconfirmedIn(
  ports: RosterPorts,
  { opportunity, ledgers }: OpportunitySubject,
  { letter }: DeskSentMessage,
): Promise<number> {
  const moved = letter?.slots.flatMap(({ slot, news }) => (news.includes('time') ? [slot.slotId] : [])) ?? [];
  if (moved.length === 0) return 0;
  const { slots } = await roster(ports)({ opportunity, ledgers: ledgers.filter(({ slotId }) => moved.includes(slotId)) });
  return new Set(slots.flatMap(({ people }) => people.flatMap(({ personId, timeBefore }) => (timeBefore ? [personId] : [])))).size;
}

/** A notice with what it said when it was saved. */
function asShown(message: SentMessage, { opportunity }: OpportunitySubject, school: School, language: Language): DeskSentMessage {
  if (!isNotice(message)) return { message };
  const now = millis(message.sentAt);
  return { message, letter: letterOf(asNoticed(opportunity, message), school, message, { language, now }) };
}
