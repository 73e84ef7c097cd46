/** One campaign at a glance, for staff. Six reads, whether it has ten pledges or a hundred thousand. */
import { Temporal } from 'temporal-polyfill';
import { type Campaign, raisedCents } from '#contracts/resources/campaign.ts';
import type { CampaignDashboard, CampaignWeek, LevelStanding, Pace } from '#contracts/resources/dashboards.ts';
import type { CampaignId, Day } from '#contracts/values.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso, millis } from '../time.ts';
import { NOTHING, plus } from './account.ts';
import { type ListPorts, phaseOf } from './browse.ts';
import { dayAt, daysLater } from './instalments.ts';
import type { Account, CampaignDay } from './ports.ts';

export interface DashboardPorts extends ListPorts {
  /** The district's time zone. */
  readonly zone: string;
}

const LARGEST = 10;
/** Of the whole district; those of one campaign are among them. */
const LISTED = 200;
const WEEKS = 12;
/** What a projection looks back on. */
const LOOK_BACK_DAYS = 28;

export const campaignDashboard =
  (ports: DashboardPorts) =>
  async ({
    campaignId,
  }: {
    readonly campaignId: CampaignId;
  }): Promise<Result<CampaignDashboard, { readonly code: 'campaign.not-found' }>> => {
    const { campaigns, ledger, clock, zone } = ports;
    const now = clock.now();
    const today = dayAt(now, zone);
    const campaign = await campaigns.find(campaignId);
    if (!campaign) return refused({ code: 'campaign.not-found' });
    const [account, days, largest, inNeed, overdue] = await Promise.all([
      ledger.account(campaignId),
      ledger.days(campaignId),
      ledger.largest(campaignId, LARGEST),
      ledger.inNeed(LISTED),
      ledger.overdue(today, LISTED),
    ]);
    const own = (one: { readonly campaignId: CampaignId }): boolean => one.campaignId === campaignId;
    const { totals, goalReachedAt, impactToldAt, version } = account;
    const { slug, schoolId, title, status, goalCents, opensAt, closesAt } = campaign;
    return ok({
      campaign: { campaignId, slug, ...(schoolId !== undefined && { schoolId }), title, status, goalCents, opensAt, closesAt },
      phase: phaseOf(campaign, now),
      totals,
      raisedCents: raisedCents(totals),
      ...(goalReachedAt !== undefined && { goalReachedAt }),
      ...(impactToldAt !== undefined && { impactToldAt }),
      pace: paceOf(campaign, days, today, zone),
      ...byLevel(campaign, account),
      weeks: [...weeksOf(days, lastDayOf(campaign, days, today, zone))],
      matchLeftCents: Object.values(account.matches).reduce((sum, left) => sum + left, 0),
      largest: [...largest],
      inNeed: inNeed.filter(own),
      overdue: overdue.filter(own),
      version,
      asOf: iso(now),
    });
  };

/** Sums at the end of each day, an even pace, and where it leads to if it goes on like this. */
export function paceOf({ goalCents, opensAt, closesAt }: Campaign, days: readonly CampaignDay[], today: Day, zone: string): Pace {
  let sum = NOTHING;
  const points = days.map(({ day, add }) => {
    sum = plus(sum, add);
    return { day, raisedCents: raisedCents(sum), receivedCents: sum.receivedCents };
  });
  const opensOn = dayAt(millis(opensAt), zone);
  // it closes at an instant: the last day on which anyone could give is that of the moment before
  const closesOn = dayAt(millis(closesAt) - 1, zone);
  const length = daysBetween(opensOn, closesOn) + 1;
  const gone = Math.min(length, Math.max(0, daysBetween(opensOn, today) + 1));
  const projection = projected({ points, opensOn, closesOn, today, goalCents });
  return { points, opensOn, closesOn, today, evenCents: Math.round((goalCents * gone) / length), ...(projection && { projection }) };
}

interface Pacing extends Pick<Pace, 'points' | 'opensOn' | 'closesOn' | 'today'> {
  readonly goalCents: number;
}

/** The mean of the last four weeks, or of the days since it opened, goes on until the end. */
function projected({ points, opensOn, closesOn, today, goalCents }: Pacing): Pace['projection'] {
  if (today < opensOn || today >= closesOn) return undefined;
  const overDays = Math.min(LOOK_BACK_DAYS, daysBetween(opensOn, today) + 1);
  const from = daysLater(today, -overDays);
  const raised = points.at(-1)?.raisedCents ?? 0;
  const before = points.findLast(({ day }) => day <= from)?.raisedCents ?? 0;
  const perDay = (raised - before) / overDays;
  const closesCents = Math.round(raised + perDay * daysBetween(today, closesOn));
  const toGo = goalCents - raised;
  const reaches = perDay > 0 && toGo > 0 ? daysLater(today, Math.ceil(toGo / perDay)) : undefined;
  return { closesCents, overDays, ...(reaches !== undefined && reaches <= closesOn && { reachesOn: reaches }) };
}

const daysBetween = (from: Day, to: Day): number => Temporal.PlainDate.from(from).until(to).days;

function byLevel({ levels }: Campaign, { levels: held, levelCents, totals }: Account): { levels: LevelStanding[]; otherCents: number } {
  const standings = levels.map(({ levelId, name, amountCents, limit }) => ({
    levelId,
    name,
    amountCents,
    held: held[levelId] ?? 0,
    ...(limit !== undefined && { limit }),
    pledgedCents: levelCents[levelId] ?? 0,
  }));
  const atLevels = standings.reduce((sum, { pledgedCents }) => sum + pledgedCents, 0);
  return { levels: standings, otherCents: totals.pledgedCents - atLevels };
}

/** Of one that is over, the day it closed, or of the last change after that. */
function lastDayOf({ closesAt }: Pick<Campaign, 'closesAt'>, days: readonly CampaignDay[], today: Day, zone: string): Day {
  const changed = days.at(-1)?.day ?? today;
  const closed = dayAt(millis(closesAt) - 1, zone);
  const last = changed > closed ? changed : closed;
  return last < today ? last : today;
}

/** Weeks from Monday on, those without a change too; the last is that of `until`. */
function weeksOf(days: readonly CampaignDay[], until: Day): readonly CampaignWeek[] {
  const monday = mondayOf(until);
  return Array.from({ length: WEEKS }, (_, index) => {
    const startsOn = daysLater(monday, (index - WEEKS + 1) * 7);
    const next = daysLater(startsOn, 7);
    const sum = days.filter(({ day }) => day >= startsOn && day < next).reduce((total, { add }) => plus(total, add), NOTHING);
    return { startsOn, raisedCents: raisedCents(sum), receivedCents: sum.receivedCents };
  });
}

function mondayOf(day: Day): Day {
  return daysLater(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}
