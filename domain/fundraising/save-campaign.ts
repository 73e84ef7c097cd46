/** Saves a campaign as staff define it. Repeating it changes nothing. Levels that sponsors chose can be limited, not left out. */
import type { FieldProblem } from '#contracts/problems.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import { ok, type Result, refused } from '../result.ts';
import { same } from '../same.ts';
import { millis } from '../time.ts';
import type { Account, Campaigns, Ledger } from './ports.ts';

export type SaveCampaign = Omit<Campaign, 'version'>;
export type SaveCampaignError =
  | { readonly code: 'request.invalid'; readonly fields: readonly FieldProblem[] }
  | { readonly code: 'request.conflict' };

export const saveCampaign =
  ({ campaigns, ledger }: { readonly campaigns: Campaigns; readonly ledger: Ledger }) =>
  async (definition: SaveCampaign): Promise<Result<Campaign, SaveCampaignError>> => {
    const { campaignId } = definition;
    const [stored, account] = await Promise.all([campaigns.find(campaignId), ledger.account(campaignId)]);
    const fields = definitionProblems(definition, account);
    if (fields.length > 0) return refused({ code: 'request.invalid', fields });
    const campaign = { ...definition, version: (stored?.version ?? 0) + 1 };
    if (stored && same(stored, { ...campaign, version: stored.version })) return ok(stored);
    const outcome = await campaigns.save(campaign);
    if (outcome === 'saved') return ok(campaign);
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
