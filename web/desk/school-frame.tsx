/** What staff copy into the school's own website, and where its calendar is. */
import type { JSX } from 'preact';
import { calendarPaths } from '#contracts/calendar-pages.ts';
import type { School } from '#contracts/resources/school.ts';
import { sharePaths } from '#contracts/share-pages.ts';
import { inLanguage, type View } from '../components/view.ts';
import { shareIn } from '../messages/areas.ts';

export function SchoolFrame({ view, school }: { readonly view: View; readonly school: Pick<School, 'slug' | 'name'> }): JSX.Element {
  const { desk: words, embed } = shareIn(view.context.language);
  const { siteUrl } = view.context.district;
  const here = inLanguage(sharePaths.schoolEmbed(school.slug), view.context.language);
  const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const frame = `<iframe src="${attribute(siteUrl + here)}" title="${attribute(embed.title(school.name))}" style="width:100%;height:32rem;border:0" loading="lazy"></iframe>`;
  const calendar = `${siteUrl}${inLanguage(calendarPaths.ofSchool(school.slug), view.context.language)}`;
  return (
    <section class="panel dash noprint" aria-labelledby="frame">
      <h2 id="frame">{words.frame}</h2>
      <p>{words.frameLead}</p>
      <label for="frame-code">{words.frameLabel}</label>
      <textarea id="frame-code" class="address" rows={4} readOnly spellcheck={false} dir="ltr">
        {frame}
      </textarea>
      <p class="hint">{words.frameOptions}</p>
      <p>
        <a href={here}>{words.frameLook}</a>
      </p>
      <label for="calendar-address">{words.calendar}</label>
      <input id="calendar-address" class="address" type="text" readOnly value={calendar} dir="ltr" spellcheck={false} autocomplete="off" />
    </section>
  );
}
