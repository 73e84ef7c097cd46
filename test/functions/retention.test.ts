/** The nightly run, and the look at what it will do. */
import { describe, expect, it, vi } from 'vitest';
import { RetentionPreview } from '#contracts/resources/retention.ts';
import { iso } from '#domain/time.ts';
import { previewOf, retentionRules } from '#functions/desk/_retention.ts';
import { createHandler } from '#functions/desk/on-retention-due.ts';
import { ANA, aLife } from '#test/support/a-life.ts';
import { campaignId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { world } from '#test/support/world.ts';
import { deskBrowser, deskScene } from './desk-session.ts';
import { portsOf, site } from './http.ts';

async function scene() {
  const there = await world({ slots: [], status: 'draft' });
  const ports = portsOf(there);
  return { there, ports, life: await aLife(ports) };
}
const LATER = '2034-03-09T12:00:00Z';

describe('the nightly run', () => {
  it('does just what the look before it said, and tells how much in a line without a person', async () => {
    const { ports } = await scene();
    ports.clock.set(LATER);
    const lines = vi.spyOn(console, 'log').mockImplementation(() => {});
    const out = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const before = await previewOf(ports);
    expect(before.contacts.map(({ kept }) => kept)).toEqual(['books', 'books', 'books']);
    await createHandler(ports)();
    const written = JSON.stringify([lines.mock.calls, out.mock.calls]);
    vi.restoreAllMocks();
    expect(written).toContain('retention kept');
    expect(written).toMatch(/contactsForgotten\W+3/);
    for (const word of [ANA.name, ANA.email, 'campaignId']) expect(written).not.toContain(word);
    expect((await previewOf(ports)).contacts).toEqual([]);
    expect(JSON.stringify((await ports.ledger.parts(campaignId())).gifts)).not.toContain(ANA.email);
  });

  it('goes on with a deletion that was cut off', async () => {
    const { ports, life } = await scene();
    await ports.deletions.begin({ personId: life.personId, by: DANA, at: iso(ports.clock.now()) });
    expect((await previewOf(ports)).deletions).toBe(1);
    await createHandler(ports)();
    expect((await ports.traces.of(life.personId)).signUps).toEqual([]);
    expect((await previewOf(ports)).deletions).toBe(0);
    expect(ports.deskHistory.entries.map(({ ref }) => ref)).toEqual(['begun', 'done']);
  });

  it('lets the contact of a pledge go in the night after it is over, where the person asked for it', async () => {
    const { ports, life } = await scene();
    await ports.deletions.begin({ personId: life.personId, by: DANA, at: iso(ports.clock.now()) });
    await createHandler(ports)();
    const running = () => ports.ledger.pledge(campaignId(), life.running);
    const pledge = await running();
    expect(pledge?.sponsor.email).toBe(ANA.email);
    if (pledge?.state !== 'invoiced') throw new Error('it must be running');
    await ports.ledger.change({
      campaignId: campaignId(),
      pledges: [{ ...pledge, state: 'written-off', writtenOffAt: iso(ports.clock.now()), reason: 'closed', version: pledge.version + 1 }],
      account: {
        add: { pledgedCents: -90_000, giftsCents: 0, matchedCents: 0, goodsCents: 0, receivedCents: 0, sponsors: -1, gifts: 0 },
        levels: [],
        matches: [],
      },
      history: [],
    });
    await createHandler(ports)();
    expect((await running())?.sponsor).toEqual({
      name: 'Larkspur Books',
      kind: 'business',
      contactName: '—',
      email: 'forgotten@person.invalid',
    });
  });
});

it('a pledge at the desk says that its contact is no longer kept, or will not be', async () => {
  const { there, ports, life } = await scene();
  const browser = deskBrowser(site(there));
  await browser.signIn(DANA);
  const page = async (pledgeId: string) => (await browser.get(`/desk/campaigns/${campaignId()}/pledges/${pledgeId}`)).body;
  await ports.deletions.begin({ personId: life.personId, by: DANA, at: iso(ports.clock.now()) });
  await createHandler(ports)();
  const finished = await page(life.finished);
  expect(finished).toContain('No longer kept since');
  expect(finished).not.toContain('person.invalid');
  expect(await page(life.running)).toContain('They asked to be forgotten');
});

describe('the look', () => {
  it('is on the page of privacy, and changes nothing', async () => {
    const { there, ports, life } = await scene();
    ports.clock.set(LATER);
    const here = site(there);
    const answer = await here.get('/api/privacy/retention', { headers: asStaff(DANA) });
    expect(RetentionPreview.parse(answer.json()).contacts).toHaveLength(3);
    expect(answer.body).not.toContain(ANA.email);
    expect((await ports.ledger.pledge(campaignId(), life.finished))?.sponsor.email).toBe(ANA.email);
  });

  it('says at the desk that nothing is due, where nothing is', async () => {
    const { browser } = await deskScene();
    await browser.signIn(DANA);
    expect((await browser.get('/desk/privacy')).body).toContain('Nothing is due.');
  });

  it('needs rules that can be read', () => {
    expect(retentionRules({ RETENTION: '{"booksYears":7,"offerDays":400}' })).toEqual({ booksYears: 7, offerDays: 400 });
    for (const wrong of [{}, { RETENTION: '{"booksYears":0,"offerDays":400}' }, { RETENTION: '{"booksYears":7}' }])
      expect(() => retentionRules(wrong)).toThrow('RETENTION');
  });
});
