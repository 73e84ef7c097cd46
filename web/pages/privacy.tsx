/** What is kept of people, for how long, and who sees it, in plain words. */
import { page } from '../components/layout.tsx';
import { viewOf } from '../components/view.ts';
import type { PageContext } from './models.ts';

export function privacyPage(context: PageContext): string {
  const view = viewOf(context);
  const { m } = view;
  const { district } = context;
  return page(view, {
    title: m.privacy.title,
    description: m.privacy.lead,
    children: (
      <div class="wrap narrow section">
        <h1>{m.privacy.title}</h1>
        <p class="lead">{m.privacy.lead}</p>
        {m.privacy
          .sections({ days: district.retentionDays, district: district.name, contact: district.contact.email })
          .map(([title, words]) => (
            <section key={title} class="prose">
              <h2>{title}</h2>
              <p>{words}</p>
            </section>
          ))}
      </div>
    ),
  });
}
