/** What axe finds wrong with a page that stands in a browser. */
import axe, { type AxeResults, type Result, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA, and what axe recommends beside it. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * `rules`: those, instead of all of `STANDARDS`. axe stays in a window whose page is replaced: reading axe takes several times as long as what it then does.
 * Throws where the page has frames: axe looks at one only.
 */
export async function violationsIn(page: Page, rules?: readonly string[]): Promise<readonly Result[]> {
  if (page.frames().length > 1) throw new Error('a page with a frame in it');
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const runOnly: RunOptions['runOnly'] = rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: STANDARDS };
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (options) => (globalThis as unknown as { readonly axe: typeof axe }).axe.run(document, options),
    { runOnly, resultTypes: ['violations'] },
  );
  return violations;
}
