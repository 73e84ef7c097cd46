/** Lists of pledges for staff: what waits for a person, and what is overdue. Each leads to the pledge. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { OverduePledge, PledgeInNeed } from '#contracts/resources/dashboards.ts';
import type { Commitment } from '#contracts/resources/pledge.ts';
import { dayWords } from '../components/pledge-words.tsx';
import type { View } from '../components/view.ts';
import { dashboardsIn, fundraisingIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';

interface Props<Item> {
  readonly view: View;
  readonly pledges: readonly Item[];
  readonly empty: string;
  /** Names each pledge's campaign, where they are of several. */
  readonly campaignName?: (campaignId: string) => string;
}

export function TodoList({ view, pledges, empty, campaignName }: Props<PledgeInNeed>): JSX.Element {
  const { needs: words, campaign } = dashboardsIn(view.context.language);
  if (pledges.length === 0) return <p class="soft">{empty}</p>;
  return (
    <ul class="todo">
      {pledges.map(({ campaignId, pledgeId, sponsorName, commitment, needs, since }) => (
        <li key={pledgeId}>
          <span>
            <a href={deskPaths.pledge(campaignId, pledgeId)}>{sponsorName}</a>{' '}
            <span class="soft">{[gives(view, commitment), campaignName?.(campaignId)].filter((one) => one !== undefined).join(' · ')}</span>
          </span>
          <span>
            {needs.map((need) => (
              <span key={need} class="tag">
                {words[need]}
              </span>
            ))}{' '}
            <span class="soft">{campaign.since(view.dates.shortDay(since, view.context.district.zone))}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function OverdueList({ view, pledges, empty, campaignName }: Props<OverduePledge>): JSX.Element {
  const money = moneyIn(view.m.locale);
  if (pledges.length === 0) return <p class="soft">{empty}</p>;
  return (
    <ul class="todo">
      {pledges.map(({ campaignId, pledgeId, sponsorName, dueOn, dueCents }) => (
        <li key={pledgeId}>
          <span>
            <a href={deskPaths.pledge(campaignId, pledgeId)}>{sponsorName}</a>{' '}
            {campaignName && <span class="soft">{campaignName(campaignId)}</span>}
          </span>
          <span>
            <span class="tag tag-late">{money(dueCents)}</span>{' '}
            <span class="soft">
              {dashboardsIn(view.context.language).campaign.dueOn} {dayWords(view, dueOn)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

const gives = (view: View, commitment: Commitment): string => {
  const money = moneyIn(view.m.locale);
  return commitment.kind === 'goods'
    ? fundraisingIn(view.context.language).review.goods(money(commitment.valueCents))
    : money(commitment.amountCents);
};
