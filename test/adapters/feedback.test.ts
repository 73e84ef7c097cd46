/** Feedback, in memory and on DynamoDB: one answer of a person to an opportunity, counted once, and what was written without who wrote it. */
import { expect, it } from 'vitest';
import type { GivenFeedback } from '#domain/volunteering/feedback.ts';
import { opportunityId, personId, schoolId } from '#test/support/builders.ts';
import { onBoth } from './both.ts';

const one = (n = 1, with_: Partial<GivenFeedback> = {}): GivenFeedback => ({
  personId: personId(n),
  opportunityId: opportunityId(),
  schoolId: schoolId(),
  score: 4,
  text: `More chairs,\nplease ${n}`,
  language: 'en',
  answeredAt: `2027-03-06T12:00:0${n}.000Z`,
  version: 1,
  expiresAt: '2027-06-04T01:00:00.000Z',
  ...with_,
});

onBoth('feedback', (make) => {
  it('is of its person and opportunity, and counted', async () => {
    const { feedback, readFeedback } = await make();
    expect(await feedback.find(personId(), opportunityId())).toBeUndefined();
    expect(await readFeedback.counts(schoolId(), opportunityId())).toEqual([0, 0, 0, 0, 0]);
    const { text: _text, ...wordless } = one(2, { score: 1 });
    expect(await feedback.save(undefined, one())).toBe('done');
    expect(await feedback.save(undefined, wordless)).toBe('done');
    expect(await feedback.find(personId(), opportunityId())).toEqual(one());
    expect(await feedback.find(personId(2), opportunityId())).toEqual(wordless);
    expect(await feedback.find(personId(), opportunityId(2))).toBeUndefined();
    expect(await readFeedback.counts(schoolId(), opportunityId())).toEqual([1, 0, 0, 1, 0]);
  });

  it('is changed as it was read and not otherwise, and its score moves', async () => {
    const { feedback, readFeedback } = await make();
    await feedback.save(undefined, one());
    expect(await feedback.save(undefined, one(1, { score: 1 }))).toBe('stale');
    const better = one(1, { score: 5, name: 'Ana', version: 2 });
    expect(await feedback.save(one(), better)).toBe('done');
    expect(await feedback.save(one(), one(1, { score: 2, version: 2 }))).toBe('stale');
    expect(await feedback.find(personId(), opportunityId())).toEqual(better);
    expect(await readFeedback.counts(schoolId(), opportunityId())).toEqual([0, 0, 0, 0, 1]);
    const { text: _text, name: _name, ...wordless } = better;
    expect(await feedback.save(better, { ...wordless, version: 3 })).toBe('done');
    expect(await readFeedback.counts(schoolId(), opportunityId())).toEqual([0, 0, 0, 0, 1]);
    expect(await readFeedback.written(opportunityId(), 10)).toEqual([]);
  });

  it('of many at once counts each', async () => {
    const { feedback, readFeedback } = await make();
    const saved = await Promise.all([1, 2, 3, 4, 5].map((n) => feedback.save(undefined, one(n, { score: n }))));
    const done = saved.filter((outcome) => outcome === 'done').length;
    const counts = await readFeedback.counts(schoolId(), opportunityId());
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(done);
    expect(done).toBeGreaterThan(0);
  });

  it('is read latest first, page by page, and does not say whose it is', async () => {
    const { feedback, readFeedback } = await make();
    for (const n of [1, 2, 3]) await feedback.save(undefined, one(n, n === 3 ? { name: 'Cy' } : {}));
    await feedback.save(undefined, one(4, { opportunityId: opportunityId(2) }));
    const first = await readFeedback.written(opportunityId(), 2);
    expect(first.map(({ place: _place, ...rest }) => rest)).toEqual([
      { text: 'More chairs,\nplease 3', score: 4, language: 'en', name: 'Cy', answeredAt: '2027-03-06T12:00:03.000Z' },
      { text: 'More chairs,\nplease 2', score: 4, language: 'en', answeredAt: '2027-03-06T12:00:02.000Z' },
    ]);
    const rest = await readFeedback.written(opportunityId(), 2, first.at(-1)?.place);
    expect(rest.map(({ text }) => text)).toEqual(['More chairs,\nplease 1']);
  });

  it('is listed for its school by opportunity, those made last first', async () => {
    const { feedback, readFeedback } = await make();
    await feedback.save(undefined, one());
    await feedback.save(undefined, one(2, { opportunityId: opportunityId(2), score: 2 }));
    await feedback.save(undefined, one(3, { opportunityId: opportunityId(3), schoolId: schoolId(2) }));
    const all = await readFeedback.ofSchool(schoolId(), 10);
    expect(all).toEqual([
      { opportunityId: opportunityId(2), scores: [0, 1, 0, 0, 0] },
      { opportunityId: opportunityId(1), scores: [0, 0, 0, 1, 0] },
    ]);
    expect(await readFeedback.ofSchool(schoolId(), 1)).toEqual(all.slice(0, 1));
  });
});
