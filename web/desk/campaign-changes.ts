/** What a campaign buys and its levels, before and after a change: only the rows that differ, each in a few words. */

import * as z from 'zod/mini';
import { CampaignItem, Level } from '#contracts/resources/campaign.ts';
import { canonicalJson } from '#contracts/same.ts';
import { textOf, type View } from '../components/view.ts';
import { deskCampaignIn, deskHistoryIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';

/** Undefined for fields that are no such rows. */
export function campaignRowsSaid(view: View, field: string, before: unknown, after: unknown): readonly [string, string] | undefined {
  if (field === 'levels') return differing(view, z.array(Level), before, after, levelSaid);
  return field === 'buys' ? differing(view, z.array(CampaignItem), before, after, itemSaid) : undefined;
}

function differing<Row>(
  view: View,
  schema: z.ZodMiniType<Row[]>,
  before: unknown,
  after: unknown,
  say: (view: View, row: Row) => string,
): readonly [string, string] | undefined {
  const [old, now] = [schema.safeParse(before), schema.safeParse(after)];
  if (!old.success || !now.success) return undefined;
  const only = (rows: readonly Row[], others: readonly Row[]): string => {
    const known = new Set(others.map(canonicalJson));
    const shown = rows.filter((row) => !known.has(canonicalJson(row)));
    return shown.length === 0 ? deskHistoryIn(view.context.language).nothing : shown.map((row) => say(view, row)).join('; ');
  };
  return [only(old.data, now.data), only(now.data, old.data)];
}

function levelSaid(view: View, { name, amountCents, benefits, benefitValueCents, limit }: Level): string {
  const { form: words } = deskCampaignIn(view.context.language);
  const money = moneyIn(view.m.locale);
  return [
    `${textOf(view, name)} ${money(amountCents)}`,
    ...benefits.map((benefit) => textOf(view, benefit)),
    ...(benefitValueCents > 0 ? [`${words.benefitValue}: ${money(benefitValueCents)}`] : []),
    ...(limit === undefined ? [] : [`${words.limit}: ${limit}`]),
  ].join(', ');
}

const itemSaid = (view: View, { label, priceCents }: CampaignItem): string =>
  `${textOf(view, label)} ${moneyIn(view.m.locale)(priceCents)}`;
