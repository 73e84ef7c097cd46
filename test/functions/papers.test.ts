/** A sponsor's papers over HTTP: as a page, as a file, and for nobody without the link. */

import { extractText } from 'unpdf';
import { expect, it } from 'vitest';
import { world } from '#test/support/world.ts';
import { site } from './http.ts';
import { pledgeToken } from './people.ts';

it('shows the letter as a page and gives the same as a file, kept by nobody on the way', async () => {
  const here = site(await world());
  const token = await pledgeToken(here);
  const shown = await here.get(`/pledges/${token}/papers/letter`);
  expect([shown.status, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([
    200,
    'text/html; charset=utf-8',
    'no-store',
  ]);
  expect(shown.body).toContain('Corner Bakery');
  expect(shown.body).toContain(`href="/pledges/${token}/papers/letter.pdf"`);
  const file = await here.get(`/pledges/${token}/papers/letter.pdf`);
  expect([file.headers['content-type'], file.headers['cache-control'], file.headers['referrer-policy']]).toEqual([
    'application/pdf',
    'no-store',
    'no-referrer',
  ]);
  const { text } = await extractText(new Uint8Array(Buffer.from(file.body, 'base64')), { mergePages: true });
  expect(text).toContain('Corner Bakery');
  expect(text).toContain('$2,500');
});

it.each(['invoice-2027-0001', 'receipt-goods', 'receipt-pay_0000000000000000', 'letter.exe', '..%2fletter', '.pdf'])(
  'has no paper called %s',
  async (name) => {
    const here = site(await world());
    const answer = await here.get(`/pledges/${await pledgeToken(here)}/papers/${name}`);
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  },
);

it('shows nothing to a link that is not one', async () => {
  const here = site(await world());
  await pledgeToken(here);
  expect((await here.get(`/pledges/${'x'.repeat(32)}/papers/letter`)).status).toBe(401);
});
