/** The ledger that makes each mail go out once, on the fake and on DynamoDB. */
import { describe, expect, it } from 'vitest';
import { personId } from '#test/support/builders.ts';
import { onBoth } from './both.ts';

const KEY = 'confirmation/one';
const MINUTE = 60_000;
const START = Date.parse('2027-03-01T12:00:00.000Z');

onBoth('the mail ledger', (make) => {
  const ledger = async () => {
    const { mailLedger } = await make();
    const lease = (at: number, covers: readonly string[] = ['a']) => mailLedger.lease(KEY, personId(), at, MINUTE, covers);
    return { mailLedger, lease };
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

  it('takes the word of the mail service, whatever became of the sender', async () => {
    const { mailLedger, lease } = await ledger();
    await lease(START, ['a', 'b']);
    await mailLedger.markAccepted(KEY, 'ses-1', START);
    await mailLedger.markAccepted(KEY, 'ses-1', START + 1);
    await mailLedger.release(KEY, 1, START);
    expect(await lease(START + MINUTE)).toEqual({ kind: 'done', outcome: 'sent', covers: ['a', 'b'] });
  });

  describe('about a mail it does not know', () => {
    it('makes nothing up', async () => {
      const { mailLedger, lease } = await ledger();
      await mailLedger.markAccepted(KEY, 'ses-1', START);
      await mailLedger.markSent(KEY, { serviceId: 'ses-1', covers: [], at: START });
      await mailLedger.markSkipped(KEY, START);
      await mailLedger.release(KEY, 1, START);
      expect(await lease(START)).toEqual({ kind: 'leased', attempt: 1 });
    });
  });
});
