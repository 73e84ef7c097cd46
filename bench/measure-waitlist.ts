/**
 * How long it takes from a cancellation until the first in line has the place and their mail is with the mail service. The whole platform runs on this machine.
 * `node bench/measure-waitlist.ts 20`
 */
import { Submission } from '#contracts/resources/sign-up.ts';
import { DAY } from '#domain/time.ts';
import { call, publish } from '#test/e2e/api.ts';
import { eventually, mailsTo, mailTo, manageLink, startPlatform } from '#test/e2e/platform.ts';
import { median } from './measure-cost.ts';

const times = Number(process.argv[2] ?? 20);

const platform = await startPlatform(4990);
try {
  const delays: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const address = await publish(platform, `Line ${n}`, [{ label: 'Only', startsAt: Date.now() + 9 * DAY, capacity: 1 }]);
    const opportunityId = address.split('/').at(-1) ?? '';
    const { body } = await call(platform, `/api/opportunities/${opportunityId}`);
    const [slot] = (body as { slots: { slot: { slotId: string } }[] }).slots;
    const ask = async (who: string, waitlist: boolean) => {
      const request = {
        opportunityId,
        slots: [{ slotId: slot?.slot.slotId, places: 1, ...(waitlist && { waitlist }) }],
        person: { name: who, email: `${who}@example.org` },
        language: 'en',
        answers: [],
        consent: true,
      };
      const answer = await call(platform, '/api/sign-ups', undefined, request, `key-of-${who}-0123456789`);
      return Submission.parse(answer.body).results[0];
    };
    const held = await ask(`holder-${n}`, false);
    await ask(`waiter-${n}`, true);
    const token = manageLink(await mailTo(platform, `holder-${n}@example.org`, /./))
      .split('/')
      .at(-1);
    await mailTo(platform, `waiter-${n}@example.org`, /waitlist/);
    if (held?.outcome !== 'confirmed') throw new Error('the holder must have the place');
    const cancelled = await call(platform, `/api/sign-ups/${held.signUpId}/cancel`, token, {});
    if (cancelled.status !== 200) throw new Error(`the cancellation got ${cancelled.status}`);
    const from = performance.now();
    await eventually('the mail', async () =>
      (await mailsTo(platform, `waiter-${n}@example.org`)).some(({ subject }) => /A place came free/.test(subject ?? ''))
        ? true
        : undefined,
    );
    delays.push(performance.now() - from);
  }
  process.stdout.write(
    `${delays.length} cancellations: the next in line had their mail after ${Math.round(median(delays))} ms in the median, ${Math.round(Math.max(...delays))} ms at most\n`,
  );
} finally {
  await platform.stop();
}
