/** How the desk judges shares of mails: by the mail service's limits, and not at all where a single mail would be over them. */
import { expect, it } from 'vitest';
import { judged } from '#web/desk/mail-figures.tsx';

it.each([
  ['complained', 0, 10, 'fine'],
  ['complained', 1, 999, 'few'],
  ['complained', 1, 1_001, 'fine'],
  ['complained', 1, 1_000, 'review'],
  ['complained', 5, 1_000, 'pause'],
  ['bounced', 1, 19, 'few'],
  ['bounced', 1, 20, 'review'],
  ['bounced', 2, 20, 'pause'],
  ['bounced', 1, 21, 'fine'],
] as const)('%s: %i of %i is %s', (of, count, sent, state) => {
  expect(judged(of, count / sent, sent)).toBe(state);
});
