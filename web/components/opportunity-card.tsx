/** An opportunity in a list: what, where, when at a glance, and what is left. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import { type Figures, figuresOf, nextSlot } from '../words/figures.ts';
import { languageNameIn } from '../words/plural.ts';
import { Stripes } from './marks.tsx';
import { slotTimes, type View } from './view.ts';
import { Words } from './words.tsx';

interface CardProps {
  readonly view: View;
  readonly opportunity: PublicOpportunity;
  /** Left out on the school's own page. */
  readonly withSchool: boolean;
  readonly level: 2 | 3;
}

export function OpportunityCard({ view, opportunity, withSchool, level }: CardProps): JSX.Element {
  const { m } = view;
  const figures = figuresOf(opportunity);
  const Heading = `h${level}` as const;
  return (
    <li class={`card card-${figures.state}`}>
      <Leaf view={view} opportunity={opportunity} />
      <div class="card-body">
        <p class="eyebrow">
          {m.kinds[opportunity.kind]}
          {withSchool && ` · ${opportunity.school.name}`}
        </p>
        <Heading class="card-title">
          <a href={paths.opportunity(opportunity.opportunityId)}>
            <Words view={view} of={opportunity.title} />
          </a>
        </Heading>
        <When view={view} opportunity={opportunity} />
        <p class="card-summary">
          <Words view={view} of={opportunity.summary} />
        </p>
        <div class="card-foot">
          <Room view={view} opportunity={opportunity} figures={figures} />
          <p class="card-languages">
            {opportunity.languages.map((language) => (
              <span key={language} class="tag">
                {languageNameIn(m.locale, language)}
              </span>
            ))}
          </p>
        </div>
      </div>
    </li>
  );
}

function Leaf({ view, opportunity }: Pick<CardProps, 'view' | 'opportunity'>): JSX.Element {
  const startsAt = nextSlot(opportunity, view.context.now)?.slot.startsAt;
  if (startsAt === undefined) {
    return (
      <div class="leaf leaf-any" aria-hidden="true">
        <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
          <path class="leaf-mark" d={KIND_MARK[opportunity.kind]} />
        </svg>
      </div>
    );
  }
  const leaf = view.dates.leaf(startsAt, opportunity.school.zone);
  return (
    <div class="leaf" aria-hidden="true">
      <span class="leaf-weekday">{leaf.weekday}</span>
      <span class="leaf-day">{leaf.day}</span>
      <span class="leaf-month">{leaf.month}</span>
    </div>
  );
}

const HOUSE = 'M3 11 12 4l9 7M6 9v10h12V9';
const PEOPLE = 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 19c0-3 3-5 6-5s6 2 6 5M16 14c3 0 6 2 6 5';
const BOX = 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8';
const BOOK = 'M4 5c3-1 6-1 8 1 2-2 5-2 8-1v13c-3-1-6-1-8 1-2-2-5-2-8-1zM12 6v13';
/** A drawing of 24 by 24 for each kind. */
export const KIND_MARK = { event: PEOPLE, classroom: BOOK, committee: PEOPLE, class: BOOK, items: BOX, remote: HOUSE };

function When({ view, opportunity }: Pick<CardProps, 'view' | 'opportunity'>): JSX.Element {
  const { m, dates, context } = view;
  const next = nextSlot(opportunity, context.now);
  const startsAt = next?.slot.startsAt;
  const zone = opportunity.school.zone;
  if (next === undefined || startsAt === undefined) return <p class="card-when">{m.opportunity.undated}</p>;
  const more = opportunity.slots.length - 1;
  return (
    <p class="card-when">
      <time datetime={startsAt}>{dates.day(startsAt, zone)}</time>, <span class="nowrap">{slotTimes(view, next.slot, zone)}</span>
      {more > 0 && <span class="soft"> {m.opportunity.more(more)}</span>}
    </p>
  );
}

function Room({ view, opportunity, figures }: Pick<CardProps, 'view' | 'opportunity'> & { readonly figures: Figures }): JSX.Element {
  const stripes = <Stripes taken={figures.taken} capacity={figures.capacity} />;
  return (
    <p class="room">
      {figures.state !== 'closed' && figures.state !== 'started' && stripes}
      <span class={`room-words room-${figures.state}`}>{roomWords(view, opportunity, figures)}</span>
    </p>
  );
}

/** `12 places left`, `Last place`, or why there is none to have now. */
export function roomWords({ m, dates }: View, { opensAt, school }: PublicOpportunity, { state, placesLeft }: Figures): string {
  if (state === 'open') return placesLeft === 1 ? m.opportunity.lastOne : m.opportunity.left(placesLeft);
  if (state === 'not-open-yet' && opensAt !== undefined) return m.opportunity.opens(dates.moment(opensAt, school.zone));
  return m.slotStates[state];
}
