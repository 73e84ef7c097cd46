/** What staff changed, field by field: who, when, what was and what is. */

import type { JSX } from 'preact';
import * as z from 'zod/mini';
import type { Change, StaffHistoryEntry } from '#contracts/resources/history.ts';
import { OpportunityKind, OpportunityStatus, Slot } from '#contracts/resources/opportunity.ts';
import { Contact } from '#contracts/resources/school.ts';
import { same } from '#contracts/same.ts';
import { Instant, LocalizedText } from '#contracts/values.ts';
import { slotWhen, textOf, type View } from '../components/view.ts';
import { deskSetupIn } from '../messages/areas.ts';
import { languageNameIn, listIn } from '../words/plural.ts';
import { holidaysSaid } from './holiday-words.ts';

interface Props {
  readonly view: View;
  readonly entries: readonly StaffHistoryEntry[];
  readonly zone: string;
}

/** Latest first. */
export function HistoryList({ view, entries, zone }: Props): JSX.Element {
  const words = deskSetupIn(view.context.language);
  if (entries.length === 0) return <p class="soft">{words.one.noHistory}</p>;
  return (
    <ol class="deeds">
      {entries.toReversed().map((entry) => (
        <li key={`${entry.at} ${entry.ref}`}>
          <p>
            <strong>{words.deeds[entry.what] ?? entry.what}</strong>{' '}
            <span class="soft">{words.meanwhile.by(entry.by, view.dates.moment(entry.at, zone))}</span>
          </p>
          {/* of what was added all is new, and stands above */}
          {!entry.what.endsWith('.added') && <ChangeList view={view} changes={entry.changes} zone={zone} />}
        </li>
      ))}
    </ol>
  );
}

export function ChangeList({ view, changes, zone }: { readonly view: View; readonly changes: readonly Change[]; readonly zone: string }) {
  const words = deskSetupIn(view.context.language);
  return (
    <ul>
      {changes.map(({ field, before, after }) => {
        const [was, is] = field === 'slots' ? slotsSaid(view, before, after, zone) : [said(view, before, zone), said(view, after, zone)];
        return (
          <li key={field}>
            {words.fields[field] ?? field}: {words.changes.was} <del>{was}</del>, {words.changes.is} <ins>{is}</ins>
          </li>
        );
      })}
    </ul>
  );
}

const Place = z.object({ name: z.string(), address: z.optional(z.string()) });
const LONGEST = 120;

/** Any value of a definition in a few words. */
function said(view: View, value: unknown, zone: string): string {
  const words = deskSetupIn(view.context.language);
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return words.changes.nothing;
  if (typeof value === 'boolean') return value ? words.changes.yes : words.changes.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return text(view, value, zone);
  const holidays = holidaysSaid(view, value);
  if (holidays !== undefined) return cut(holidays);
  if (Array.isArray(value))
    return cut(value.map((one) => (typeof one === 'string' ? languageNameIn(view.m.locale, one) : question(view, one))).join(', '));
  const contact = Contact.safeParse(value);
  if (contact.success)
    return cut([contact.data.name, contact.data.email, contact.data.phone].filter((one) => one !== undefined).join(', '));
  const place = Place.safeParse(value);
  if (place.success) return cut([place.data.name, place.data.address].filter((one) => one !== undefined).join(', '));
  const texts = LocalizedText.safeParse(value);
  return texts.success ? cut(Object.values(texts.data).join(' · ')) : '…';
}

function text(view: View, value: string, zone: string): string {
  const words = deskSetupIn(view.context.language);
  const [kind, status] = [OpportunityKind.safeParse(value), OpportunityStatus.safeParse(value)];
  if (kind.success) return words.kinds[kind.data];
  if (status.success) return words.statuses[status.data];
  return Instant.safeParse(value).success ? view.dates.moment(value, zone) : cut(value);
}

/** A question, or a series. */
const question = (view: View, value: unknown): string => {
  const parsed = z.union([z.object({ text: LocalizedText }), z.object({ label: LocalizedText })]).safeParse(value);
  if (!parsed.success) return '…';
  return textOf(view, 'text' in parsed.data ? parsed.data.text : parsed.data.label);
};

const cut = (value: string): string => (value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);

/** Only the slots that differ. */
function slotsSaid(view: View, before: unknown, after: unknown, zone: string): readonly [was: string, is: string] {
  const words = deskSetupIn(view.context.language);
  const [old, now] = [slotsIn(before), slotsIn(after)];
  const differs = (slot: Slot, others: readonly Slot[]): boolean =>
    !same(
      others.find(({ slotId }) => slotId === slot.slotId),
      slot,
    );
  const say = (slots: readonly Slot[], others: readonly Slot[]): string => {
    const shown = slots.filter((slot) => differs(slot, others));
    return shown.length === 0
      ? words.changes.nothing
      : shown
          .map((slot) => {
            const off = slot.calledOff ? `, ${words.one.off}` : '';
            return `${textOf(view, slot.label)}, ${slotWhen(view, slot, zone)}, ${words.changes.places(slot.capacity)}${off}`;
          })
          .join('; ');
  };
  return [say(old, now), say(now, old)];
}

const slotsIn = (value: unknown): readonly Slot[] => {
  const parsed = z.array(Slot).safeParse(value);
  return parsed.success ? parsed.data : [];
};

/** Above a form: what others saved since it was drawn. */
export function Meanwhile({ view, entries, zone }: Props): JSX.Element {
  const words = deskSetupIn(view.context.language).meanwhile;
  return (
    <section class="notice notice-wrong" role="alert" aria-labelledby="meanwhile" tabindex={-1} data-focus>
      <h2 id="meanwhile">{words.title}</h2>
      {entries.map((entry) => (
        <div key={entry.ref}>
          <p>{words.by(entry.by, view.dates.moment(entry.at, zone))}</p>
          <ChangeList view={view} changes={entry.changes} zone={zone} />
        </div>
      ))}
      <p>{words.lead}</p>
    </section>
  );
}

export const languagesSaid = (view: View, languages: readonly string[]): string =>
  listIn(
    view.m.locale,
    languages.map((language) => languageNameIn(view.m.locale, language)),
  );
