/** The form of a message on a page of the desk: fresh, again with what is wrong, or as those it is for will read it. */
import { randomUUID } from 'node:crypto';
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { MessageLetter } from '#contracts/resources/letters.ts';
import type { MessageToSend } from '#contracts/resources/message.ts';
import type { School } from '#contracts/resources/school.ts';
import { SlotId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import type { Suppressions } from '#domain/messaging/health-ports.ts';
import { iso } from '#domain/time.ts';
import { headingOf } from '#domain/volunteering/message-facts.ts';
import { holdersOf, recipientsNow } from '#domain/volunteering/message-recipients.ts';
import type { Schools } from '#domain/volunteering/ports.ts';
import { deskMessageFormPage, deskMessagePreviewPage, type MessageFormValues, writtenFor } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import { allow } from '../_http/staff.ts';
import type { RosterPorts } from './_people.ts';
import { type OpportunitySubject, opportunityOf } from './_staff-route.ts';

export type MessageFormPorts = DeskPorts & RosterPorts & { readonly schools: Schools };
type PreviewPorts = MessageFormPorts & { readonly suppressions: Pick<Suppressions, 'among'> };

/** The opportunity in the address, for who may write to its people. To who may not even read who they are it is not found. */
export async function writableBy(ports: MessageFormPorts, { member }: DeskVisit, request: HttpRequest): Promise<OpportunitySubject> {
  const subject = await opportunityOf(ports, request);
  if (!subject || !mayDo(member, 'people.read', subject)) throw new Refusal('opportunity.not-found');
  allow(member, 'people.manage', subject);
  return subject;
}

export async function schoolOfSubject(ports: Pick<MessageFormPorts, 'schools'>, { schoolId }: OpportunitySubject): Promise<School> {
  const school = await ports.schools.find(schoolId);
  if (!school) throw new Error(`the school ${schoolId} is missing`);
  return school;
}

export async function showMessageForm(
  ports: MessageFormPorts,
  visit: DeskVisit,
  request: HttpRequest,
  subject: OpportunitySubject,
  form: {
    readonly values: MessageFormValues;
    readonly errors?: readonly FieldProblem[];
    readonly problem?: ProblemCode;
    readonly status?: number;
  },
): Promise<HttpResponse> {
  const { values, errors = [], problem, status } = form;
  const { opportunity } = subject;
  const html = deskMessageFormPage(pageContext(ports, request), {
    reader: readerOf(visit),
    opportunity,
    zone: (await schoolOfSubject(ports, subject)).zone,
    slots: opportunity.slots.map((slot) => ({ slot, people: holdersOf(subject, [slot.slotId]).length })),
    values,
    errors,
    ...(problem && { problem }),
  });
  return page(html, request, status === undefined ? {} : { status });
}

/** What a new form says: to whom the address asks to write. */
export function freshValues(request: HttpRequest, subject: OpportunitySubject): MessageFormValues {
  const { opportunity } = subject;
  const key = randomUUID();
  const ids = opportunity.slots.map(({ slotId }) => slotId);
  const asked = request.query.get('slot');
  if (asked === null) return { key, slotIds: ids.filter((id) => holdersOf(subject, [id]).length > 0), subject: {}, body: {} };
  const slotId = SlotId.safeParse(asked);
  if (!slotId.success || !ids.includes(slotId.data)) throw new Refusal('slot.not-found');
  return { key, slotIds: [slotId.data], subject: {}, body: {} };
}

/** Nothing is sent yet. */
export async function showPreview(
  ports: PreviewPorts,
  visit: DeskVisit,
  request: HttpRequest,
  subject: OpportunitySubject,
  { values, message }: { readonly values: MessageFormValues; readonly message: MessageToSend },
): Promise<HttpResponse> {
  const school = await schoolOfSubject(ports, subject);
  const people = await recipientsNow(ports)(subject, message.slotIds, iso(ports.clock.now()));
  const withoutMail = await ports.suppressions.among(people.map(({ personId }) => personId));
  const context = pageContext(ports, request);
  const letters = writtenFor(context, message, people).flatMap(({ language, readers }): readonly MessageLetter[] => {
    const [first] = readers.length > 0 ? readers : people;
    if (!first) return [];
    const { person, slots } = first;
    const heading = { ...headingOf(subject.opportunity, school), language, personName: person.name, manageUrl: '' };
    return [{ kind: 'message', ...heading, subject: message.subject, body: message.body, slots }];
  });
  const html = deskMessagePreviewPage(context, {
    reader: readerOf(visit),
    opportunity: subject.opportunity,
    zone: school.zone,
    slots: subject.opportunity.slots.filter(({ slotId }) => message.slotIds.includes(slotId)),
    values,
    people: people.map(({ personId, person, language }) => ({
      personId,
      name: person.name,
      language,
      getsMail: !withoutMail.has(personId),
    })),
    unknown: holdersOf(subject, message.slotIds).length - people.length,
    message,
    letters,
  });
  return page(html, request);
}
