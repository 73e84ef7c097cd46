/** The thermometer alone, for a frame on a school's own site: no header, no script, one link out of the frame. */
import { paths } from '#contracts/pages.ts';
import { timeLeft } from '../components/campaign-cards.tsx';
import { frameDocument } from '../components/frame.tsx';
import { Thermometer } from '../components/thermometer.tsx';
import { inLanguage, textOf, viewOf } from '../components/view.ts';
import { Words } from '../components/words.tsx';
import { fundraisingIn } from '../messages/areas.ts';
import type { CampaignModel, PageContext } from './models.ts';

export function campaignEmbedPage(context: PageContext, { campaign }: CampaignModel): string {
  const view = viewOf(context);
  const href = `${context.district.siteUrl}${inLanguage(paths.campaign(campaign.slug), context.language)}`;
  return frameDocument(view, {
    title: textOf(view, campaign.title),
    heading: <Words view={view} of={campaign.title} />,
    children: (
      <>
        <Thermometer view={view} campaign={campaign} />
        <p>
          <a class="button button-small" href={href} target="_top">
            {fundraisingIn(view.context.language).campaign.embedMore}
          </a>{' '}
          <span class="soft">{timeLeft(view, campaign)}</span>
        </p>
      </>
    ),
  });
}
