/**
 * Measures the figures of speed and cost and prints them as a table: `npm run bench`, `npm run bench -- --trials 1000`, `npm run bench -- --only P7`,
 * `npm run bench -- --only F3 --pledges 100000`, `npm run bench -- --only reminders --sign-ups 10000`.
 * Counts are exact on any machine; ratios vary a little. What they are held to is told in `docs/performance.md`.
 */
import { parseArgs } from 'node:util';
import { costsOfOne, costsOfRush, refusalTimes } from './measure-cost.ts';
import { type FeedCosts, personFeeds, schoolFeeds } from './measure-feeds.ts';
import { costsOfMoney, costsOfPages, MEETING, pledgeRuns } from './measure-pledges.ts';
import { reminderCosts, SCHOOLS } from './measure-reminders.ts';
import { AT_ONCE, LOST, rushTrials } from './measure-rush.ts';
import { bundleFigures, pageFigures } from './measure-size.ts';

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '8' },
    minutes: { type: 'string', default: '30' },
    pledges: { type: 'string', default: '10000' },
    'sign-ups': { type: 'string', default: '1000' },
    only: { type: 'string' },
  },
});

type Row = readonly [id: string, target: string, measured: string];
const fixed = (n: number, digits = 2): string => n.toFixed(digits).replace(/\.?0+$/, '');
const percent = (share: number): string => `${fixed(share * 100)} %`;

