/**
 * Measures the figures of speed and cost and prints them as a table: `npm run bench`, `npm run bench -- --trials 1000`, `npm run bench -- --only P7`.
 * Counts are exact on any machine; ratios vary a little. What they are held to is told in `docs/performance.md`.
 */
import { parseArgs } from 'node:util';
import { costsOfOne, costsOfRush, refusalTimes } from './measure-cost.ts';
import { AT_ONCE, LOST, rushTrials } from './measure-rush.ts';
import { bundleFigures, pageFigures } from './measure-size.ts';

const { values } = parseArgs({
  options: { trials: { type: 'string', default: '8' }, minutes: { type: 'string', default: '30' }, only: { type: 'string' } },
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
};

/** After the write that decides; what the stacks connect (`lib/capabilities`). */
const HOPS = ['table stream to the relay', 'event bus to the sender', 'mail service'] as const;

const chosen = values.only === undefined ? Object.keys(MEASURES) : values.only.split(',');
const rows: Row[] = [];
for (const id of chosen) {
  const measure = MEASURES[id];
  if (!measure) throw new Error(`there is no measure ${id}; there are ${Object.keys(MEASURES).join(', ')}`);
  rows.push(...(await measure()));
}
console.log('| id | target | measured |\n|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
