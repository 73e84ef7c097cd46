/**
 * Saves the definition of an opportunity and, when it is published or closed, brings the ledgers of its slots in line with it.
 *
 * Repeatable from any point after a crash: the definition is saved once, ledgers that are there keep their claims and only take the new terms.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { same } from '#contracts/same.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { canonical, iso, millis } from '../time.ts';
import type { Opportunities, Schools, SlotLedger, Slots } from './ports.ts';

export type PublishOpportunity = Omit<Opportunity, 'version'>;
export type PublishOpportunityError =
  | { readonly code: 'school.not-found' }
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] }
  | { readonly code: 'request.conflict' };

export const publishOpportunity =
  (ports: { readonly opportunities: Opportunities; readonly slots: Slots; readonly schools: Schools; readonly clock: Clock }) =>
  async (definition: PublishOpportunity): Promise<Result<Opportunity, PublishOpportunityError>> => {
    const stored = await ports.opportunities.load(definition.opportunityId);
    const fields = definitionProblems(definition, stored?.ledgers ?? []);
    if (fields.length > 0) return refused({ code: 'request.invalid', fields });
    if (!(await ports.schools.find(definition.schoolId))) return refused({ code: 'school.not-found' });

    const before = stored?.opportunity;
    const unchanged = before !== undefined && same({ ...definition, version: before.version }, before);
    const opportunity = unchanged ? before : { ...definition, version: (before?.version ?? 0) + 1 };
    if (!unchanged && (await ports.opportunities.save(opportunity)) === 'version-conflict') return refused({ code: 'request.conflict' });
    await alignLedgers(ports.slots, opportunity, stored?.ledgers ?? [], iso(ports.clock.now()));
    return ok(opportunity);
  };

/** Repeatable. What was never published has no ledgers, and gets none. */
export async function alignLedgers(slots: Slots, opportunity: Opportunity, ledgers: readonly SlotLedger[], at: string): Promise<void> {
  if ((opportunity.status === 'draft' || opportunity.status === 'archived') && ledgers.length === 0) return;
  await Promise.all(opportunity.slots.map((slot) => align(slots, opportunity, slot, ledgers, at)));
}

async function align(slots: Slots, opportunity: Opportunity, slot: Slot, ledgers: readonly SlotLedger[], at: string): Promise<void> {
  const { opportunityId, schoolId } = opportunity;
  const terms = termsOf(opportunity, slot);
  const there = ledgers.find((ledger) => ledger.slotId === slot.slotId);
  if (there && same(termsIn(there), terms)) return;
  const { slotId } = slot;
  const fresh = {
    slotId,
    opportunityId,
    schoolId,
    taken: 0,
    held: 0,
    waiting: 0,
    claims: {},
    version: 1,
    change: { kind: 'opened', at },
  } as const;
  if (!there && (await slots.open({ ...fresh, ...terms })) === 'opened') return;
  await slots.revise(opportunityId, slotId, terms, at);
}

type Terms = Parameters<Slots['revise']>[2];

/** What the ledger needs to know of the definition. Pure. */
export function termsOf({ status, opensAt, closesAt }: Opportunity, slot: Slot): Terms {
  const closes = closesAt ?? slot.startsAt;
  return {
    capacity: slot.capacity,
    state: status === 'published' && !slot.calledOff ? 'open' : 'closed',
    ...(opensAt !== undefined && { opensAt: canonical(opensAt) }),
    ...(closes !== undefined && { closesAt: canonical(closes) }),
    ...(slot.startsAt !== undefined && { startsAt: canonical(slot.startsAt) }),
    ...(slot.endsAt !== undefined && { endsAt: canonical(slot.endsAt) }),
  };
}

function termsIn({ capacity, state, opensAt, closesAt, startsAt, endsAt }: SlotLedger): Terms {
  return {
    capacity,
    state,
    ...(opensAt !== undefined && { opensAt }),
    ...(closesAt !== undefined && { closesAt }),
    ...(startsAt !== undefined && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
  };
}

/** What the contract can't say of a definition. Slots that people can have taken can be closed, not left out. Pure. */
export function definitionProblems(definition: PublishOpportunity, ledgers: readonly SlotLedger[]): readonly FieldProblem[] {
  const { slots, questions, series = [], opensAt, closesAt } = definition;
  return [
    ...repeated(
      slots.map((slot) => slot.slotId),
      '/slots',
      'slotId',
    ),
    ...repeated(
      questions.map((question) => question.questionId),
      '/questions',
      'questionId',
    ),
    ...repeated(
      series.map(({ seriesId }) => seriesId),
      '/series',
      'seriesId',
    ),
    ...repeated(
      slots.map(({ series: date }, index) => (date ? `${date.seriesId} ${date.day}` : String(index))),
      '/slots',
      'series',
    ),
    ...slots.flatMap((slot, index) =>
      slot.series && !series.some(({ seriesId }) => seriesId === slot.series?.seriesId)
        ? [{ pointer: `/slots/${index}/series`, code: 'series.unknown', detail: `${slot.series.seriesId} is not among the series` }]
        : [],
    ),
    ...slots.flatMap(timeProblems),
    ...questions.flatMap((question, index) =>
      question.kind === 'choice'
        ? repeated(
            question.choices.map((choice) => choice.value),
            `/questions/${index}/choices`,
            'value',
          )
        : [],
    ),
    ...(opensAt !== undefined && closesAt !== undefined && millis(closesAt) <= millis(opensAt)
      ? [{ pointer: '/closesAt', code: 'instant.not-after', detail: 'it closes before it opens' }]
      : []),
    ...ledgers
      .filter((ledger) => !slots.some((slot) => slot.slotId === ledger.slotId))
      .map(({ slotId }) => ({ pointer: '/slots', code: 'slot.left-out', detail: `${slotId} was published and can only be closed` })),
  ];
}

function timeProblems({ startsAt, endsAt }: Slot, index: number): readonly FieldProblem[] {
  if (endsAt === undefined || (startsAt !== undefined && millis(endsAt) > millis(startsAt))) return [];
  return [{ pointer: `/slots/${index}/endsAt`, code: 'instant.not-after', detail: 'a slot ends after it starts' }];
}

const repeated = (values: readonly string[], pointer: string, field: string): readonly FieldProblem[] =>
  values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ pointer: `${pointer}/${index}/${field}`, code: 'value.repeated', detail: `${value} stands twice` }],
  );
