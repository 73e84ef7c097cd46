/** Campaigns as cards: whose, what for, how far, how long still. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { CampaignSummary } from '#contracts/resources/campaign-view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { Illustration } from './illustrations.tsx';
import { Thermometer } from './thermometer.tsx';
import type { View } from './view.ts';
import { Words } from './words.tsx';

export function CampaignCards({
  view,
  campaigns,
  schools,
}: {
  readonly view: View;
  readonly campaigns: readonly CampaignSummary[];
  /** To name whose campaign it is. */
  readonly schools: readonly PublicSchool[];
}): JSX.Element {
  const ownerOf = (campaign: CampaignSummary): string =>
    schools.find(({ schoolId }) => schoolId === campaign.schoolId)?.name ?? fundraisingIn(view.context.language).district;
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
  const { progress } = fundraisingIn(view.context.language);
  const { zone } = view.context.district;
  const reached = goalReachedAt === undefined ? '' : `${progress.reached} · `;
  if (phase === 'not-open-yet') return progress.opens(view.dates.moment(opensAt, zone));
  if (phase === 'over') return `${reached}${progress.closed(view.dates.day(closesAt, zone))}`;
  const days = Math.floor((Date.parse(closesAt) - Date.parse(view.context.now)) / DAY_MS);
  return `${reached}${days === 0 ? progress.lastDay : progress.left(days)}`;
}

/** On pages about something else: those that are open, the first three. */
export function CampaignTeaser(props: {
  readonly view: View;
  readonly campaigns: readonly CampaignSummary[];
  readonly schools: readonly PublicSchool[];
}): JSX.Element | null {
  const { view, campaigns, schools } = props;
  const { list } = fundraisingIn(view.context.language);
  const open = campaigns.filter(({ phase }) => phase === 'open').slice(0, 3);
  if (open.length === 0) return null;
  return (
    <section class="wrap section" aria-labelledby="campaigns">
      <h2 id="campaigns">{list.teaser}</h2>
      <CampaignCards view={view} campaigns={open} schools={schools} />
      <p>
        <a href={paths.campaigns}>{list.all}</a>
      </p>
    </section>
  );
}