const MEASURES: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  async P1() {
    const all = await rushTrials(Number(values.trials), Number(values.minutes) * 60_000);
    const broken = await rushTrials(4, 60_000, true);
    for (const example of all.examples) console.error(example);
    const speeds = [...all.byAtOnce].map(([atOnce, { perSecond }]) => `${Math.round(perSecond)} (${atOnce} at once)`);
    return [
      [
        'P1',
        'exactly 60 of 1,000 people, every answer true, 0 errors, in 1,000 trials',
        `${all.exact} of ${all.trials} trials exact (${AT_ONCE.join('/')} at once in turn, ${percent(LOST)} of attempts and of answers lost: ` +
          `${all.strikes} attempts), ${all.untrue} untrue answers, ${all.errors} errors in ${all.requests} requests`,
      ],
      [
        'P1',
        'without the condition on places the same must oversell',
        `${broken.trials - broken.exact} of ${broken.trials} trials oversold`,
      ],
      ['P1', '(for comparison on one machine only)', `answers per second: ${speeds.join(', ')}`],
    ];
  },

  async P2() {
    const { accepted, full, justFilled } = await costsOfOne();
    return [
      ['P2', 'accepted: at most 3 round trips', `${accepted.calls} (${accepted.commands})`],
      ['P2', 'refused: at most 1 round trip', `${full.calls} (${full.commands}); 0 within 250 ms of another look`],
      ['P2', '(refused because the last place went since the look)', `${justFilled.calls}`],
    ];
  },

  async P3() {
    const { accepted, last, full, justFilled } = await costsOfOne();
    const rushes = [];
    for (const atOnce of AT_ONCE) rushes.push(await costsOfRush(atOnce, 0));
    return [
      ['P3', 'accepted: at most 5 write units', `${accepted.writeUnits} (the first) to ${last.writeUnits} (the 60th)`],
      [
        'P3',
        'refused after full is visible: 0 write units',
        `${full.writeUnits}; ${justFilled.writeUnits} if the last place went since the look`,
      ],
      [
        'P3',
        'the whole rush at 50 at once: at most 550 write units',
        rushes
          .map(({ writeUnits, atOnce, callsPerRequest }) => `${writeUnits} at ${atOnce} (${fixed(callsPerRequest)} round trips a request)`)
          .join(', '),
      ],
    ];
  },

  async P4() {
    const clean = await costsOfRush(50, 0);
    const faulty = await costsOfRush(50, 0.1);
    return [
      ['P4', 'attempts per request: at most 1.05', fixed(clean.attemptsPerCall)],
      ['P4', 'with 10 % lost: at most 2', fixed(faulty.attemptsPerCall)],
    ];
  },

  async P6() {
    const { warm, cold, atMost } = await refusalTimes();
    return [
      ['P6', 'refusing with 1,000 claims ÷ none: at most 1.2', `${fixed(warm)} within 250 ms of a look`],
      ['P6', '(the look itself, 1,000 claims ÷ none)', `${fixed(cold)}; with 150 claims, the most a slot can have: ${fixed(atMost)}`],
    ];
  },

  async P7() {
    const { gzipKilobytes, clients, importRatio, processRatio, clientRatio } = await bundleFigures();
    return [
      ['P7', 'sign-up bundle: at most 120 KB gzip', `${fixed(gzipKilobytes, 1)} KB`],
      ['P7', 'one AWS client', clients.join(', ')],
      ['P7', 'import ÷ empty module: at most 10', `${fixed(importRatio, 1)} (median of 15 fresh processes each)`],
      ['P7', '(whole process ÷ one with the empty module)', fixed(processRatio)],
      ['P7', '(import ÷ a bundled DynamoDB client alone, without our replacement)', fixed(clientRatio)],
    ];
  },

  async P8() {
    const { heaviest, gzipKilobytes, scriptKilobytes, thirdParty } = await pageFigures();
    return [
      ['P8', 'page with everything: at most 60 KB gzip', `${fixed(gzipKilobytes, 1)} KB (the heaviest: ${heaviest})`],
      ['P8', 'script: at most 15 KB gzip', `${fixed(scriptKilobytes, 1)} KB`],
      ['P8', 'third-party requests: 0', String(thirdParty.length)],
    ];
  },

  async P12() {
    return [['P12', 'hops from decision to mail: at most 3', `${HOPS.length}: ${HOPS.join(' → ')}`]];
  },

  async F1() {
    const { clean, meeting } = await pledgeRuns();
    const all = [...clean, meeting];
    const worst = (of: (run: (typeof clean)[number]) => number): string => fixed(Math.max(...clean.map(of)));
    const speeds = (campaigns: number): string =>
      clean
        .filter((run) => run.campaigns === campaigns)
        .map(({ atOnce, perSecond }) => `${Math.round(perSecond)} (${atOnce} at once)`)
        .join(', ');
    const exact = all.filter((run) => run.exact === run.campaigns).length;
    return [
      ['F1', 'accounts equal to the sum of their pledges after each run', `${exact} of ${all.length} runs`],
      ['F1', 'transactions per pledge: at most 1.05', worst(({ transactionsPerPledge }) => transactionsPerPledge)],
      ['F1', 'attempts per request: at most 1.05', worst(({ attemptsPerCall }) => attemptsPerCall)],
      ['F1', `transactions per pledge with ${percent(MEETING)} meeting another one: at most 2`, fixed(meeting.transactionsPerPledge)],
      ['F1', '(for comparison on one machine only) pledges per second, one campaign', speeds(1)],
      ['F1', '(the same) spread over 20 campaigns', speeds(20)],
    ];
  },

  async F2() {
    return (await costsOfMoney()).map(({ what, calls, readUnits, writeUnits }) => {
      const { calls: most, writeUnits: units } = MONEY[what] ?? { calls: 0, writeUnits: 0 };
      return ['F2', `${what}: at most ${most} round trips, ${units} write units`, `${calls}, ${writeUnits} (and ${readUnits} read units)`];
    });
  },

  async F3() {
    const found = await costsOfPages([10, 100, Number(values.pledges)]);
    const told = (of: (one: (typeof found)[number]) => { readonly calls: number; readonly readUnits: number }): string =>
      found.map((one) => `${of(one).calls} and ${fixed(of(one).readUnits)} with ${one.pledges.toLocaleString('en')}`).join('; ');
    const units = found.map(({ pledges, pledge }) => `${pledge.writeUnits} with ${pledges.toLocaleString('en')}`);
    return [
      [
        'F3',
        'campaign page, round trips and read units by pledges: the same from 100 sponsors on, the most it shows',
        told(({ page }) => page),
      ],
      ['F3', 'campaign list: the same', told(({ list }) => list)],
      ['F3', 'making one more pledge: the same', told(({ pledge }) => pledge)],
      ['F3', 'its write units: the same', units.join('; ')],
    ];
  },

  async reminders() {
    const { signUps, slots, sweep, idle, perMail, mailsPerSecond, dollars } = await reminderCosts(Number(values['sign-ups']));
    const told = ({ calls, readUnits, writeUnits }: typeof sweep): string =>
      `${fixed(calls, 1)}, ${fixed(readUnits, 1)} and ${fixed(writeUnits, 1)}`;
    const of = `${signUps.toLocaleString('en')} sign-ups in ${slots} slots of ${SCHOOLS} schools`;
    return [
      ['reminders', `a sweep that finds their day: round trips, read and write units by slots (${of})`, told(sweep)],
      ['reminders', '(the next one, which finds nothing new)', told(idle)],
      ['reminders', 'a mail: the same at any size', `${told(perMail)}; ${Math.round(mailsPerSecond)} a second (one machine only)`],
      [
        'reminders',
        '(for 10,000 mails, at the prices of us-east-1)',
        `$${dollars.tables.toFixed(2)} of the tables, $${dollars.mails.toFixed(2)} of the mail service`,
      ],
    ];
  },

  async C1() {
    return feedRows('C1', 'a school’s calendar', 'slots', await schoolFeeds([10, 100, 1_000]));
  },

  async C2() {
    return feedRows('C2', 'a person’s calendar', 'sign-ups', await personFeeds([1, 10, 50]));
  },
};

