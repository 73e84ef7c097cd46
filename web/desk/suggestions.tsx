/** What was suggested to a school, for its staff: open ones first, each to be marked as dealt with. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { ProblemCode } from '#contracts/problems.ts';
import type { School } from '#contracts/resources/school.ts';
import type { Suggestion } from '#contracts/resources/suggestion.ts';
import { suggestionPaths } from '#contracts/suggestion-pages.ts';
import { inLanguage, type View, viewOf } from '../components/view.ts';
import { suggestionsIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskReader } from './models.ts';
import { deskProblemWords } from './problem-words.ts';

export interface DeskSuggestionsModel {
  readonly reader: DeskReader;
  readonly school: Pick<School, 'schoolId' | 'name' | 'slug' | 'zone'>;
  readonly suggestions: readonly Suggestion[];
  /** Why what was posted was refused. */
  readonly problem?: ProblemCode;
}

export function deskSuggestionsPage(context: PageContext, { reader, school, suggestions, problem }: DeskSuggestionsModel): string {
  const view = viewOf(context);
  const { titleOf, desk: words } = suggestionsIn(context.language);
  return deskPage(view, {
    title: titleOf(school.name),
    reader,
    error: problem !== undefined,
    children: (
      <div class="wrap narrow section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.opportunitiesOf(school.schoolId)}>{words.back}</a>
          </p>
          <h1>{titleOf(school.name)}</h1>
          <p class="lead">{words.lead}</p>
        </div>
        {problem !== undefined && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {deskProblemWords(view, problem)}
          </p>
        )}
        {suggestions.length === 0 ? (
          <p class="soft">{words.none}</p>
        ) : (
          <>
            <p>{words.open(suggestions.filter(({ settled }) => settled === undefined).length)}</p>
            <ul class="dash">
              {suggestions.map((one) => (
                <One key={one.suggestionId} view={view} reader={reader} school={school} one={one} />
              ))}
            </ul>
          </>
        )}
      </div>
    ),
  });
}

function One({
  view,
  reader,
  school,
  one: { suggestionId, text, language, sentAt, settled },
}: {
  readonly view: View;
  readonly reader: DeskReader;
  readonly school: DeskSuggestionsModel['school'];
  readonly one: Suggestion;
}): JSX.Element {
  const { desk: words } = suggestionsIn(view.context.language);
  const at = (moment: string): string => view.dates.moment(moment, school.zone);
  const id = `s-${suggestionId}`;
  return (
    <li class="panel" id={suggestionId}>
      <p class="note-line" id={id} lang={language}>
        {text}
      </p>
      <p class="soft">
        {words.sentAt(at(sentAt))}
        {settled && ` · ${words.settledBy(settled.by, at(settled.at))}`}
      </p>
      <form class="noprint" method="post" action={inLanguage(suggestionPaths.settle(school.schoolId, suggestionId), view.context.language)}>
        <FormToken reader={reader} />
        <input type="hidden" name="settled" value={settled ? 'no' : 'yes'} />
        <button class="button button-quiet button-small" type="submit" aria-describedby={id}>
          {settled ? words.reopen : words.settle}
        </button>
      </form>
    </li>
  );
}
