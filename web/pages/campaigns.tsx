/** All campaigns: those that are open, then what became of the others. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { CampaignSummary } from '#contracts/resources/campaign-view.ts';
import { Illustration } from '../components/illustrations.tsx';
import { page } from '../components/layout.tsx';
import { Thermometer } from '../components/thermometer.tsx';
import { textOf, type View, viewOf } from '../components/view.ts';
import { Words } from '../components/words.tsx';
import type { CampaignsModel, PageContext } from './models.ts';

export function campaignsPage(context: PageContext, { campaigns, schools }: CampaignsModel): string {
  const view = viewOf(context);
  const { list } = view.m.fundraising;
  const open = campaigns.filter(({ phase }) => phase !== 'over');
  const over = campaigns.filter(({ phase }) => phase === 'over');
  const ownerOf = (campaign: CampaignSummary): string =>
    schools.find(({ schoolId }) => schoolId === campaign.schoolId)?.name ?? view.m.fundraising.district;
  return page(view, {
    title: list.title,
    description: list.lead,
    children: (
      <>
        <div class="band">
          <div class="wrap">
            <h1>{list.title}</h1>
            <p class="lead">{list.lead}</p>
          </div>
        </div>
        <section class="wrap section" aria-labelledby="open">
          <h2 id="open">{list.open}</h2>
          {open.length === 0 ? (
            <div class="empty">
              <p class="empty-title">{list.empty}</p>
            </div>
          ) : (
            <Cards view={view} campaigns={open} ownerOf={ownerOf} />
          )}
        </section>
        {over.length > 0 && (
          <section class="wrap section" aria-labelledby="over">
            <h2 id="over">{list.over}</h2>
            <Cards view={view} campaigns={over} ownerOf={ownerOf} />
          </section>
        )}
      </>
    ),
  });
}

function Cards({
  view,
  campaigns,
  ownerOf,
}: {
  readonly view: View;
  readonly campaigns: readonly CampaignSummary[];
  readonly ownerOf: (campaign: CampaignSummary) => string;
}): JSX.Element {
  return (
    <ul class="cards">
      {campaigns.map((campaign) => (
        <li key={campaign.campaignId} class="card campaign-card">
          <Illustration name={campaign.illustration} />
          <div class="card-body">
            <p class="eyebrow">{ownerOf(campaign)}</p>
            <h3 class="card-title">
              <a href={paths.campaign(campaign.slug)}>
                <Words view={view} of={campaign.title} />
              </a>
            </h3>
            <p class="card-summary">
              <Words view={view} of={campaign.summary} />
            </p>
            <Thermometer view={view} campaign={campaign} />
            <p class="soft">{timeLeft(view, campaign)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How long it is open, or when it opens or closed. Days are of the district's zone. */
export function timeLeft(view: View, { phase, opensAt, closesAt, goalReachedAt }: CampaignSummary): string {
  const { progress } = view.m.fundraising;
  const { zone } = view.context.district;
  const reached = goalReachedAt === undefined ? '' : `${progress.reached} · `;
  if (phase === 'not-open-yet') return progress.opens(view.dates.moment(opensAt, zone));
  if (phase === 'over') return `${reached}${progress.closed(view.dates.day(closesAt, zone))}`;
  const days = Math.floor((Date.parse(closesAt) - Date.parse(view.context.now)) / DAY_MS);
  return `${reached}${days === 0 ? progress.lastDay : progress.left(days)}`;
}

/** A campaign's title where no element can carry its language. */
export const titleOf = (view: View, { title }: Pick<CampaignSummary, 'title'>): string => textOf(view, title);
