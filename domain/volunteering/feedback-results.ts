/** What people said after they took part, for staff: how many gave each score, and what was written, without who wrote it. */
import type { Comment, FeedbackResults, SchoolFeedback, ScoreCounts } from '#contracts/resources/feedback.ts';
import type { OpportunityId, PersonId, SchoolId } from '#contracts/values.ts';
import { dayAt } from '../days.ts';
import type { Clock } from '../ports.ts';
import { millis } from '../time.ts';
import { tookPart } from './attendance.ts';
import { schoolOf } from './own-sign-up.ts';
import type { OpportunityState, Schools, SlotReads } from './ports.ts';

/** What somebody wrote; not who it was. */
export interface Written extends Omit<Comment, 'answeredOn'> {
  readonly answeredAt: string;
  /** Among what was written of the opportunity: the later, the greater. */
  readonly place: string;
}

export interface ReadFeedback {
  /** Consistent. */
  counts(schoolId: SchoolId, opportunityId: OpportunityId): Promise<ScoreCounts>;
  /** Of a school's opportunities that have answers, those made last first; `most` at most. Consistent. */
  ofSchool(schoolId: SchoolId, most: number): Promise<readonly { readonly opportunityId: OpportunityId; readonly scores: ScoreCounts }[]>;
  /** What was written of an opportunity, latest first: `most` at most, `before` that place where there is one. May lag behind by a moment. */
  written(opportunityId: OpportunityId, most: number, before?: string): Promise<readonly Written[]>;
}

/** On a page. */
const COMMENTS = 50;
/** In the list of a school. */
const OPPORTUNITIES = 100;

export interface FeedbackResultsPorts {
  readonly readFeedback: ReadFeedback;
  readonly schools: Schools;
  readonly slotReads: Pick<SlotReads, 'definition'>;
  readonly clock: Clock;
}

export const feedbackResults =
  ({ readFeedback, schools, clock }: Omit<FeedbackResultsPorts, 'slotReads'>) =>
  async (state: OpportunityState, before?: string): Promise<FeedbackResults> => {
    const { opportunityId, schoolId } = state.opportunity;
    const [scores, written, { zone }] = await Promise.all([
      readFeedback.counts(schoolId, opportunityId),
      // one more tells whether there are more
      readFeedback.written(opportunityId, COMMENTS + 1, before),
      schoolOf(schools, state.opportunity),
    ]);
    const shown = written.slice(0, COMMENTS);
    const next = written.length > COMMENTS ? shown.at(-1)?.place : undefined;
    return {
      opportunityId,
      scores,
      asked: askedIn(state, clock.now()),
      comments: shown.map(({ answeredAt, place: _place, ...comment }) => ({ ...comment, answeredOn: dayAt(millis(answeredAt), zone) })),
      ...(next !== undefined && { next }),
    };
  };

/** How many people took part in what has ended. */
function askedIn({ opportunity, ledgers }: OpportunityState, now: number): number {
  const people = new Set<string>();
  for (const { slotId, startsAt, endsAt = startsAt, calledOff } of opportunity.slots) {
    const ledger = ledgers.find((one) => one.slotId === slotId);
    if (!ledger || calledOff || endsAt === undefined || millis(endsAt) > now) continue;
    for (const personId of Object.keys(ledger.claims) as PersonId[]) if (tookPart(ledger, personId)) people.add(personId);
  }
  return people.size;
}

export const schoolFeedback =
  ({ readFeedback, slotReads }: Pick<FeedbackResultsPorts, 'readFeedback' | 'slotReads'>) =>
  async (schoolId: SchoolId): Promise<SchoolFeedback> => {
    const all = await readFeedback.ofSchool(schoolId, OPPORTUNITIES);
    const rows = await Promise.all(
      all.map(async ({ opportunityId, scores }) => {
        const opportunity = await slotReads.definition(opportunityId);
        return opportunity ? [{ opportunityId, title: opportunity.title, scores }] : [];
      }),
    );
    return { opportunities: rows.flat() };
  };
