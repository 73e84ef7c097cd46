/** A school's page: where it is, who to ask, and everything one can take part in there. */
import { paths } from '#contracts/pages.ts';
import { suggestionPaths } from '#contracts/suggestion-pages.ts';
import { SchoolCalendar } from '../components/calendar-subscription.tsx';
import { CampaignTeaser } from '../components/campaign-cards.tsx';
import { ContactLines } from '../components/contact.tsx';
import { Filters, ResultLine } from '../components/filters.tsx';
import { page } from '../components/layout.tsx';
import { OpportunityCard } from '../components/opportunity-card.tsx';
import { mapLink, viewOf } from '../components/view.ts';
import { homeIn, suggestionsIn } from '../messages/areas.ts';
import type { PageContext, SchoolModel } from './models.ts';

export function schoolPage(context: PageContext, { campaigns, school, opportunities, filter }: SchoolModel): string {
  const view = viewOf(context);
  const { m } = view;
  const { home } = homeIn(view.context.language);
  const suggestions = suggestionsIn(view.context.language);
  const here = paths.school(school.slug);
  return page(view, {
    title: school.name,
    children: (
      <>
        <div class="band">
          <div class="wrap band-row">
            <div>
              <p class="crumb">
                <a href={paths.home}>{m.site.home}</a>
              </p>
              <h1>{school.name}</h1>
              <p class="lead">
                {school.address} · <a href={mapLink(school)}>{m.opportunity.map}</a>
              </p>
            </div>
            <div class="band-ask">
              <h2 class="eyebrow">{m.opportunity.ask}</h2>
              <ContactLines view={view} contact={school.contact} />
            </div>
          </div>
        </div>
        <section class="wrap section" id="find" aria-labelledby="all">
          <h2 id="all">{home.all}</h2>
          <Filters view={view} action={here} filter={filter} schools={[]} />
          <ResultLine view={view} action={here} filter={filter} count={opportunities.length} />
          {opportunities.length > 0 && (
            <ul class="cards">
              {opportunities.map((opportunity) => (
                <OpportunityCard key={opportunity.opportunityId} view={view} opportunity={opportunity} withSchool={false} level={3} />
              ))}
            </ul>
          )}
        </section>
        <section class="wrap section" aria-labelledby="box">
          <h2 id="box">{suggestions.title}</h2>
          <p>
            {suggestions.teaser} <a href={suggestionPaths.box(school.slug)}>{suggestions.link}</a>
          </p>
        </section>
        <SchoolCalendar view={view} school={school} />
        <CampaignTeaser view={view} campaigns={campaigns} schools={[school]} />
      </>
    ),
  });
}
