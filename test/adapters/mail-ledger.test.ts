/** The ledger that makes each mail go out once, on the fake and on DynamoDB. */
import { describe, expect, it } from 'vitest';
import { Day } from '#contracts/values.ts';
import { personId } from '#test/support/builders.ts';
import { onBoth } from './both.ts';

const KEY = 'confirmation/one';
const MINUTE = 60_000;
const DAY = Day.parse('2027-03-01');
const START = Date.parse('2027-03-01T12:00:00.000Z');

onBoth('the mail ledger', (make) => {
  const ledger = async () => {
    const { mailLedger, mailFigures } = await make();
    const lease = (at: number, covers: readonly string[] = ['a']) => mailLedger.lease(KEY, personId(), at, MINUTE, covers);
    return { mailLedger, mailFigures, lease };
  };

  it('leases a mail to one until the lease is over', async () => {
    const { lease } = await ledger();
    expect(await lease(START)).toEqual({ kind: 'leased', attempt: 1 });
    expect(await lease(START + MINUTE - 1)).toEqual({ kind: 'busy' });
    expect(await lease(START + MINUTE)).toEqual({ kind: 'leased', attempt: 2 });
    expect(await lease(START + MINUTE)).toEqual({ kind: 'busy' });
  });

  it('leases it to one of many who ask at once, at first and after the lease ran out', async () => {
    const { lease } = await ledger();
    for (const at of [START, START + MINUTE]) {
      const kinds = (await Promise.all(Array.from({ length: 10 }, () => lease(at)))).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'leased')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'busy')).toHaveLength(9);
    }
  });

  it('remembers what a sent mail spoke of', async () => {
    const { mailLedger, lease } = await ledger();
    await lease(START);
    await mailLedger.markSent(KEY, { serviceId: 'ses-1', covers: ['a', 'b'], at: START });
    expect(await lease(START + MINUTE)).toEqual({ kind: 'done', outcome: 'sent', covers: ['a', 'b'] });
  });

  it('remembers that there was nothing to say, unless it was sent', async () => {
    const { mailLedger, lease } = await ledger();
    await lease(START, []);
    await mailLedger.markSkipped(KEY, START);
    expect(await lease(START + MINUTE)).toEqual({ kind: 'done', outcome: 'skipped', covers: [] });
    await mailLedger.markSent(KEY, { serviceId: 'ses-1', covers: ['a'], at: START });
    await mailLedger.markSkipped(KEY, START);
    expect(await lease(START + MINUTE)).toEqual({ kind: 'done', outcome: 'sent', covers: ['a'] });
  });

  it('may be leased again at once after a release', async () => {
    const { mailLedger, lease } = await ledger();
    await lease(START);
    await mailLedger.release(KEY, 1, START);
    expect(await lease(START)).toEqual({ kind: 'leased', attempt: 2 });
  });

  it('keeps a later sender’s lease when an earlier one ends its own', async () => {
    const { mailLedger, lease } = await ledger();
    await lease(START);
    await lease(START + MINUTE);
    await mailLedger.release(KEY, 1, START + MINUTE);
    expect(await lease(START + MINUTE)).toEqual({ kind: 'busy' });
  });

  it('remembers that it was held back, and counts that once', async () => {
    const { mailLedger, mailFigures, lease } = await ledger();
    await lease(START, ['a']);
    for (let time = 0; time < 2; time += 1) await mailLedger.markSuppressed(KEY, 1, START, DAY);
    expect(await lease(START + MINUTE)).toEqual({ kind: 'done', outcome: 'suppressed', covers: ['a'] });
    expect(await mailFigures.days(DAY, DAY)).toMatchObject([{ suppressed: 1, sent: 0 }]);
  });

  it('does not hold back by a lease that another has taken over', async () => {
    const { mailLedger, mailFigures, lease } = await ledger();
    await lease(START);
    await lease(START + MINUTE);
    await mailLedger.markSuppressed(KEY, 1, START + MINUTE, DAY);
    expect(await lease(START + MINUTE)).toEqual({ kind: 'busy' });
    expect(await mailFigures.days(DAY, DAY)).toEqual([]);
  });

  describe('about a mail it does not know', () => {
    it('makes nothing up', async () => {
      const { mailLedger, lease } = await ledger();
      await mailLedger.markSuppressed(KEY, 1, START, DAY);
      await mailLedger.markSent(KEY, { serviceId: 'ses-1', covers: [], at: START });
      await mailLedger.markSkipped(KEY, START);
      await mailLedger.release(KEY, 1, START);
      expect(await lease(START)).toEqual({ kind: 'leased', attempt: 1 });
    });
  });
});
