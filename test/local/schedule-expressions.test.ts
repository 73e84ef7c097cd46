/** Schedule expressions as EventBridge reads them: the next run after an instant, and what is refused. */
import { describe, expect, it } from 'vitest';
import { nextRuns } from '#local/schedule-expressions.ts';

function runsAfter(expression: string, after: string, count: number): readonly string[] {
  const next = nextRuns(expression);
  const runs: string[] = [];
  for (let at = next(Date.parse(after)); at !== undefined && runs.length < count; at = next(at)) runs.push(new Date(at).toISOString());
  return runs.map((run) => run.replace(':00.000Z', ''));
}

describe('a rate', () => {
  it.each([
    ['rate(1 minute)', '2027-03-05T08:00:30.500Z', '2027-03-05T08:01:30.500Z'],
    ['rate(15 minutes)', '2027-03-05T08:00:00Z', '2027-03-05T08:15:00.000Z'],
    ['rate(1 hour)', '2027-03-05T23:30:00Z', '2027-03-06T00:30:00.000Z'],
    ['rate(7 days)', '2027-02-26T08:00:00Z', '2027-03-05T08:00:00.000Z'],
  ])('%s after %s is %s', (expression, after, expected) => {
    expect(new Date(nextRuns(expression)(Date.parse(after)) ?? 0).toISOString()).toBe(expected);
  });
});

describe('a cron expression', () => {
  it.each([
    ['every minute', '* * * * ? *', '2027-03-05T08:00:59Z', ['2027-03-05T08:01', '2027-03-05T08:02']],
    ['a time of every day, from the instant itself the next one', '0 10 * * ? *', '2027-03-05T10:00:00Z', ['2027-03-06T10:00']],
    ['a time of every day, a millisecond before', '0 10 * * ? *', '2027-03-05T09:59:59.999Z', ['2027-03-05T10:00']],
    ['steps from a value on', '5/20 8 * * ? *', '2027-03-05T00:00:00Z', ['2027-03-05T08:05', '2027-03-05T08:25', '2027-03-05T08:45']],
    ['steps of all', '*/30 8 * * ? *', '2027-03-05T00:00:00Z', ['2027-03-05T08:00', '2027-03-05T08:30', '2027-03-06T08:00']],
    ['steps in a range', '0 8-14/3 * * ? *', '2027-03-05T00:00:00Z', ['2027-03-05T08:00', '2027-03-05T11:00', '2027-03-05T14:00']],
    ['lists in any order, over midnight', '0 22,6 * * ? *', '2027-03-05T07:00:00Z', ['2027-03-05T22:00', '2027-03-06T06:00']],
    ['lists of ranges', '0 8 1-2,30 * ? *', '2027-04-02T09:00:00Z', ['2027-04-30T08:00', '2027-05-01T08:00', '2027-05-02T08:00']],
    ['the 31st, only where a month has it', '0 0 31 * ? *', '2027-01-31T00:00:00Z', ['2027-03-31T00:00', '2027-05-31T00:00']],
    ['the 30th, past February', '0 0 30 * ? *', '2027-01-30T00:00:00Z', ['2027-03-30T00:00']],
    ['the leap day', '0 12 29 2 ? *', '2027-03-05T00:00:00Z', ['2028-02-29T12:00', '2032-02-29T12:00']],
    ['the end of the year', '59 23 31 12 ? *', '2027-12-31T23:59:00Z', ['2028-12-31T23:59']],
    ['days of the week: 1 is Sunday', '0 8 ? * 1 *', '2027-03-05T00:00:00Z', ['2027-03-07T08:00', '2027-03-14T08:00']],
    ['days of the week: 7 is Saturday', '0 8 ? * 7 *', '2027-03-05T00:00:00Z', ['2027-03-06T08:00']],
    ['days of the week by name', '0 8 ? * MON-FRI *', '2027-03-05T08:00:00Z', ['2027-03-08T08:00', '2027-03-09T08:00']],
    ['months by name, in any case', '0 8 1 jan,JUL ? *', '2027-03-05T00:00:00Z', ['2027-07-01T08:00', '2028-01-01T08:00']],
    ['years', '0 8 1 1 ? 2028-2029', '2027-03-05T00:00:00Z', ['2028-01-01T08:00', '2029-01-01T08:00']],
    ['nothing where its years are over', '0 8 1 1 ? 2026', '2027-03-05T00:00:00Z', []],
    ['nothing where no month has the day', '0 8 31 2 ? *', '2027-03-05T00:00:00Z', []],
  ])('means %s: %s', (_name, fields, after, expected) => {
    expect(runsAfter(`cron(${fields})`, after, Math.max(1, expected.length))).toEqual(expected);
  });

  it('runs at the same time of UTC in the night the clocks change', () => {
    expect(runsAfter('cron(30 7 ? * SUN *)', '2027-03-08T00:00:00Z', 1)).toEqual(['2027-03-14T07:30']);
  });
});

describe('what stops the start', () => {
  it.each([
    'rate(0 minutes)',
    'rate(1 minutes)',
    'rate(2 minute)',
    'rate(5 seconds)',
    'rate(1.5 hours)',
    'rate(-1 minutes)',
    'at(2027-03-05T08:00:00)',
    'every day',
    'cron(0 8 * * ?)',
    'cron(0 8 * * * *)',
    'cron(0 8 ? * ? *)',
    'cron(0 8 L * ? *)',
    'cron(0 8 15W * ? *)',
    'cron(0 8 ? * 2#1 *)',
    'cron(0 8 ? * 6L *)',
    'cron(0 8 ? * 2/2 *)',
    'cron(60 8 * * ? *)',
    'cron(0 24 * * ? *)',
    'cron(0 8 0 * ? *)',
    'cron(0 8 32 * ? *)',
    'cron(0 8 1 13 ? *)',
    'cron(0 8 ? * 0 *)',
    'cron(0 8 ? * 8 *)',
    'cron(0 8 ? * FRI-MON *)',
    'cron(0 8 ? * MON-TUE-WED *)',
    'cron(0/0 8 * * ? *)',
    'cron(1, 8 * * ? *)',
    'cron(- 8 * * ? *)',
    'cron(0 8 1 1 ? 1969)',
    'cron(0 8 1 1 ? 2200)',
  ])('%s', (expression) => {
    expect(() => nextRuns(expression)).toThrow(`this machine does not know the schedule ${expression}`);
  });
});
