/** How a change is made when others change the same: how often it is decided again, how long it waits, and what the caller is told. */
import { describe, expect, it } from 'vitest';
import { NOTHING } from '#domain/fundraising/account.ts';
import { changing, type Decision, withoutLevel } from '#domain/fundraising/changing.ts';
import type { ChangeOutcome, FundraisingChange } from '#domain/fundraising/ports.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { campaignId } from '#test/support/builders.ts';
import { fakeFundraising } from '#test/support/fake-fundraising.ts';

const change: FundraisingChange = {
  campaignId: campaignId(),
  pledges: [],
  account: { add: NOTHING, levels: [], matches: [] },
  history: [],
};

/** A ledger that answers these, one after the other; the decisions and pauses that follow. */
async function meeting(...outcomes: readonly ChangeOutcome[]) {
  const pauses: number[] = [];
  let asked = 0;
  let decided = 0;
  const ledger = {
    ...fakeFundraising().ledger,
    change: async () => {
      asked += 1;
      return outcomes[asked - 1] ?? 'done';
    },
  };
  const decide = async (): Promise<Result<Decision<string>, { readonly code: 'no' }>> => {
    decided += 1;
    return ok({ change, value: `decision ${decided}` });
  };
  const pause = async (ms: number): Promise<void> => {
    pauses.push(ms);
  };
  return { answer: await changing({ ledger, pause }, decide), asked, decided, pauses };
}

describe('a change', () => {
  it('that meets nobody is made as decided', async () => {
    expect(await meeting('done')).toEqual({ answer: ok('decision 1'), asked: 1, decided: 1, pauses: [] });
  });

  it('that meets somebody is decided again, after a pause that grows', async () => {
    expect(await meeting('stale', 'stale', 'done')).toEqual({ answer: ok('decision 3'), asked: 3, decided: 3, pauses: [10, 20] });
  });

  it('that always meets somebody is a conflict after ten decisions, with a pause of at most 320 ms between any two', async () => {
    const { answer, decided, pauses } = await meeting(...Array.from({ length: 20 }, () => 'stale' as const));
    expect(answer).toEqual(refused({ code: 'request.conflict' }));
    expect(decided).toBe(10);
    expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 320, 320, 320]);
  });

  it('that the ledger was too busy for is a conflict at once', async () => {
    expect(await meeting('busy')).toEqual({ answer: refused({ code: 'request.conflict' }), asked: 1, decided: 1, pauses: [] });
  });

  it('for which no place of its level is left is told so', async () => {
    expect(await meeting('stale', 'level-full')).toMatchObject({ answer: refused({ code: 'level.sold-out' }), asked: 2 });
  });

  it('that is none writes nothing, and a refusal is told as it is', async () => {
    const { ledger } = fakeFundraising();
    const never = { ledger: { ...ledger, change: () => Promise.reject(new Error('written')) }, pause: async () => {} };
    expect(await changing(never, async () => ok({ value: 'there' }))).toEqual(ok('there'));
    expect(await changing(never, async () => refused({ code: 'no' }))).toEqual(refused({ code: 'no' }));
  });
});

describe('a change that takes no place of a level', () => {
  it('tells everything else as it is', () => {
    expect(withoutLevel(ok(1))).toEqual(ok(1));
    expect(withoutLevel(refused({ code: 'no' }))).toEqual(refused({ code: 'no' }));
  });

  it('can’t be refused for one', () => {
    expect(() => withoutLevel(refused({ code: 'level.sold-out' }))).toThrow('a change that takes no place of a level was refused for one');
  });
});
