/** Who is reminded of what is due, when, and how often. */
import { describe, expect, it } from 'vitest';
import type { Day } from '#contracts/values.ts';
import { remindOfDue, waiting } from '#domain/fundraising/reminders.ts';
import { campaignId } from '#test/support/builders.ts';
import { aGiftRequest, aPayment, aPledgeRequest, fundraising, STAFF } from '#test/support/fundraising.ts';

/** Pledged and invoiced on 1 March 2027: $2,500 in two parts, due on 31 March and 30 April. */
async function invoiced(matchUpToCents?: number) {
  const all = await fundraising();
  const request = aPledgeRequest(matchUpToCents === undefined ? {} : { matchUpToCents });
  const made = await all.makePledge({ request, key: { kind: 'form', value: 'k'.repeat(16) } });
  if (!made.ok) throw new Error(made.error.code);
  const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
  await all.acceptPledge(move);
  await all.invoicePledge(move);
  const pledge = async () => {
    const found = await all.ports.ledger.pledge(move.campaignId, move.pledgeId);
    if (!found) throw new Error('the pledge is gone');
    return found;
  };
  /** Noon in Chicago. */
  const on = async (day: string) => {
    all.clock.set(`${day}T17:00:00.000Z`);
    return remindOfDue(all.ports)();
  };
  const reminders = async () => {
    const found = await pledge();
    return 'reminders' in found
      ? found.reminders.map(({ stage, nth, dueOn, remindedOn }) => `${stage} ${nth} of ${dueOn} on ${remindedOn}`)
      : [];
  };
  return { all, move, pledge, on, reminders };
}

describe('a part that is due', () => {
  it('is reminded of a week ahead, and not a day before that', async () => {
    const { on, reminders } = await invoiced();
    expect(await on('2027-03-23')).toEqual({ reminded: 0, left: 0 });
    expect(await on('2027-03-24')).toEqual({ reminded: 1, left: 0 });
    expect(await reminders()).toEqual(['before 1 of 2027-03-31 on 2027-03-24']);
  });

  it('is reminded of once each time, however often the sweep runs', async () => {
    const { on, reminders } = await invoiced();
    for (let n = 0; n < 3; n += 1) await on('2027-03-24');
    await on('2027-03-25');
    expect(await reminders()).toHaveLength(1);
  });

  it('that stays open is reminded of three more times, and then no more', async () => {
    const { on, reminders } = await invoiced();
    for (const day of ['2027-03-24', '2027-04-02', '2027-04-03', '2027-04-13', '2027-04-14', '2027-04-30', '2027-05-30']) await on(day);
    expect(await reminders()).toEqual([
      'before 1 of 2027-03-31 on 2027-03-24',
      'after 1 of 2027-03-31 on 2027-04-03',
      'after 2 of 2027-03-31 on 2027-04-14',
      'after 3 of 2027-03-31 on 2027-04-30',
    ]);
  });

  it('is reminded of with one mail after a sweep that did not run for weeks', async () => {
    const { on, reminders } = await invoiced();
    await on('2027-04-20');
    await on('2027-04-20');
    expect(await reminders()).toEqual(['after 2 of 2027-03-31 on 2027-04-20']);
  });

  it('that is paid gives way to the next one', async () => {
    const { all, move, on, reminders } = await invoiced();
    await on('2027-03-24');
    await all.recordPayment({ ...move, request: aPayment(125_000), key: 'payment-0123456789' });
    await on('2027-04-22');
    await on('2027-04-23');
    expect(await reminders()).toEqual(['before 1 of 2027-03-31 on 2027-03-24', 'before 1 of 2027-04-30 on 2027-04-23']);
  });

  it('that is paid in part stays open for the rest', async () => {
    const { all, move, pledge } = await invoiced();
    await all.recordPayment({ ...move, request: aPayment(124_999), key: 'payment-0123456789' });
    expect(waiting(await pledge())).toEqual({ dueOn: '2027-03-31', dueCents: 1, remindOn: '2027-03-24' });
  });

  it('counts the days in the district’s zone', async () => {
    const { all, reminders } = await invoiced();
    // already the 24th in UTC, still the 23rd in Chicago
    all.clock.set('2027-03-24T04:59:59.000Z');
    await remindOfDue(all.ports)();
    expect(await reminders()).toEqual([]);
    all.clock.set('2027-03-24T05:00:00.000Z');
    await remindOfDue(all.ports)();
    expect(await reminders()).toHaveLength(1);
  });
});

describe('nobody is reminded', () => {
  it('before an invoice went out, after all is paid, or after a write-off', async () => {
    const before = await fundraising();
    const made = await before.makePledge({ request: aPledgeRequest(), key: { kind: 'form', value: 'k'.repeat(16) } });
    if (!made.ok) throw new Error(made.error.code);
    await before.acceptPledge({ campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF });
    before.clock.set('2027-05-30T17:00:00.000Z');
    expect(await remindOfDue(before.ports)()).toEqual({ reminded: 0, left: 0 });

    const paid = await invoiced();
    await paid.all.recordPayment({ ...paid.move, request: aPayment(250_000), key: 'payment-0123456789' });
    expect(await paid.on('2027-05-30')).toEqual({ reminded: 0, left: 0 });

    const off = await invoiced();
    await off.all.writeOffPledge({ ...off.move, reason: 'closed down' });
    expect(await off.on('2027-05-30')).toEqual({ reminded: 0, left: 0 });
  });

  it('sooner than two weeks less a week after the invoice, even when it went out late', async () => {
    const all = await fundraising();
    const made = await all.makePledge({ request: aPledgeRequest(), key: { kind: 'form', value: 'k'.repeat(16) } });
    if (!made.ok) throw new Error(made.error.code);
    const move = { campaignId: campaignId(), pledgeId: made.value.pledgeId, by: STAFF };
    await all.acceptPledge(move);
    all.clock.set('2027-04-10T17:00:00.000Z');
    await all.invoicePledge(move);
    const found = await all.ports.ledger.pledge(move.campaignId, move.pledgeId);
    expect(found && waiting(found)).toEqual({ dueOn: '2027-03-31', dueCents: 125_000, remindOn: '2027-04-17' as Day });
  });
});

it('what was used of a match is reminded of once it is invoiced', async () => {
  const { all, move, pledge } = await invoiced(50_000);
  await all.recordPayment({ ...move, request: aPayment(250_000), key: 'payment-0123456789' });
  expect(waiting(await pledge())).toBeUndefined();
  await all.recordGift({ request: aGiftRequest({ amountCents: 30_000 }), by: STAFF, key: 'gift-0123456789abc' });
  all.clock.set('2027-05-01T17:00:00.000Z');
  await all.invoicePledge(move);
  expect(waiting(await pledge())).toEqual({ dueOn: '2027-05-01', dueCents: 30_000, remindOn: '2027-05-08' });
});

it('a sweep that can’t write now leaves it to the next one', async () => {
  const { all, on, reminders } = await invoiced();
  const busy = { ...all.ports, ledger: { ...all.ports.ledger, change: async () => 'busy' as const } };
  all.clock.set('2027-03-24T17:00:00.000Z');
  expect(await remindOfDue(busy)()).toEqual({ reminded: 0, left: 1 });
  await on('2027-03-24');
  expect(await reminders()).toHaveLength(1);
});
