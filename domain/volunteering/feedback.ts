/**
 * Feedback after taking part: one answer of each person to an opportunity, which they may change for some time.
 *
 * The answer and the counts of its opportunity are written together, so that the counts are right without the answers: those go with what is kept of
 * their person.
 */
import type { FeedbackProblemCode } from '#contracts/problems.ts';
import type { FeedbackToGive, MyFeedback } from '#contracts/resources/feedback.ts';
import { same } from '#contracts/same.ts';
import type { Language, OpportunityId, PersonId, SchoolId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { DAY, iso, millis } from '../time.ts';
import { tookPart } from './attendance.ts';
import { publicSchool } from './availability.ts';
import { type OwnSignUp, ownSignUp, schoolOf } from './own-sign-up.ts';
import type { Opportunities, Schools, SignUps } from './ports.ts';

/** How long after the last slot that somebody has in it an opportunity is asked about. As long as the links in mails work at least. */
const OPEN_MS = 30 * DAY;

/** An answer as it is kept. */
export interface GivenFeedback {
  readonly personId: PersonId;
  readonly opportunityId: OpportunityId;
  readonly schoolId: SchoolId;
  /** 1 to 5. */
  readonly score: number;
  readonly text?: string;
  /** Where the person wished that it stands beside the text. */
  readonly name?: string;
  readonly language: Language;
  /** First. */
  readonly answeredAt: string;
  /** From 1, one more with each change. */
  readonly version: number;
  /** When it goes: with what the person's sign-ups say. */
  readonly expiresAt: string;
}

export interface Feedback {
  /** Consistent. */
  find(personId: PersonId, opportunityId: OpportunityId): Promise<GivenFeedback | undefined>;
  /**
   * The answer instead of the one before, and the counts with it, or neither. `stale`: what is there is not the one before. `busy`: others were in the
   * way.
   */
  save(before: GivenFeedback | undefined, after: GivenFeedback): Promise<'done' | 'stale' | 'busy'>;
}

export interface MyFeedbackPorts {
  readonly feedback: Pick<Feedback, 'find'>;
  readonly signUps: Pick<SignUps, 'ofPerson'>;
  readonly opportunities: Pick<Opportunities, 'load'>;
  readonly schools: Schools;
  readonly clock: Clock;
}
export type FeedbackPorts = MyFeedbackPorts & { readonly feedback: Feedback };
export interface OfFeedback {
  readonly personId: PersonId;
  readonly opportunityId: OpportunityId;
}
type NotFound = { readonly code: 'sign-up.not-found' };

export const myFeedback =
  (ports: MyFeedbackPorts) =>
  async (of: OfFeedback): Promise<Result<MyFeedback, NotFound>> => {
    const [asked, given] = await Promise.all([askedOf(ports, of), ports.feedback.find(of.personId, of.opportunityId)]);
    return asked ? ok(viewOf(asked, given)) : refused({ code: 'sign-up.not-found' });
  };

export interface AnswerFeedback extends OfFeedback {
  readonly answer: FeedbackToGive;
}
const ATTEMPTS = 4;

export const answerFeedback =
  (ports: FeedbackPorts) =>
  async ({
    answer,
    ...of
  }: AnswerFeedback): Promise<Result<MyFeedback, NotFound | { readonly code: FeedbackProblemCode | 'request.conflict' }>> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const [asked, before] = await Promise.all([askedOf(ports, of), ports.feedback.find(of.personId, of.opportunityId)]);
      if (!asked) return refused({ code: 'sign-up.not-found' });
      if (asked.view.state !== 'open') return refused({ code: `feedback.${asked.view.state}` });
      const after = given(asked, of, answer, before, iso(ports.clock.now()));
      const isThere = before !== undefined && same({ ...after, version: before.version, expiresAt: before.expiresAt }, before);
      if (isThere || (await ports.feedback.save(before, after)) === 'done') return ok(viewOf(asked, after));
    }
    return refused({ code: 'request.conflict' });
  };

interface Asked {
  readonly view: Omit<MyFeedback, 'answer'>;
  readonly personName: string;
  readonly expiresAt: string;
}

/** What a person is asked about an opportunity at this moment; undefined where they have no places in a slot with a time. Consistent. */
async function askedOf(ports: Omit<MyFeedbackPorts, 'feedback'>, { personId, opportunityId }: OfFeedback): Promise<Asked | undefined> {
  const signUps = (await ports.signUps.ofPerson(personId)).filter((one) => one.opportunityId === opportunityId);
  const state = signUps.length > 0 ? await ports.opportunities.load(opportunityId) : undefined;
  if (!state) return undefined;
  const held = signUps.map((signUp) => ownSignUp(signUp, state)).filter((own) => own !== undefined && isDated(own));
  const latest = held.toSorted((a, b) => millis(b.signUp.signedUpAt) - millis(a.signUp.signedUpAt))[0];
  if (!latest) return undefined;
  const { title, contact } = state.opportunity;
  const school = publicSchool(await schoolOf(ports.schools, state.opportunity));
  return {
    view: { opportunity: { opportunityId, title, contact }, school, ...openness(held, ports.clock.now()) },
    personName: latest.signUp.person.name,
    expiresAt: iso(Math.max(...held.map(({ signUp }) => millis(signUp.expiresAt)), lastEnd(held) + OPEN_MS)),
  };
}

type Dated = OwnSignUp & { readonly slot: { readonly startsAt: string } };
const isDated = (own: OwnSignUp): own is Dated => own.claim !== undefined && own.slot.startsAt !== undefined && own.slot.calledOff !== true;

const startOf = ({ slot }: Dated): number => millis(slot.startsAt);
const lastEnd = (held: readonly Dated[]): number => Math.max(...held.map(({ slot }) => millis(slot.endsAt ?? slot.startsAt)));

/** Of what the person has places in: it is asked about from its first start on. */
function openness(held: readonly Dated[], now: number): Pick<MyFeedback, 'state' | 'opensAt' | 'until'> {
  const ahead = held.filter((own) => startOf(own) > now);
  const wasThere = held.some((own) => startOf(own) <= now && own.ledger !== undefined && tookPart(own.ledger, own.signUp.personId));
  if (!wasThere) return ahead.length > 0 ? { state: 'too-early', opensAt: iso(Math.min(...ahead.map(startOf))) } : { state: 'not-there' };
  const until = lastEnd(held) + OPEN_MS;
  return now < until ? { state: 'open', until: iso(until) } : { state: 'over' };
}

function given(
  { view, personName, expiresAt }: Asked,
  of: OfFeedback,
  { score, text, named, language }: FeedbackToGive,
  before: GivenFeedback | undefined,
  at: string,
): GivenFeedback {
  return {
    ...of,
    schoolId: view.school.schoolId,
    score,
    ...(text !== undefined && { text }),
    ...(text !== undefined && named && { name: personName }),
    language,
    answeredAt: before?.answeredAt ?? at,
    version: (before?.version ?? 0) + 1,
    expiresAt,
  };
}

const viewOf = ({ view }: Asked, answer: GivenFeedback | undefined): MyFeedback => ({
  ...view,
  ...(answer && {
    answer: {
      score: answer.score,
      ...(answer.text !== undefined && { text: answer.text }),
      named: answer.name !== undefined,
      answeredAt: answer.answeredAt,
    },
  }),
});
