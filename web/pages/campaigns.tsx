/** All campaigns: those that are open, then what became of the others. */
import { CampaignCards } from '../components/campaign-cards.tsx';
import { page } from '../components/layout.tsx';
import { viewOf } from '../components/view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import type { CampaignsModel, PageContext } from './models.ts';

export function campaignsPage(context: PageContext, { campaigns, schools }: CampaignsModel): string {
  const view = viewOf(context);
  const { list } = fundraisingIn(view.context.language);
  const open = campaigns.filter(({ phase }) => phase !== 'over');
  const over = campaigns.filter(({ phase }) => phase === 'over');
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
            <CampaignCards view={view} campaigns={open} schools={schools} />
          )}
        </section>
        {over.length > 0 && (
          <section class="wrap section" aria-labelledby="over">
            <h2 id="over">{list.over}</h2>
            <CampaignCards view={view} campaigns={over} schools={schools} />
          </section>
        )}
      </>
    ),
  });
}
