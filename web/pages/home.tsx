/** The district's page: what this is, what needs help this week, everything there is, all schools. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { PublicOpportunity, PublicSchool } from '#contracts/resources/availability.ts';
import { CampaignTeaser } from '../components/campaign-cards.tsx';
import { Filters, ResultLine } from '../components/filters.tsx';
import { page } from '../components/layout.tsx';
import { Crossing } from '../components/marks.tsx';
import { OpportunityCard } from '../components/opportunity-card.tsx';
import { type View, viewOf } from '../components/view.ts';
import { homeIn } from '../messages/areas.ts';
import { figuresOf, needingHelpThisWeek } from '../words/figures.ts';
import type { HomeModel, PageContext } from './models.ts';

/** More than three is a list, not an appeal. */
const THIS_WEEK = 3;

export function homePage(context: PageContext, { campaigns, schools, opportunities, filter }: HomeModel): string {
  const view = viewOf(context);
  const { home } = homeIn(view.context.language);
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const urgent = filtered ? [] : needingHelpThisWeek(opportunities, context.now, THIS_WEEK);
  return page(view, {
    title: home.title,
    children: (
      <>
        {!filtered && <Hero view={view} opportunities={opportunities} schools={schools} />}
        {filtered && (
          <div class="wrap slim-head">
            <h1>{home.title}</h1>
          </div>
        )}
        {urgent.length > 0 && <ThisWeek view={view} opportunities={urgent} />}
        <section class="wrap section" id="find" aria-labelledby="all">
          <h2 id="all">{home.all}</h2>
          <Filters view={view} action={paths.home} filter={filter} schools={schools} />
          <ResultLine view={view} action={paths.home} filter={filter} count={opportunities.length} />
          {opportunities.length > 0 && (
            <ul class="cards">
              {opportunities.map((opportunity) => (
                <OpportunityCard key={opportunity.opportunityId} view={view} opportunity={opportunity} withSchool level={3} />
              ))}
            </ul>
          )}
        </section>
        {!filtered && schools.length > 0 && <Schools view={view} schools={schools} opportunities={opportunities} />}
        {!filtered && <CampaignTeaser view={view} campaigns={campaigns} schools={schools} />}
        {!filtered && <HowItWorks view={view} />}
      </>
    ),
  });
}

function Hero({
  view,
  opportunities,
  schools,
}: {
  view: View;
  opportunities: readonly PublicOpportunity[];
  schools: readonly PublicSchool[];
}): JSX.Element {
  const { m } = view;
  const { home } = homeIn(view.context.language);
  const open = opportunities.reduce((sum, opportunity) => {
    const { state, placesLeft } = figuresOf(opportunity);
    return state === 'open' ? sum + placesLeft : sum;
  }, 0);
  return (
    <div class="hero">
      <div class="wrap hero-row">
        <div class="hero-words">
          <h1>{home.hero}</h1>
          <p class="lead">{m.site.description}</p>
          <p class="hero-act">
            <a class="button button-sun" href="#find">
              {home.find}
            </a>
            {open > 0 && <span class="hero-figures">{home.heroFigures(home.openPlaces(open), schools.length)}</span>}
          </p>
        </div>
        <Crossing />
      </div>
    </div>
  );
}

function ThisWeek({ view, opportunities }: { view: View; opportunities: readonly PublicOpportunity[] }): JSX.Element {
  const { home } = homeIn(view.context.language);
  return (
    <section class="week" aria-labelledby="week">
      <div class="wrap section">
        <h2 id="week">{home.week}</h2>
        <p class="section-hint">{home.weekHint}</p>
        <ul class="cards cards-week">
          {opportunities.map((opportunity) => (
            <OpportunityCard key={opportunity.opportunityId} view={view} opportunity={opportunity} withSchool level={3} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function Schools({
  view,
  schools,
  opportunities,
}: {
  view: View;
  schools: readonly PublicSchool[];
  opportunities: readonly PublicOpportunity[];
}): JSX.Element {
  const { home } = homeIn(view.context.language);
  return (
    <section class="wrap section" aria-labelledby="schools">
      <h2 id="schools">{home.schools}</h2>
      <ul class="schools">
        {schools.map((school) => (
          <li key={school.schoolId} class="school">
            <a href={paths.school(school.slug)}>{school.name}</a>
            <span class="soft">{home.seeSchool(opportunities.filter((each) => each.schoolId === school.schoolId).length)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HowItWorks({ view }: { view: View }): JSX.Element {
  const { home } = homeIn(view.context.language);
  return (
    <section class="wrap section" aria-labelledby="how">
      <h2 id="how">{home.stepsTitle}</h2>
      <ol class="steps">
        {home.steps.map(([title, words]) => (
          <li key={title}>
            <strong>{title}</strong>
            <span>{words}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
