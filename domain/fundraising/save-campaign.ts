/**
 * Saves a campaign as staff define it. Repeating it changes nothing. Levels that sponsors chose can be limited, not left out. A goal that was lowered to
 * what there is already is reached with it.
 */
import type { FieldProblem } from '#contracts/problems.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { Clock } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { same } from '../same.ts';
import { millis } from '../time.ts';
import type { Account, Campaigns, Ledger } from './ports.ts';
import { watchGoal } from './watch-goal.ts';

export type SaveCampaign = Omit<Campaign, 'version'>;
export type SaveCampaignError =
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] }
  | { readonly code: 'request.conflict' };

export const saveCampaign =
  (ports: { readonly campaigns: Campaigns; readonly ledger: Ledger; readonly clock: Clock }) =>
  async (definition: SaveCampaign): Promise<Result<Campaign, SaveCampaignError>> => {
    const { campaigns, ledger } = ports;
    const { campaignId } = definition;
    const [stored, account] = await Promise.all([campaigns.find(campaignId), ledger.account(campaignId)]);
    const fields = definitionProblems(definition, account);
    if (fields.length > 0) return refused({ code: 'request.invalid', fields });
    const campaign = { ...definition, version: (stored?.version ?? 0) + 1 };
    const unchanged = stored && same(stored, { ...campaign, version: stored.version }) ? stored : undefined;
    const outcome = unchanged ? 'saved' : await campaigns.save(campaign);
    if (outcome === 'saved') {
      // of a repeat, too: the first may have been cut off before it looked
      await watchGoal(ports)(definition);
      return ok(unchanged ?? campaign);
    }
    if (outcome === 'version-conflict') return refused({ code: 'request.conflict' });
    const detail = `another campaign has the address /campaigns/${definition.slug}`;
    return refused({ code: 'request.invalid', fields: [{ pointer: '/slug', code: 'slug.taken', detail }] });
  };

/** What the contract can't say of a definition. Pure. */
export function definitionProblems(
  { levels, opensAt, closesAt }: SaveCampaign,
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
