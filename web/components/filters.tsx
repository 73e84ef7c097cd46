/** What a working parent asks first, as a plain GET form: chips to tick, three lists, one button. */
import type { JSX } from 'preact';
import type { OpportunityFilter, PublicSchool } from '#contracts/resources/availability.ts';
import { OpportunityKind } from '#contracts/resources/opportunity.ts';
import { homeIn } from '../messages/areas.ts';
import { languageNameIn } from '../words/plural.ts';
import type { View } from './view.ts';

interface FilterProps {
  readonly view: View;
  readonly action: string;
  readonly filter: OpportunityFilter;
  /** Empty on a school's own page. */
  readonly schools: readonly PublicSchool[];
}

const CHIPS = ['evening', 'weekend', 'fromHome', 'short'] as const;
/** Asked for often in US schools; those the district offers pages in come first. */
const SPOKEN = ['en', 'es', 'ar', 'zh', 'vi', 'so', 'ht', 'uk', 'fr', 'pt'] as const;

export function Filters({ view, action, filter, schools }: FilterProps): JSX.Element {
  const { m } = view;
  const { filters } = homeIn(view.context.language);
  const languages = [...new Set([...view.context.district.languages, ...SPOKEN])];
  return (
    <form class="filters" method="get" action={action}>
      <fieldset class="chips">
        <legend>{filters.title}</legend>
        {CHIPS.map((chip) => (
          <label key={chip} class="chip">
            <input type="checkbox" name={chip} value="yes" checked={filter[chip] === 'yes'} />
            <span>{filters[chip]}</span>
          </label>
        ))}
      </fieldset>
      <div class="filter-lists">
        {schools.length > 0 && (
          <Choice
            id="schoolId"
            label={filters.school}
            none={filters.allSchools}
            chosen={filter.schoolId}
            options={schools.map((school) => [school.schoolId, school.name])}
          />
        )}
        <Choice
          id="kind"
          label={filters.kind}
          none={filters.allKinds}
          chosen={filter.kind}
          options={OpportunityKind.options.map((kind) => [kind, m.kinds[kind]])}
        />
        <Choice
          id="language"
          label={filters.language}
          none={filters.anyLanguage}
          chosen={filter.language}
          options={languages.map((language) => [language, languageNameIn(m.locale, language)])}
        />
        <button class="button button-quiet" type="submit">
          {filters.show}
        </button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly none: string;
  readonly chosen: string | undefined;
  readonly options: readonly (readonly [string, string])[];
}

/** An empty value is left out by the server: "don't care". */
function Choice({ id, label, none, chosen, options }: ChoiceProps): JSX.Element {
  return (
    <div class="filter">
      <label for={id}>{label}</label>
      <select id={id} name={id}>
        <option value="" selected={chosen === undefined}>
          {none}
        </option>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Number of results and the way back to all; or why there is nothing. */
export function ResultLine({ view, action, filter, count }: Omit<FilterProps, 'schools'> & { readonly count: number }): JSX.Element {
  const { filters, home } = homeIn(view.context.language);
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <p class="results">
        <strong>{home.results(count)}</strong>
        {filtered && (
          <a class="clear" href={`${action}#find`}>
            {filters.clear}
          </a>
        )}
      </p>
      {count === 0 && (
        <div class="empty">
          <p class="empty-title">{filtered ? home.none : home.noneYet}</p>
          <p>{filtered ? home.noneHint : home.noneYetHint}</p>
        </div>
      )}
    </>
  );
}
