/** What the next nightly run takes away: a dry run, on the page of privacy. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { RetentionPreview } from '#contracts/resources/retention.ts';
import { dayWords } from '../components/pledge-words.tsx';
import type { View } from '../components/view.ts';
import { deskPrivacyIn } from '../messages/areas.ts';
import { pluralIn } from '../words/plural.ts';
import { Heads } from './table-heads.tsx';

export function RetentionPanel({ view, preview }: { readonly view: View; readonly preview: RetentionPreview }): JSX.Element {
  const { retention } = deskPrivacyIn(view.context.language);
  const plural = pluralIn(view.m.locale);
  const { rules, contacts, complete, deletions } = preview;
  return (
    <section class="panel dash" aria-labelledby="retention">
      <h2 id="retention">{retention.title}</h2>
      <p class="hint">{retention.lead(plural(rules.booksYears, retention.years), plural(rules.offerDays, retention.days))}</p>
      {deletions > 0 && <p>{plural(deletions, retention.deletions)}</p>}
      {contacts.length === 0 ? (
        deletions === 0 && <p class="soft">{retention.nothing}</p>
      ) : (
        <details>
          <summary class="act">{plural(contacts.length, retention.contacts)}</summary>
          <Contacts view={view} contacts={contacts} />
          {!complete && <p class="hint">{retention.more}</p>}
        </details>
      )}
    </section>
  );
}

function Contacts({ view, contacts }: { readonly view: View; readonly contacts: RetentionPreview['contacts'] }): JSX.Element {
  const { retention } = deskPrivacyIn(view.context.language);
  return (
    <table class="data">
      <Heads names={[retention.id, retention.over, retention.why]} />
      <tbody>
        {contacts.map(({ campaignId, id, kept, finishedOn }) => (
          <tr key={id}>
            <td>
              {/* a gift has no page of its own */}
              <a href={id.startsWith('plg_') ? deskPaths.pledge(campaignId, id) : deskPaths.campaign(campaignId)}>{id}</a>
            </td>
            <td>{dayWords(view, finishedOn)}</td>
            <td>{retention.kept[kept]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
