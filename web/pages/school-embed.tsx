/** What is open at a school, for a frame on its own site: no header, no script, links out of the frame. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { PublicOpportunity, PublicSchool, PublicSlot } from '#contracts/resources/availability.ts';
import { sharePaths } from '#contracts/share-pages.ts';
import { frameDocument } from '../components/frame.tsx';
import { foreignZone, inLanguage, slotWhen, type View, viewOf } from '../components/view.ts';
import { Words } from '../components/words.tsx';
import { shareIn } from '../messages/areas.ts';
import { inOrder } from '../words/figures.ts';
import type { PageContext } from './models.ts';

export interface SchoolEmbedModel {
  readonly school: PublicSchool;
  /** What is shown of the school; of each, open slots only are. */
  readonly opportunities: readonly PublicOpportunity[];
  readonly limit: number;
}

interface Open {
  readonly opportunity: PublicOpportunity;
  readonly slot: PublicSlot;
}

export function schoolEmbedPage(context: PageContext, { school, opportunities, limit }: SchoolEmbedModel): string {
  const view = viewOf(context);
  const words = shareIn(context.language).embed;
  const open = openSlots(opportunities).slice(0, limit);
  const title = words.title(school.name);
  return frameDocument(view, {
    title,
    heading: title,
    children: (
      <>
        {open.length === 0 ? (
          <p>{words.empty}</p>
        ) : (
          <ul class="embed-slots">
            {open.map((one) => (
              <Slot key={one.slot.slot.slotId} view={view} open={one} />
            ))}
          </ul>
        )}
        <p>
          <Out view={view} path={paths.school(school.slug)}>
            {words.all(school.name)}
          </Out>
        </p>
      </>
    ),
  });
}

/** Soonest first, undated last, whatever opportunity they are of. */
function openSlots(opportunities: readonly PublicOpportunity[]): readonly Open[] {
  const all = opportunities.flatMap((opportunity) => opportunity.slots.map((slot) => ({ opportunity, slot })));
  const order = inOrder(all.map(({ slot }) => slot).filter(({ availability }) => availability.state === 'open'));
  return order.flatMap((slot) => all.find((one) => one.slot === slot) ?? []);
}

function Slot({ view, open: { opportunity, slot } }: { readonly view: View; readonly open: Open }): JSX.Element {
  const { zone } = opportunity.school;
  const foreign = foreignZone(view, zone);
  return (
    <li>
      <p class="embed-what">
        <Out view={view} path={sharePaths.slots(opportunity.opportunityId, [slot.slot.slotId])}>
          <Words view={view} of={opportunity.title} />
        </Out>
        : <Words view={view} of={slot.slot.label} />
      </p>
      <p class="soft">
        {slotWhen(view, slot.slot, zone)}
        {foreign !== undefined && ` (${foreign})`} · {shareIn(view.context.language).embed.left(slot.availability.placesLeft)}
      </p>
    </li>
  );
}

/** Into a tab of its own: a sign-up has no place in a frame. */
function Out({
  view,
  path,
  children,
}: {
  readonly view: View;
  readonly path: string;
  readonly children: JSX.Element | string;
}): JSX.Element {
  const href = `${view.context.district.siteUrl}${inLanguage(path, view.context.language)}`;
  return (
    <a href={href} target="_blank" rel="noopener">
      {children}
      <span class="hidden"> {shareIn(view.context.language).embed.newTab}</span>
    </a>
  );
}
