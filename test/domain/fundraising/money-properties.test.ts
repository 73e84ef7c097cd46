/** Whatever staff and sponsors do at once, repeat or undo: a campaign's account is the sum of its parts, after every single change. */
import { describe, expect, it } from 'vitest';
import { recount } from '#domain/fundraising/account.ts';
import type { ChangeOutcome, Ledger } from '#domain/fundraising/ports.ts';
import { compared, daysOf } from '#domain/fundraising/reconcile.ts';
import { campaignId } from '#test/support/builders.ts';
import { type FundraisingSabotage, fakeFundraising } from '#test/support/fake-fundraising.ts';
import { seeded, withLatency } from '#test/support/faults.ts';
import { aCampaign, GOLD, operations, randomWork } from '#test/support/fundraising.ts';

interface Run {
  /** Changes after which something was wrong, with what. */
  readonly wrong: readonly string[];
  readonly changes: number;
  readonly outcomes: ReadonlyMap<ChangeOutcome, number>;
  readonly account: Awaited<ReturnType<Ledger['account']>>;
  readonly invoices: readonly string[];
}

/** `commands` random commands of a fifth of repeats, up to `atOnce` at a time, the account compared after every change. */
async function run(seed: number, commands: number, atOnce: number, sabotage: FundraisingSabotage = {}): Promise<Run> {
  const random = seeded(seed);
  const fake = fakeFundraising(sabotage);
  await fake.campaigns.save(aCampaign());
  const wrong: string[] = [];
  const outcomes = new Map<ChangeOutcome, number>();
  let changes = 0;
  const look = async (): Promise<void> => {
    // both are read in one breath: the fake answers from what is there when it is called
    const [{ pledges, gifts }, account, history, days] = await Promise.all([
      fake.ledger.parts(campaignId()),
      fake.ledger.account(campaignId()),
      fake.ledger.history(campaignId()),
      fake.ledger.days(campaignId()),
    ]);
    const parts = { campaignId: campaignId(), ...recount(pledges, gifts), days: daysOf(history) };
    const { exact, difference, wrong: others } = compared(account, days, parts);
    if (!exact) wrong.push(`after ${changes} changes: ${JSON.stringify(difference)} ${others.join(', ')}`);
    if ((account.levels[GOLD] ?? 0) > 3) wrong.push(`after ${changes} changes: ${account.levels[GOLD]} hold gold`);
    if (Object.values(account.matches).some((left) => left <= 0)) wrong.push(`after ${changes} changes: a match is overdrawn`);
  };
  const ledger: Ledger = {
    ...fake.ledger,
    async change(change) {
      const outcome = await fake.ledger.change(change);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome === 'done') changes += 1;
      if (outcome === 'done') await look();
      return outcome;
    },
  };
  const all = operations(withLatency({ campaigns: fake.campaigns, photos: fake.photos, ledger }, () => Math.floor(random() * 4)));
  const command = randomWork(all, random);
  for (let done = 0; done < commands; done += atOnce)
    await Promise.all(Array.from({ length: atOnce }, () => command()().catch((error) => wrong.push(`threw: ${error}`))));
  const { pledges } = await fake.ledger.parts(campaignId());
  return {
    wrong,
    changes,
    outcomes,
    account: await fake.ledger.account(campaignId()),
    invoices: pledges.flatMap((one) => ('invoices' in one ? one.invoices : [])).map(({ number }) => number),
  };
}

describe('ten thousand racing commands, a fifth of them repeats', () => {
  const SEEDS = [1, 2, 3, 4, 5];

  it('leave the account equal to the sum of its parts after every change, invoices without a gap, and levels never oversold', async () => {
    let changes = 0;
    let stale = 0;
    for (const seed of SEEDS) {
      const outcome = await run(seed, 2_000, 10);
      expect(outcome.wrong).toEqual([]);
      const numbers = outcome.invoices.map((number) => Number(number.split('-')[1])).sort((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(numbers.length).toBeGreaterThan(10);
      changes += outcome.changes;
      stale += outcome.outcomes.get('stale') ?? 0;
    }
    // a run in which nothing happens, or nothing races, would show nothing
    expect(changes).toBeGreaterThan(3_000);
    expect(stale).toBeGreaterThan(50);
  });

  it.each<[keyof FundraisingSabotage, RegExp]>([
    ['pledgeVersion', /pledgedCents|receivedCents|level|match/],
    ['levelLimit', /hold gold/],
    ['giftVersion', /giftsCents/],
    ['wholeChange', /giftsCents/],
  ])('are seen to go wrong without the condition %s', async (condition, what) => {
    const found: string[] = [];
    for (const seed of SEEDS) found.push(...(await run(seed, 1_000, 10, { [condition]: true })).wrong);
    expect(found.join('\n')).toMatch(what);
  });

  it('are seen to give a number twice without the condition on the last one', async () => {
    const repeated: string[] = [];
    for (const seed of SEEDS) {
      const { invoices } = await run(seed, 2_000, 10, { invoiceNumber: true });
      repeated.push(...invoices.filter((number, index) => invoices.indexOf(number) !== index));
    }
    expect(repeated).not.toEqual([]);
  });
});
