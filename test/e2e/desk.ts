/** Signing in at the desk as one of the demo's staff, for stories that begin there. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Platform } from './platform.ts';

/** A page of somebody who is signed in, at the desk. */
export async function atDesk(platform: Platform, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await platform.open({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto('/desk');
  await page.getByRole('button', { name: /Sign in with your district account/ }).click();
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL(/\/desk$/);
  return page;
}