/** After the write that decides; what the stacks connect (`lib/capabilities`). */
const HOPS = ['table stream to the relay', 'event bus to the sender', 'mail service'] as const;

/** Two write units for each item of a transaction and each KB of it, one for each entry of an index that changes. */
const MONEY: Readonly<Record<string, { readonly calls: number; readonly writeUnits: number }>> = {
  made: { calls: 3, writeUnits: 9 },
  accepted: { calls: 3, writeUnits: 14 },
  invoiced: { calls: 4, writeUnits: 16 },
  'payment recorded': { calls: 3, writeUnits: 17 },
  'gift recorded, one match': { calls: 5, writeUnits: 16 },
};

/** What the whole of a calendar costs, and what who has it already is sent. */
function feedRows(id: string, what: string, of: string, found: readonly FeedCosts[]): readonly Row[] {
  const each = (tell: (one: FeedCosts) => string): string =>
    found.map((one) => `${tell(one)} with ${one.entries.toLocaleString('en')}`).join('; ');
  return [
    [id, `${what} by ${of}: round trips and read units`, each(({ calls, readUnits }) => `${calls} and ${fixed(readUnits)}`)],
    [id, 'KB, and with gzip', each(({ bytes, gzipBytes }) => `${fixed(bytes / 1_024, 1)} and ${fixed(gzipBytes / 1_024, 1)}`)],
    [id, 'write units: 0', each(({ writeUnits }) => String(writeUnits))],
    [
      id,
      'had already (304): the same reads, 0 write units, 0 bytes of text',
      each(({ had }) => `${had.calls} and ${fixed(had.readUnits)}, ${had.writeUnits}, ${had.bytes}`),
    ],
  ];
}

const chosen = values.only === undefined ? Object.keys(MEASURES) : values.only.split(',');
const rows: Row[] = [];
for (const id of chosen) {
  const measure = MEASURES[id];
  if (!measure) throw new Error(`there is no measure ${id}; there are ${Object.keys(MEASURES).join(', ')}`);
  rows.push(...(await measure()));
}
console.log('| id | target | measured |\n|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
