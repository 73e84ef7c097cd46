/** After a pledge: thanks, and what happens next. It knows nothing of the pledge, so its address may be kept. */
import { paths } from '#contracts/pages.ts';
import { page } from '../components/layout.tsx';
import { Mark } from '../components/marks.tsx';
import { textOf, viewOf } from '../components/view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import type { CampaignModel, PageContext } from './models.ts';

export function pledgedPage(context: PageContext, { campaign }: CampaignModel): string {
  const view = viewOf(context);
  const { done } = fundraisingIn(view.context.language);
  return page(view, {
    title: done.title,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <div class="done">
          <Mark />
          <h1>{done.title}</h1>
          <p class="lead">{done.lead}</p>
        </div>
        <section aria-labelledby="next">
          <h2 id="next">{done.next}</h2>
          <ol class="steps steps-tall">
            {done.steps.map(([step, words]) => (
              <li key={step}>
                <strong>{step}</strong>
                <span>{words}</span>
              </li>
            ))}
          </ol>
        </section>
        <p class="onward">
          <a href={paths.campaign(campaign.slug)}>
            {done.back}: {textOf(view, campaign.title)}
          </a>
        </p>
      </div>
    ),
  });
}
