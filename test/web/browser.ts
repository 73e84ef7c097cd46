/** A browser for looking at drawn pages; nothing is served from outside. */
import { readFileSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

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
