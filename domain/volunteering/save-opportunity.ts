/**
 * Staff save the definition of an opportunity: with the history of it, with the notice to those it concerns, and only if nobody saved since it was read.
 * Ledgers follow it.
 *
 * Repeatable from any point after a crash: who saves what is there already gets it, and the ledgers are brought in line again.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { StaffDeed, StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { NoticeWords } from '#contracts/resources/message.ts';
import type { Opportunity, OpportunityStatus, OpportunityToSave } from '#contracts/resources/opportunity.ts';
import { same } from '#contracts/same.ts';
import type { Email } from '#contracts/values.ts';
import { changesBetween } from '../changes.ts';
import type { Clock, Ids, StaffHistory } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { noticeOf } from './notices.ts';
import type { Definitions, KeptMessage, Opportunities, OpportunityState, Schools, Slots } from './ports.ts';
import { alignLedgers, definitionProblems } from './publish-opportunity.ts';

export interface SaveOpportunityPorts {
  readonly opportunities: Opportunities;
  readonly definitions: Definitions;
  readonly slots: Slots;
  readonly schools: Schools;
  readonly history: StaffHistory;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'submissionId'>;
  /** `retentionDays`: how long a notice is kept after the last of its slots has ended. */
  readonly district: { readonly retentionDays: number };
}

/** Somebody saved since: what they changed, the oldest first, and the version that is there now. */
export interface ChangedMeanwhile {
  readonly code: 'opportunity.changed-meanwhile';
  readonly meanwhile: readonly StaffHistoryEntry[];
  readonly version: number;
}
export type SaveOpportunityError =
  | ChangedMeanwhile
  | { readonly code: 'school.not-found' }
  | { readonly code: 'request.conflict' }
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] };

export interface SaveOpportunity {
  readonly definition: OpportunityToSave;
  /** The member's address. */
  readonly by: Email;
  /** What they add to the notice, if the change needs one. */
  readonly words?: NoticeWords | undefined;
}

export const saveOpportunity =
  (ports: SaveOpportunityPorts) =>
  async ({ definition, by, words }: SaveOpportunity): Promise<Result<Opportunity, SaveOpportunityError>> => {
    const { opportunityId } = definition;
    const stored = await ports.opportunities.load(opportunityId);
    const before = stored?.opportunity;
    const ledgers = stored?.ledgers ?? [];
    const at = iso(ports.clock.now());
    if (before && same({ ...definition, version: before.version }, before)) {
      await alignLedgers(ports.slots, before, ledgers, at);
      return ok(before);
    }
    if ((before?.version ?? 0) !== definition.version) return changedMeanwhile(ports, definition);
    const fields = [...definitionProblems(definition, ledgers), ...movedProblems(definition, stored)];
    if (fields.length > 0) return refused({ code: 'request.invalid', fields });
    if (!(await ports.schools.find(definition.schoolId))) return refused({ code: 'school.not-found' });

    const opportunity = { ...definition, version: definition.version + 1 };
    const { retentionDays } = ports.district;
    const notice = stored && noticeOf(stored, opportunity, { ids: ports.ids, retentionDays, at, by, words });
    const outcome = await ports.definitions.saveOpportunity(opportunity, entryOf(before, opportunity, { by, at, notice }), notice);
    if (outcome === 'busy') return refused({ code: 'request.conflict' });
    if (outcome === 'version-conflict') return changedMeanwhile(ports, definition);
    await alignLedgers(ports.slots, opportunity, ledgers, at);
    return ok(opportunity);
  };

async function changedMeanwhile(
  { history, opportunities }: Pick<SaveOpportunityPorts, 'history' | 'opportunities'>,
  { opportunityId, version }: OpportunityToSave,
): Promise<Result<never, ChangedMeanwhile>> {
  const [entries, stored] = await Promise.all([history.about(opportunityId), opportunities.load(opportunityId)]);
  const meanwhile = entries.filter(({ ref }) => Number(ref) > version);
  return refused({ code: 'opportunity.changed-meanwhile', meanwhile, version: stored?.opportunity.version ?? 0 });
}

/** Its history names the version that was saved, and how many are told of it. Pure. */
function entryOf(
  before: Opportunity | undefined,
  after: Opportunity,
  { by, at, notice }: { readonly by: Email; readonly at: string; readonly notice: KeptMessage | undefined },
): StaffHistoryEntry {
  return {
    at,
    by,
    what: deedOf(before, after),
    about: after.opportunityId,
    ref: String(after.version),
    schoolId: after.schoolId,
    changes: [...changesBetween(before, after), ...(notice ? [{ field: 'people', after: notice.message.people }] : [])],
  };
}

const DEEDS = {
  published: 'opportunity.published',
  closed: 'opportunity.closed',
  archived: 'opportunity.archived',
  draft: 'opportunity.changed',
} as const satisfies Record<OpportunityStatus, StaffDeed>;

function deedOf(before: Opportunity | undefined, { status }: Opportunity): StaffDeed {
  if (!before) return 'opportunity.added';
  return before.status === status ? 'opportunity.changed' : DEEDS[status];
}

/** What a status leads to. What was published once can't be a draft again: people may have taken part. */
const NEXT: Readonly<Record<OpportunityStatus, readonly OpportunityStatus[]>> = {
  draft: ['draft', 'published', 'archived'],
  published: ['published', 'closed'],
  closed: ['closed', 'published', 'archived'],
  archived: ['archived', 'closed', 'draft'],
};

/** Which statuses it may have next. Pure. */
export const nextStatuses = (status: OpportunityStatus, wasPublished: boolean): readonly OpportunityStatus[] =>
  NEXT[status].filter((next) => next === status || (next === 'draft' ? !wasPublished : next !== 'closed' || wasPublished));

function movedProblems({ status, schoolId }: OpportunityToSave, stored: OpportunityState | undefined): readonly FieldProblem[] {
  const from = stored?.opportunity ?? { status: 'draft' as const, schoolId };
  const allowed = nextStatuses(from.status, (stored?.ledgers.length ?? 0) > 0);
  return [
    ...(allowed.includes(status)
      ? []
      : [{ pointer: '/status', code: 'status.not-next', detail: `from ${from.status} it can become ${allowed.join(' or ')}` }]),
    ...(from.schoolId === schoolId ? [] : [{ pointer: '/schoolId', code: 'school.fixed', detail: 'an opportunity stays with its school' }]),
  ];
}

export type ChangeOpportunityError = Exclude<SaveOpportunityError, { readonly code: 'school.not-found' }>;

/** Changes what is there: a status, other dates. `version` is the one the change was made from. Throws when its school is gone. */
export const changeOpportunity =
  (ports: SaveOpportunityPorts) =>
  async (
    { opportunity }: Pick<OpportunityState, 'opportunity'>,
    change: Partial<Opportunity> & { readonly version: number },
    more: Pick<SaveOpportunity, 'by' | 'words'>,
  ): Promise<Result<Opportunity, ChangeOpportunityError>> => {
    const saved = await saveOpportunity(ports)({ definition: { ...opportunity, ...change }, ...more });
    if (saved.ok) return saved;
    if (saved.error.code === 'school.not-found') throw new Error(`the school of ${opportunity.opportunityId} is missing`);
    return refused(saved.error);
  };
