/**
 * Staff save the definition of a campaign: with the history of it, and only if nobody saved since it was read. Repeating it changes nothing. Levels that
 * sponsors chose can be limited, not left out. A goal that was lowered to what there is already is reached with it.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { Campaign, CampaignStatus, CampaignToSave } from '#contracts/resources/campaign.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { same } from '#contracts/same.ts';
import type { Email, SchoolId } from '#contracts/values.ts';
import { changesBetween } from '../changes.ts';
import type { Clock, StaffHistory } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso, millis } from '../time.ts';
import type { Account, Campaigns, Ledger } from './ports.ts';
import { watchGoal } from './watch-goal.ts';

export interface SaveCampaignPorts {
  readonly campaigns: Campaigns;
  readonly ledger: Ledger;
  /** Of what staff changed in campaigns. */
  readonly campaignHistory: Pick<StaffHistory, 'about'>;
  readonly clock: Clock;
  /** Whether there is such a school. Schools belong to another capability: whoever wires this knows both. */
  readonly isSchool: (schoolId: SchoolId) => Promise<boolean>;
}

export interface SaveCampaign {
  readonly definition: CampaignToSave;
  /** The member's address. */
  readonly by: Email;
}

/** Somebody saved since: what they changed, the oldest first, and the version that is there now. */
export interface ChangedMeanwhile {
  readonly code: 'campaign.changed-meanwhile';
  readonly meanwhile: readonly StaffHistoryEntry[];
  readonly version: number;
}
export type ChangeCampaignError =
  | ChangedMeanwhile
  | { readonly code: 'request.conflict' }
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] };
export type SaveCampaignError = ChangeCampaignError | { readonly code: 'school.not-found' };

export const saveCampaign =
  (ports: SaveCampaignPorts) =>
  async ({ definition: sent, by }: SaveCampaign): Promise<Result<Campaign, SaveCampaignError>> => {
    const { campaigns, ledger } = ports;
    const { campaignId } = sent;
    const definition = { ...sent, levels: dearestFirst(sent.levels) };
    const [before, account] = await Promise.all([campaigns.find(campaignId), ledger.account(campaignId)]);
    if (before && same({ ...definition, version: before.version }, before)) {
      // the first may have been cut off before it looked
      await watchGoal(ports)(before);
      return ok(before);
    }
    if ((before?.version ?? 0) !== definition.version) return changedMeanwhile(ports, definition);
    // as sent: the fields of a form keep their places
    const fields = [...definitionProblems(sent, account), ...statusProblems(before?.status ?? 'draft', sent.status)];
    if (fields.length > 0) return refused({ code: 'request.invalid', fields });
    const { schoolId } = definition;
    if (schoolId !== undefined && schoolId !== before?.schoolId && !(await ports.isSchool(schoolId)))
      return refused({ code: 'school.not-found' });

    const campaign = { ...definition, version: definition.version + 1 };
    const outcome = await campaigns.save(campaign, entryOf(before, campaign, by, iso(ports.clock.now())));
    if (outcome === 'busy') return refused({ code: 'request.conflict' });
    if (outcome === 'version-conflict') return changedMeanwhile(ports, definition);
    if (outcome === 'saved') {
      await watchGoal(ports)(campaign);
      return ok(campaign);
    }
    const detail = `another campaign has the address /campaigns/${definition.slug}`;
    return refused({ code: 'request.invalid', fields: [{ pointer: '/slug', code: 'slug.taken', detail }] });
  };

/** Changes what is there: a status, what became of it. `version` is the one the change was made from. */
export const changeCampaign =
  (ports: SaveCampaignPorts) =>
  async (
    campaign: Campaign,
    change: Partial<Campaign> & { readonly version: number },
    by: Email,
  ): Promise<Result<Campaign, ChangeCampaignError>> => {
    const saved = await saveCampaign(ports)({ definition: { ...campaign, ...change }, by });
    if (saved.ok) return saved;
    if (saved.error.code === 'school.not-found') throw new Error(`the school of ${campaign.campaignId} is missing`);
    return refused(saved.error);
  };

export async function changedMeanwhile(
  { campaignHistory, campaigns }: Pick<SaveCampaignPorts, 'campaignHistory' | 'campaigns'>,
  { campaignId, version }: Pick<CampaignToSave, 'campaignId' | 'version'>,
): Promise<Result<never, ChangedMeanwhile>> {
  const [entries, stored] = await Promise.all([campaignHistory.about(campaignId), campaigns.find(campaignId)]);
  const meanwhile = entries.filter(({ ref }) => Number(ref) > version);
  return refused({ code: 'campaign.changed-meanwhile', meanwhile, version: stored?.version ?? 0 });
}

/** Its history names the version that was saved. Pure. */
function entryOf(before: Campaign | undefined, after: Campaign, by: Email, at: string): StaffHistoryEntry {
  const { campaignId, version, schoolId } = after;
  return {
    at,
    by,
    what: before ? 'campaign.changed' : 'campaign.added',
    about: campaignId,
    ref: String(version),
    ...(schoolId !== undefined && { schoolId }),
    changes: [...changesBetween(before, after)],
  };
}

/** The order in which pages show them; levels of one amount stay as they are. */
const dearestFirst = (levels: Campaign['levels']): Campaign['levels'] => levels.toSorted((a, b) => b.amountCents - a.amountCents);

/** What a status leads to. What was open once can't be a draft again: sponsors may have pledged. */
const NEXT: Readonly<Record<CampaignStatus, readonly CampaignStatus[]>> = {
  draft: ['draft', 'open'],
  open: ['open', 'closed'],
  closed: ['closed', 'open'],
};

/** Which statuses it may have next, its own among them. Pure. */
export const nextStatuses = (status: CampaignStatus): readonly CampaignStatus[] => NEXT[status];

function statusProblems(from: CampaignStatus, to: CampaignStatus): readonly FieldProblem[] {
  const allowed = NEXT[from];
  if (allowed.includes(to)) return [];
  return [{ pointer: '/status', code: 'status.not-next', detail: `from ${from} it can become ${allowed.join(' or ')}` }];
}

/** What the contract can't say of a definition. Pure. */
export function definitionProblems(
  { levels, opensAt, closesAt }: CampaignToSave,
  { levels: held }: Pick<Account, 'levels'>,
): readonly FieldProblem[] {
  const ids = levels.map(({ levelId }) => levelId);
  return [
    ...(millis(closesAt) <= millis(opensAt)
      ? [{ pointer: '/closesAt', code: 'instant.not-after', detail: 'it closes before it opens' }]
      : []),
    ...ids.flatMap((levelId, index) =>
      ids.indexOf(levelId) === index
        ? []
        : [{ pointer: `/levels/${index}/levelId`, code: 'value.repeated', detail: `${levelId} stands twice` }],
    ),
    ...levels.flatMap(({ amountCents, benefitValueCents }, index) =>
      benefitValueCents < amountCents
        ? []
        : [
            {
              pointer: `/levels/${index}/benefitValueCents`,
              code: 'value.not-less',
              detail: 'benefits are worth less than the level costs',
            },
          ],
    ),
    ...(Object.entries(held) as [string, number][])
      .filter(([levelId, sponsors]) => sponsors > 0 && !ids.some((one) => one === levelId))
      .map(([levelId, sponsors]) => ({ pointer: '/levels', code: 'level.left-out', detail: `${levelId} has ${sponsors} sponsors` })),
  ];
}
