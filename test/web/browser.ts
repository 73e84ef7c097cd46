/** A browser for looking at drawn pages; nothing is served from outside. */
import { readFileSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type Locator, type Page, chromium as playwright } from 'playwright-core';

const file = (name: string): string => readFileSync(new URL(`../../web/static/${name}`, import.meta.url), 'utf8');
export const CSS = file('site.css');
const SCRIPT = file('site.js');
export const DESK_CSS = file('desk.css');
const DESK_SCRIPT = file('desk.js');
const DOOR_SCRIPT = file('check-in.js');

export async function launch(): Promise<Browser> {
  // one process for all pages ends with the first page that is closed
  const args = chromium.args.filter((argument) => !/single-process|zygote/.test(argument));
  return playwright.launch({ executablePath: await chromium.executablePath(), args: [...args, '--no-sandbox'], headless: true });
}

/** Serves `html` at `http://site.test/`, its style and script beside it; answers posts with 204 and tells `onPost`. */
export async function serve(page: Page, html: string, onPost: (body: string) => void): Promise<void> {
  await page.route('http://site.test/**', (route) => {
    const request = route.request();
    if (request.method() === 'POST') {
      onPost(request.postData() ?? '');
      return route.fulfill({ status: 204 });
    }
    const path = new URL(request.url()).pathname;
    if (path.startsWith('/static/check-in.')) return route.fulfill({ contentType: 'text/javascript', body: DOOR_SCRIPT });
    const ofDesk = path.startsWith('/static/desk.');
    if (path.endsWith('.css')) return route.fulfill({ contentType: 'text/css', body: ofDesk ? DESK_CSS : CSS });
    if (path.endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: ofDesk ? DESK_SCRIPT : SCRIPT });
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  });
  await page.goto('http://site.test/');
}

/** What a camera in front of it would see: which pixels of an element are dark. */
export async function seen(element: Locator): Promise<{ readonly width: number; readonly isDark: (x: number, y: number) => boolean }> {
  const picture = await element.screenshot();
  const browser = element.page().context().browser();
  if (!browser) throw new Error('the page has no browser');
  const page = await browser.newPage();
  // pixels are read on a page of its own: that of the element allows no script
  const { width, light } = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const light: number[] = [];
      for (let at = 0; at < data.length; at += 4) light.push(((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3);
      return { width: image.width, light };
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  await page.close();
  return { width, isDark: (x, y) => (light[y * width + x] ?? 255) < 128 };
}
