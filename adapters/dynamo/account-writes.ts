/** How an account and its days take a change: they add, never set, so that two changes that don't meet in a pledge don't care which comes first. */
import type { CampaignTotals } from '#contracts/resources/campaign.ts';
import type { CampaignId } from '#contracts/values.ts';
import { isNothing } from '#domain/fundraising/account.ts';
import type { AccountChange, HistoryEntry, Rebuilt } from '#domain/fundraising/ports.ts';
import { accountKey, dayKey } from './fundraising-items.ts';
import type { Write } from './transactions.ts';

interface Sums {
  readonly names: Record<string, string>;
  readonly values: Record<string, number>;
  readonly adds: readonly string[];
}

function sums(add: CampaignTotals): Sums {
  const changed = (Object.entries(add) as [keyof CampaignTotals, number][]).filter(([, amount]) => amount !== 0);
  return {
    names: Object.fromEntries(changed.map(([total]) => [`#${total}`, total])),
    values: Object.fromEntries(changed.map(([total, amount]) => [`:${total}`, amount])),
    adds: changed.map(([total]) => `#${total} :${total}`),
  };
}

/** Whether it may be refused because the level is full. */
export const takesLimited = ({ add, limit }: AccountChange['levels'][number]): boolean => limit !== undefined && add > 0;

/** The one write that may be refused for a place of a limited level. */
export function accountWrite(campaignId: CampaignId, { add, levels, matches }: AccountChange): Write {
  const added = sums(add);
  const names: Record<string, string> = { ...added.names, '#version': 'version' };
  const values: Record<string, number> = { ...added.values, ':one': 1 };
  const sets: string[] = [];
  const removes: string[] = [];
  const conditions = ['attribute_exists(pk)'];
  for (const [index, taken] of levels.entries()) {
    const { levelId, add: places, addCents, limit } = taken;
    const level = `#levels.#level${index}`;
    const money = `#levelCents.#level${index}`;
    names['#levels'] = 'levels';
    names['#levelCents'] = 'levelCents';
    names[`#level${index}`] = levelId;
    values[`:places${index}`] = places;
    values[`:cents${index}`] = addCents;
    values[':none'] = 0;
    sets.push(`${level} = if_not_exists(${level}, :none) + :places${index}`, `${money} = if_not_exists(${money}, :none) + :cents${index}`);
    if (!takesLimited(taken)) continue;
    values[`:limit${index}`] = limit ?? 0;
    conditions.push(`(attribute_not_exists(${level}) OR ${level} < :limit${index})`);
  }
  for (const [index, { pledgeId, leftCents }] of matches.entries()) {
    names['#matches'] = 'matches';
    names[`#match${index}`] = pledgeId;
    if (leftCents === undefined) removes.push(`#matches.#match${index}`);
    else {
      values[`:left${index}`] = leftCents;
      sets.push(`#matches.#match${index} = :left${index}`);
    }
  }
  const clauses = [
    ...(sets.length > 0 ? [`SET ${sets.join(', ')}`] : []),
    ...(removes.length > 0 ? [`REMOVE ${removes.join(', ')}`] : []),
    `ADD ${['#version :one', ...added.adds].join(', ')}`,
  ];
  return { key: accountKey(campaignId), update: clauses.join(' '), condition: { condition: conditions.join(' AND '), names, values } };
}

/** What an entry of the history adds to its day; most moves add nothing. */
export function dayWrites({ campaignId, on, add }: HistoryEntry): readonly Write[] {
  if (isNothing(add)) return [];
  const { names, values, adds } = sums(add);
  return [{ key: dayKey(campaignId, on), update: `ADD ${adds.join(', ')}`, condition: { names, values } }];
}

/** A transaction takes a hundred writes; the account goes along with each, so that a change in between is noticed. */
const DAYS_AT_ONCE = 90;

/**
 * The transactions that write an account and its days anew, to be made one after the other. Each counts as a change, so that the next one, and whoever
 * else read the account before, knows.
 */
export function rebuildWrites(
  { campaignId, totals, levels, levelCents, matches, days }: Rebuilt,
  version: number,
): readonly (readonly Write[])[] {
  const parts = [...Array(Math.max(1, Math.ceil(days.length / DAYS_AT_ONCE))).keys()].map((part) =>
    days.slice(part * DAYS_AT_ONCE, (part + 1) * DAYS_AT_ONCE),
  );
  const names = Object.fromEntries(Object.keys(totals).map((total) => [`#${total}`, total]));
  const values = Object.fromEntries(Object.entries(totals).map(([total, amount]) => [`:${total}`, amount]));
  return parts.map((part, index) => [
    {
      key: accountKey(campaignId),
      update: `SET ${[...Object.keys(totals).map((total) => `#${total} = :${total}`), 'levels = :levels', 'levelCents = :levelCents', 'matches = :matches', '#version = :next'].join(', ')}`,
      condition: {
        condition: '#version = :version',
        names: { ...names, '#version': 'version' },
        values: {
          ...values,
          ':levels': levels,
          ':levelCents': levelCents,
          ':matches': matches,
          ':version': version + index,
          ':next': version + index + 1,
        },
      },
    },
    ...part.map(({ day, add }) => ({ put: { ...dayKey(campaignId, day), ...add } })),
  ]);
}
