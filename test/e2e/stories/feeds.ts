/** What a school offers, elsewhere: in calendars, in a frame on another site, on paper, in a friend's message. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { OpportunityList, type PublicSchool, SchoolList } from '#contracts/resources/availability.ts';
import { isDated, type OpportunityToSave } from '#contracts/resources/opportunity.ts';
import { DAY, HOUR, iso } from '#domain/time.ts';
import { dotsIn, readQr } from '#test/support/qr-reader.ts';
import { seen } from '../../web/browser.ts';
import { call, tokenOf } from '../api.ts';
import { type Entry, entriesIn } from '../calendar.ts';
import { atDesk } from '../desk.ts';
import { act, signUp } from '../pages.ts';
import { eventually, isDeployed, mailTo, manageLink, type Platform } from '../platform.ts';

const SLUG = 'lincoln';
const TITLE = 'Kite day';

interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}
async function get(url: string, headers: Readonly<Record<string, string>> = {}, method: 'GET' | 'HEAD' = 'GET'): Promise<Got> {
  const response = await fetch(url, { method, headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const tagOf = ({ headers }: Got): string => headers.get('etag') ?? '';
const ofIt = (got: Got, title = TITLE): readonly Entry[] => entriesIn(got.text).filter(({ summary }) => summary.includes(title));

async function schoolOf(platform: Platform): Promise<PublicSchool> {
  const { schools } = SchoolList.parse((await call(platform, '/api/schools')).body);
  const school = schools.find(({ slug }) => slug === SLUG);
  if (!school) throw new Error(`the demo has no school ${SLUG}`);
  return school;
}

/** Three slots in four weeks at the demo's school, one of them with a single place, and a draft that nobody is to see. */
async function offered(platform: Platform, tag: 'ON' | 'OFF') {
  const token = await tokenOf(platform);
  const school = await schoolOf(platform);
  const at = (hours: number): string => iso(Math.floor(Date.now() / DAY) * DAY + 28 * DAY + hours * HOUR);
  const shift = (n: number, name: string, capacity: number) => ({
    kind: 'shift' as const,
    slotId: `slot_01JXFEEDS${n}${tag.replace('O', 'X')}`.padEnd(31, '0'),
    label: { en: name },
    capacity,
    startsAt: at(15 + n),
    endsAt: at(16 + n),
  });
  const title = `${TITLE} ${tag}`;
  const definition = {
    opportunityId: `opp_01JXFEEDS0${tag.replace('O', 'X')}`.padEnd(30, '0'),
    schoolId: school.schoolId,
    kind: 'event',
    status: 'published',
    title: { en: title, es: `Cometas ${tag}` },
    summary: { en: 'Help kites into the air.', es: 'Ayude a volar cometas.' },
    place: { name: 'The field' },
    languages: ['en', 'es'],
    contact: { name: 'Rosa Delgado', email: 'lincoln@riverbend.example' },
    slots: [shift(1, 'Strings', 3), shift(2, 'Ribbons', 1), shift(3, 'Landing', 3)],
    questions: [],
    dropOutHours: 24,
    showFirstNames: false,
    version: 0,
  } as unknown as OpportunityToSave;
  const save = async (with_: object): Promise<void> => {
    expect(await call(platform, '/api/opportunities', token, { ...definition, ...with_ })).toMatchObject({ status: 200 });
  };
  await save({});
  const draft = { opportunityId: definition.opportunityId.replace(/0$/, '1'), status: 'draft', title: { en: `${title} secret` } };
  await save({ ...draft, slots: definition.slots.map((slot) => ({ ...slot, slotId: slot.slotId.replace(/0$/, '1') })) });
  return { title, definition, save, school, path: `/opportunities/${definition.opportunityId}` };
}

