/** Whenever a campaign's sums may have grown, somebody looks whether its goal is reached; for anything else the consumer is the wrong one. */
import { readFileSync } from 'node:fs';
import type { EventBridgeEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { createHandler } from '#functions/fundraising/on-money-changed.ts';
import { campaignId } from '#test/support/builders.ts';
import { aGiftRequest, fundraising, STAFF } from '#test/support/fundraising.ts';

/** The committed example, about the campaign of the tests. */
function busEvent(type: string): EventBridgeEvent<string, unknown> {
  const detail = JSON.parse(readFileSync(new URL(`../../contracts/events/examples/${type}.json`, import.meta.url), 'utf8'));
  detail.data.campaignId = campaignId();
  return { 'detail-type': type, detail } as EventBridgeEvent<string, unknown>;
}

async function given(goalCents: number) {
  const all = await fundraising({ goalCents });
  await all.recordGift({ request: aGiftRequest({ amountCents: 1_000 }), by: STAFF, key: 'key-gift-0123456789' });
  return { deliver: createHandler(all.ports), reachedAt: async () => (await all.ports.ledger.account(campaignId())).goalReachedAt };
}

it.each(['pledge.accepted.v1', 'pledge.revised.v1', 'payment.recorded.v1', 'gift.recorded.v1'])(
  'a goal is looked for after %s',
  async (type) => {
    const there = await given(1_000);
    await there.deliver(busEvent(type));
    expect(await there.reachedAt()).toBeDefined();
    const short = await given(1_001);
    await short.deliver(busEvent(type));
    expect(await short.reachedAt()).toBeUndefined();
  },
);

it('any other event is refused loudly', async () => {
  const { deliver } = await given(1_000);
  await expect(deliver(busEvent('pledge.made.v1'))).rejects.toThrow('no consumer here');
});
