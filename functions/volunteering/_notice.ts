/** Before a change that concerns people is saved at the desk, it is asked about: whom it concerns, and what they will be told. */
import { FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import type { FieldProblem } from '#contracts/problems.ts';
import type { NoticeLetter } from '#contracts/resources/letters.ts';
import { type Notice, NoticeWords } from '#contracts/resources/message.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import type { School } from '#contracts/resources/school.ts';
import type { Language } from '#contracts/values.ts';
import { iso } from '#domain/time.ts';
import { type AffectedSlot, affectedBy, toldOf } from '#domain/volunteering/affected.ts';
import { headingOf } from '#domain/volunteering/message-facts.ts';
import { saidToAll } from '#domain/volunteering/notice-recipients.ts';
import { noticeOf } from '#domain/volunteering/notices.ts';
import type { OpportunityState } from '#domain/volunteering/ports.ts';
import { deskNoticePage, noticeWordsBody, readNoticeWords } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import { read } from '../_http/input.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { StaffVolunteeringPorts } from './_staff-route.ts';

type Ports = DeskPorts & Pick<StaffVolunteeringPorts, 'ids'>;

/** What staff add to the notice, for the body of an operation. What can't be taken is left out: `noticeQuestion` asks for it again. */
export function noticeWordsIn(form: URLSearchParams): { readonly words?: NoticeWords } {
  const { words } = noticeWordsBody(readNoticeWords(form));
  const parsed = NoticeWords.safeParse(words);
  return parsed.success ? { words: parsed.data } : {};
}

/** Whether anybody is told of the change. */
export const isTold = ({ clock }: Pick<Ports, 'clock'>, before: OpportunityState, after: Opportunity): boolean =>
  toldOf(affectedBy(before, after, clock.now())).length > 0;

/** Undefined when the change concerns nobody, or was asked about and is as it was then. `action`: where the form was posted to. */
export function noticeQuestion(
  ports: Ports,
  visit: DeskVisit,
  request: HttpRequest,
  {
    stored,
    after,
    school,
    action,
  }: { readonly stored: OpportunityState; readonly after: Opportunity; readonly school: School; readonly action: string },
): HttpResponse | undefined {
  const now = ports.clock.now();
  const affected = affectedBy(stored, after, now);
  if (affected.length === 0) return undefined;
  const typed = readNoticeWords(visit.form);
  const errors = problemsOf(typed);
  if (visit.form.get('sure') === namedIn(affected) && errors.length === 0) return undefined;
  const { retentionDays } = ports.district;
  const facts = { ids: ports.ids, retentionDays, at: iso(now), by: visit.member.email, ...noticeWordsIn(visit.form) };
  const notice = noticeOf(stored, after, { words: undefined, ...facts })?.message;
  const html = deskNoticePage(pageContext(ports, request), {
    reader: readerOf(visit),
    opportunity: after,
    zone: school.zone,
    action,
    fields: [...visit.form].filter(([name]) => !ASKED.test(name)),
    affected,
    sure: namedIn(affected),
    ...(notice && {
      notice: {
        people: notice.people,
        letters: ports.district.languages.map((language) => letterOf(after, school, notice, { language, now })),
      },
    }),
    words: typed,
    errors,
  });
  return page(html, request, { status: errors.length > 0 ? 422 : 409 });
}

/** What a notice says to somebody who has all of its slots. */
export const letterOf = (
  opportunity: Opportunity,
  school: School,
  notice: Notice,
  { language, now }: { readonly language: Language; readonly now: number },
): NoticeLetter => ({
  ...headingOf(opportunity, school),
  ...saidToAll(opportunity, notice, now),
  language,
  personName: '',
  manageUrl: '',
});

const problemsOf = (typed: ReturnType<typeof readNoticeWords>): readonly FieldProblem[] => {
  const { words } = noticeWordsBody(typed);
  const parsed = words && read(NoticeWords, words);
  return parsed && !parsed.ok ? parsed.errors.map((one) => ({ ...one, pointer: `/words${one.pointer}` })) : [];
};

/** Fields of the question itself. */
const ASKED = new RegExp(`^(?:${FORM_TOKEN_FIELD}|sure|do|words\\..*)$`);

/** What was asked about: what comes after that is asked about again. */
const namedIn = (affected: readonly AffectedSlot[]): string =>
  affected.map(({ slot, concerns }) => `${slot.slotId} ${concerns.join(' ')}`).join(',');