/** A page on a site that is not ours. */
async function withForeignSite(html: string, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(`<!doctype html>${html}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
  }
}

const newTab = async (context: BrowserContext, open: () => Promise<void>): Promise<Page> => {
  const [page] = await Promise.all([context.waitForEvent('page'), open()]);
  await page.waitForLoadState();
  return page;
};

export function feedStories(platform: () => Platform): void {
  describe.skipIf(isDeployed).each([true, false])('what a school offers goes elsewhere, JavaScript %s', (javaScriptEnabled) => {
    const tag = javaScriptEnabled ? 'ON' : 'OFF';
    let there: Awaited<ReturnType<typeof offered>>;
    beforeAll(async () => {
      there = await offered(platform(), tag);
    });
    const open = async () => {
      const context = await platform().open({ javaScriptEnabled });
      return { context, page: await context.newPage() };
    };

    it('into calendars that follow the school', async () => {
      const here = platform();
      const { title, definition, save, school } = there;
      const { context, page } = await open();
      await page.goto(`/schools/${SLUG}`);
      const url = await page.locator('#calendar-address').inputValue();
      expect(await page.getByRole('link', { name: 'Subscribe to this calendar' }).getAttribute('href')).toBe(
        url.replace(/^https?:/, 'webcal:'),
      );
      const had = await eventually('the school’s calendar to have it', async () => {
        const got = await get(url);
        return ofIt(got, title).length > 0 ? got : undefined;
      });
      expect(had.headers.get('content-type')).toContain('text/calendar');
      expect(had.text).not.toContain('secret');
      expect(ofIt(had, title).map(({ start, status }) => [start, status])).toEqual(
        definition.slots.map(({ startsAt }) => [startsAt, 'CONFIRMED']),
      );
      // everything with a time that is still to come and that the page lists
      const list = OpportunityList.parse((await call(here, `/api/opportunities?schoolId=${school.schoolId}`)).body);
      const starts = new Set(entriesIn(had.text).map(({ start }) => start));
      const listed = list.opportunities.flatMap(({ slots }) => slots.map(({ slot }) => slot)).filter(isDated);
      expect(listed.length).toBeGreaterThan(5);
      for (const { startsAt } of listed) expect(starts).toContain(iso(Date.parse(startsAt)));
      await page.goto(`/opportunities/${definition.opportunityId}`);
      for (const entry of ofIt(had, title)) await page.getByRole('checkbox', { name: entry.summary.split(': ')[1] ?? '' }).waitFor();

      const since = had.headers.get('last-modified') ?? '';
      for (const [headers, status] of [
        [{ 'if-none-match': tagOf(had) }, 304],
        [{ 'if-none-match': `"x", W/${tagOf(had)}` }, 304],
        [{ 'if-modified-since': since }, 304],
        [{ 'if-none-match': '"x"', 'if-modified-since': since }, 200],
      ] as const) {
        for (const method of ['GET', 'HEAD'] as const) expect((await get(url, headers, method)).status).toBe(status);
      }

      const [first, ...others] = definition.slots;
      await save({ version: 1, slots: [{ ...first, calledOff: true }, ...others] });
      const now = await eventually('the calendar to say something else', async () => {
        const got = await get(url, { 'if-none-match': tagOf(had) });
        return got.status === 200 ? got : undefined;
      });
      expect(tagOf(now)).not.toBe(tagOf(had));
      expect(ofIt(now, title).map(({ status }) => status)).toEqual(['CANCELLED', 'CONFIRMED', 'CONFIRMED']);
      expect(ofIt(now, title)[0]?.uid).toBe(ofIt(had, title)[0]?.uid);
      expect(ofIt(now, title)[0]?.sequence).toBeGreaterThan(ofIt(had, title)[0]?.sequence ?? 0);
      await context.close();
    });

    it('into a person’s own calendar, whose address is theirs to replace and to end', async () => {
      const here = platform();
      const email = `kites.${tag.toLowerCase()}@example.org`;
      const title = new RegExp(`${TITLE} ${tag}$`);
      const taken = await open();
      await signUp(taken.page, title, [/Ribbons/], { name: 'First Come', email: `early-${tag}@example.org` });
      await taken.context.close();
      const { context, page } = await open();
      // what is full is waited for, in the same form
      await signUp(page, title, [/Landing/, /Ribbons/], { name: 'Kim Kite', email });
      const manage = manageLink(await mailTo(here, email, /signed up/i));
      await page.goto(manage);
      await page.getByRole('button', { name: 'Put my sign-ups in my calendar' }).click();
      const address = page.getByLabel('Or copy this address');
      const url = await address.inputValue();
      expect(await page.getByRole('link', { name: 'Subscribe', exact: true }).getAttribute('href')).toBe(
        url.replace(/^https?:/, 'webcal:'),
      );
      const had = await get(url);
      // a place in line is no appointment
      expect(entriesIn(had.text).map(({ summary, status }) => [summary, status])).toEqual([[`${TITLE} ${tag}: Landing`, 'CONFIRMED']]);
      expect(had.headers.get('cache-control')).toContain('private');
      for (const personal of ['Kim', email, '/manage/']) expect(had.text.replaceAll('\r\n ', '')).not.toContain(personal);
      expect((await get(url, { 'if-none-match': tagOf(had) })).status).toBe(304);

      await page.goto(manage);
      await act(page, /Landing/, /Cancel/, async () => {});
      const now = await eventually('the calendar to follow', async () => {
        const got = await get(url, { 'if-none-match': tagOf(had) });
        return got.status === 200 ? got : undefined;
      });
      expect(entriesIn(now.text)).toEqual([]);

      await page.goto(`${manage}/calendar`);
      await page.locator('summary', { hasText: 'Make a new address' }).click();
      await page.getByRole('button', { name: 'Make a new address' }).click();
      await page.getByRole('status').waitFor();
      const next = await address.inputValue();
      expect([(await get(url)).status, (await get(next)).status]).toEqual([404, 200]);
      await page.locator('summary', { hasText: 'Stop my calendar' }).click();
      await page.getByRole('button', { name: 'Stop my calendar' }).click();
      await page.getByText('Your calendar address has stopped working.').waitFor();
      expect((await get(next)).status).toBe(404);
      await context.close();
    });

    it('into a frame on the school’s own site, from which a link leads out', async () => {
      const here = platform();
      const desk = await atDesk(here, 'Dana');
      await desk.goto(`/desk/schools/${(await schoolOf(here)).schoolId}`);
      const code = await desk.getByLabel('Code to copy').inputValue();
      await desk.context().close();
      const { context, page } = await open();
      const plain = `<iframe name="plain" src="${here.siteUrl}/schools/${SLUG}"></iframe>`;
      await withForeignSite(`<h1>Our school</h1>${code.replace('/embed?', '/embed?limit=30&')}${plain}`, async (url) => {
        await page.goto(url);
        const frame = page.frameLocator('iframe').first();
        await frame.getByRole('heading', { name: /Take part at/ }).waitFor();
        const link = frame.getByRole('link', { name: new RegExp(`${TITLE} ${tag}`) }).first();
        const out = await newTab(context, () => link.click());
        expect(new URL(out.url()).origin).toBe(here.siteUrl);
        expect(await out.locator('.slot-tick:checked').count()).toBe(1);
        // no other page may stand in one
        expect(page.frame('plain')?.url()).toMatch(/^chrome-error:/);
      });
      await context.close();
    });

    it('onto a poster of one sheet, whose code leads back', async () => {
      const here = platform();
      const { context, page } = await open();
      await page.goto(`/schools/${SLUG}`);
      await page
        .getByRole('link', { name: `${TITLE} ${tag}` })
        .first()
        .click();
      const itsPage = page.url();
      await page.getByRole('link', { name: 'Poster to print' }).click();
      for (const words of [`${TITLE} ${tag}`, `Cometas ${tag}`, 'Scan to sign up', 'Escanee para inscribirse'])
        await page.getByText(words, { exact: true }).first().waitFor();
      expect((await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))).numPages).toBe(1);
      await page.emulateMedia({ media: 'print' });
      const read = readQr(dotsIn(await seen(page.locator('.qr'))).dots);
      expect(read).toBe(`${here.siteUrl}${new URL(itsPage).pathname}`);
      await page.goto(read);
      await page.getByRole('heading', { level: 1, name: `${TITLE} ${tag}` }).waitFor();
      await context.close();
    });

    it('to a friend, who finds the same slot ticked and is not told who sent it', async () => {
      const { context, page } = await open();
      await signUp(page, new RegExp(`${TITLE} ${tag}$`), [/Landing/], { name: 'Zebulon Sender', email: `sender.${tag}@example.org` });
      const text = (await page.locator('#friend-text').textContent()) ?? '';
      const link = /https?:\S+$/.exec(text)?.[0] ?? '';
      await context.close();
      const friends = await open();
      await friends.page.goto(link);
      await friends.page.getByText('A friend takes part in this and thought of you.').waitFor();
      expect(await friends.page.getByRole('checkbox', { name: /Landing/ }).isChecked()).toBe(true);
      expect(await friends.page.locator('.slot-tick:checked').count()).toBe(1);
      expect(`${await friends.page.content()}${link}`).not.toMatch(/Zebulon|sender\./i);
      await friends.context.close();
    });
  });
}
