/** F1 to F3: pledges a second, what each change of money asks of the table, and what a campaign's page costs with many pledges. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { getCampaign, listCampaigns } from '#domain/fundraising/browse.ts';
import { acceptPledge } from '#domain/fundraising/decide-pledge.ts';
import { makePledge } from '#domain/fundraising/make-pledge.ts';
import { reconcile } from '#domain/fundraising/reconcile.ts';
import { recordGift } from '#domain/fundraising/record-gift.ts';
import { invoicePledge, recordPayment } from '#domain/fundraising/record-payment.ts';
import { campaignId } from '#test/support/builders.ts';
import { meetTransactions, type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { seeded } from '#test/support/faults.ts';
import { aGiftRequest, aPayment, STAFF } from '#test/support/fundraising.ts';
import { type Meter, meter } from '#test/support/meter.ts';
import { anOpenCampaign, fill, keyOf, portsOn, requestOf } from './campaigns.ts';

export interface PledgeRun {
  readonly atOnce: number;
  readonly campaigns: number;
  readonly perSecond: number;
  /** Transactions tried for each pledge, and HTTP requests for each call. */
  readonly transactionsPerPledge: number;
  readonly attemptsPerCall: number;
  /** Campaigns whose account is the sum of its pledges at the end. */
  readonly exact: number;
}

const PLEDGES = 400;

/**
 * `atOnce` processes, each with its own client, make pledges for `campaigns` campaigns in turn; `meeting` is the share of transactions refused because
 * they met another one, which this engine does not do by itself.
 */
async function pledgeRun(engine: TestEngine, atOnce: number, campaigns: number, meeting = 0): Promise<PledgeRun> {
  const { fundraising } = await engine.createTables();
  const setup = portsOn(engine.connect(), fundraising);
  const ids = Array.from({ length: campaigns }, (_, n) => campaignId(n + 1));
  for (const n of ids.keys()) await setup.campaigns.save(anOpenCampaign(n + 1));
  const clients = Array.from({ length: atOnce }, () => engine.connect());
  const meters = clients.map(meter);
  const random = seeded(atOnce);
  if (meeting > 0) for (const client of clients) meetTransactions(client, () => random() < meeting);
  let next = 0;
  const answering = async (client: DynamoDBClient): Promise<void> => {
    const make = makePledge(portsOn(client, fundraising));
    for (let n = next++; n < PLEDGES; n = next++) {
      const made = await make({ request: requestOf(n, ids[n % campaigns]), key: keyOf(n) });
      if (!made.ok) throw new Error(`pledge ${n} was refused: ${made.error.code}`);
    }
  };
  const began = performance.now();
  await Promise.all(clients.map(answering));
  const seconds = (performance.now() - began) / 1_000;
  const sum = (of: (one: Meter) => number): number => meters.reduce((all, one) => all + of(one), 0);
  const recounts = await Promise.all(ids.map((id) => reconcile(setup)({ campaignId: id })));
  return {
    atOnce,
    campaigns,
    perSecond: PLEDGES / seconds,
    transactionsPerPledge: sum(({ commands }) => commands.get('TransactWriteItems') ?? 0) / PLEDGES,
    attemptsPerCall: sum((one) => one.attempts) / sum((one) => one.calls),
    exact: recounts.filter((one) => one.ok && one.value.exact).length,
  };
}

/** Share of transactions that meet another one, in the run that shows what follows. */
export const MEETING = 0.1;

export async function pledgeRuns(): Promise<{ readonly clean: readonly PledgeRun[]; readonly meeting: PledgeRun }> {
  return onEngine(async (engine) => {
    // warms engine and process
    await pledgeRun(engine, 8, 1);
    const clean: PledgeRun[] = [];
    for (const campaigns of [1, 20]) for (const atOnce of [1, 8, 50]) clean.push(await pledgeRun(engine, atOnce, campaigns));
    return { clean, meeting: await pledgeRun(engine, 50, 1, MEETING) };
  });
}

export interface Costs {
  readonly what: string;
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** One of each, in a campaign that has seen nothing yet; the gift is doubled by the pledge's match. */
export async function costsOfMoney(): Promise<readonly Costs[]> {
  return onEngine(async (engine) => {
    const { fundraising } = await engine.createTables();
    await portsOn(engine.connect(), fundraising).campaigns.save(anOpenCampaign());
    const client = engine.connect();
    const counts = meter(client);
    const ports = portsOn(client, fundraising);
    const found: Costs[] = [];
    const cost = async <Value>(what: string, run: () => Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false }>) => {
      counts.reset();
      const answer = await run();
      if (!answer.ok) throw new Error(`${what} was refused`);
      found.push({ what, calls: counts.calls, readUnits: counts.readUnits, writeUnits: counts.writeUnits });
      return answer.value;
    };
    const request = { ...requestOf(1), matchUpToCents: 50_000 };
    const { pledgeId } = await cost('made', () => makePledge(ports)({ request, key: keyOf(1) }));
    const move = { campaignId: campaignId(), pledgeId, by: STAFF };
    await cost('accepted', () => acceptPledge(ports)(move));
    await cost('invoiced', () => invoicePledge(ports)(move));
    await cost('payment recorded', () => recordPayment(ports)({ ...move, request: aPayment(40_000), key: 'payment-0123456789' }));
    await cost('gift recorded, one match', () => recordGift(ports)({ request: aGiftRequest(), by: STAFF, key: 'gift-0123456789' }));
    return found;
  });
}

export interface PageCosts {
  readonly pledges: number;
  readonly page: Omit<Costs, 'what'>;
  readonly list: Omit<Costs, 'what'>;
  /** Of one more pledge. */
  readonly pledge: Omit<Costs, 'what'>;
}

/** A process that remembers nothing shows a campaign and the list, and takes a pledge. */
export async function costsOfPages(pledges: readonly number[]): Promise<readonly PageCosts[]> {
  return onEngine(async (engine) => {
    const found: PageCosts[] = [];
    for (const count of pledges) {
      const { fundraising } = await engine.createTables();
      const setup = engine.connect();
      const campaign = anOpenCampaign();
      await portsOn(setup, fundraising).campaigns.save(campaign);
      await fill(setup, fundraising, count);
      const client = engine.connect();
      const counts = meter(client);
      const cost = async (run: (ports: ReturnType<typeof portsOn>) => Promise<unknown>): Promise<Omit<Costs, 'what'>> => {
        counts.reset();
        await run(portsOn(client, fundraising));
        return { calls: counts.calls, readUnits: counts.readUnits, writeUnits: counts.writeUnits };
      };
      const page = await cost(async (ports) => {
        const shown = await getCampaign(ports)({ slug: campaign.slug });
        if (!shown.ok || shown.value.totals.sponsors !== count) throw new Error(`the page does not show ${count} sponsors`);
      });
      const list = await cost((ports) => listCampaigns(ports)());
      const pledge = await cost((ports) => makePledge(ports)({ request: requestOf(count), key: keyOf(count) }));
      found.push({ pledges: count, page, list, pledge });
      await engine.drop(fundraising);
    }
    return found;
  });
}

async function onEngine<Value>(measure: (engine: TestEngine) => Promise<Value>): Promise<Value> {
  const engine = await testEngine();
  try {
    return await measure(engine);
  } finally {
    await engine.stop();
  }
}
