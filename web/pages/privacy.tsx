/** What is kept of people, for how long, and who sees it, in plain words. */
import { page } from '../components/layout.tsx';
import { viewOf } from '../components/view.ts';
import { aboutIn } from '../messages/areas.ts';
import type { PageContext } from './models.ts';

export function privacyPage(context: PageContext): string {
  const view = viewOf(context);
  const { privacy } = aboutIn(view.context.language);
  const { district } = context;
  return page(view, {
    title: privacy.title,
    description: privacy.lead,
    children: (
      <div class="wrap narrow section">
        <h1>{privacy.title}</h1>
        <p class="lead">{privacy.lead}</p>
        {privacy
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
