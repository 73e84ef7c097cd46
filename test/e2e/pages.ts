/** The site's pages as a person uses them: by what is written on them, not by how they are made. */
import type { Page } from 'playwright-core';

export interface Details {
  readonly name: string;
  readonly email: string;
}

export async function openOpportunity(page: Page, title: RegExp): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Ticks slots by what is written beside them. */
export async function choose(page: Page, ...labels: readonly RegExp[]): Promise<void> {
  for (const label of labels) await page.getByRole('checkbox', { name: label }).first().check();
}

export async function fillIn(page: Page, { name, email }: Details): Promise<void> {
  await page.locator('#name').fill(name);
  await page.locator('#email').fill(email);
}

/** Chooses the first answer of every question that has choices and must be answered. */
export async function answerQuestions(page: Page): Promise<void> {
  for (const select of await page.locator('form[data-once] select[name^="answer."]').all()) await select.selectOption({ index: 1 });
}

export const consent = (page: Page): Promise<void> => page.locator('#consent').check();

export const send = (page: Page): Promise<void> => page.locator('form[data-once] button[type=submit]').click();

/** The card of one sign-up on the manage page. */
export const card = (page: Page, label: RegExp) => page.locator('li.mine').filter({ hasText: label });

/** Opens what is behind a card's button and sends its form. */
export async function act(
  page: Page,
  label: RegExp,
  opens: RegExp,
  prepare: (form: ReturnType<typeof card>) => Promise<void>,
): Promise<void> {
  const mine = card(page, label);
  const details = mine.locator('details').filter({ hasText: opens });
  await details.locator('summary').click();
  await prepare(details);
  await details.locator('button[type=submit]').click();
  await page.waitForLoadState();
}

/** The whole sign-up for one opportunity. Ends on the result page. */
export async function signUp(page: Page, title: RegExp, slots: readonly RegExp[], details: Details): Promise<void> {
  await openOpportunity(page, title);
  await choose(page, ...slots);
  await fillIn(page, details);
  await answerQuestions(page);
  await consent(page);
  await send(page);
  await page.waitForURL(/\/signed-up\//);
}

/** Goes on by the Tab key until what `selector` names has the focus, and shows that it has. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    const there = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      if (!focused?.matches(wanted)) return undefined;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    }, selector);
    if (there === true) return;
    if (there === false) throw new Error(`${selector} has the focus and does not show it`);
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} can't be reached by Tab`);
}
