/** What staff changed, in words: what differs and nothing else, in whatever order the store gives the fields of what it kept. */
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { aShift } from '#test/support/builders.ts';
import { viewOf } from '#web/components/view.ts';
import { campaignRowsSaid } from '#web/desk/campaign-changes.ts';
import { ChangeList } from '#web/desk/changes.tsx';
import { contextIn } from './all-pages.ts';

const view = viewOf(contextIn('en'));
const turned = (fields: object): object =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]) => [name, name === 'label' || name === 'name' ? turned(value) : value])
      .toReversed(),
  );

it('names the slots that differ, and no other', () => {
  const label = (en: string) => ({ en, es: `${en}, en español` });
  const [kept, before] = [aShift(1, { label: label('Kept') }), aShift(2, { label: label('Other') })];
  const changes = [{ field: 'slots', before: [kept, before], after: [turned(kept), { ...before, capacity: 9 }] }];
  const said = render(ChangeList({ view, changes, zone: 'America/Chicago' }));
  expect(said).toMatch(/<del>Other, .*<ins>Other, .*9 places/);
  expect(said).not.toContain('Kept');
});

it('names what a campaign buys that differs, and nothing else', () => {
  const item = (en: string) => ({ label: { en, es: `${en}, en español` }, priceCents: 10_000 });
  const outcome = campaignRowsSaid(view, 'buys', [item('Kept'), item('Old')], [turned(item('Kept')), item('New')]);
  expect(outcome?.join()).toMatch(/Old.*New/);
  expect(outcome?.join()).not.toContain('Kept');
});
