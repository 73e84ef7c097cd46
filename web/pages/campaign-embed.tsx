/** The thermometer alone, for a frame on a school's own site: no header, no script, one link out of the frame. */
import { renderToString } from 'preact-render-to-string';
import { paths, STATIC_PREFIX } from '#contracts/pages.ts';
import statics from '../../generated/static.json' with { type: 'json' };
import { timeLeft } from '../components/campaign-cards.tsx';
import { Thermometer } from '../components/thermometer.tsx';
import { inLanguage, textOf, viewOf } from '../components/view.ts';
import { Words } from '../components/words.tsx';
import { fundraisingIn } from '../messages/areas.ts';
import type { CampaignModel, PageContext } from './models.ts';

export function campaignEmbedPage(context: PageContext, { campaign }: CampaignModel): string {
  const view = viewOf(context);
  const href = `${context.district.siteUrl}${inLanguage(paths.campaign(campaign.slug), context.language)}`;
  const html = renderToString(
    <html lang={context.language} dir={view.m.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{textOf(view, campaign.title)}</title>
        <link rel="stylesheet" href={STATIC_PREFIX + statics['site.css']} />
      </head>
      <body class="embed">
        <main>
          <h1 class="embed-title">
            <Words view={view} of={campaign.title} />
          </h1>
          <Thermometer view={view} campaign={campaign} />
          <p>
            <a class="button button-small" href={href} target="_top">
              {fundraisingIn(view.context.language).campaign.embedMore}
            </a>{' '}
            <span class="soft">{timeLeft(view, campaign)}</span>
          </p>
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
