/** The functions around days, reminders and thanks: the sweep puts its events on the bus by their contract, and the consumer takes just them. */
import { describe, expect, it } from 'vitest';
import { EVENTS } from '#contracts/events/index.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { createHandler as onDayApproached } from '#functions/messaging/on-day-approached.ts';
import { createHandler as onDayPassed } from '#functions/messaging/on-day-passed.ts';
import { createHandler as onDaysDue } from '#functions/volunteering/on-days-due.ts';
import { aSignUpRequest } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';

async function swept(at = '2027-03-02T15:05:00.000Z') {
  const here = await world();
  here.clock.set('2027-02-01T12:00:00.000Z');
  await signUp(here.ports)({ request: aSignUpRequest(), key: { kind: 'api', value: '0123456789abcdef-reminders' } });
  await here.deliver();
  here.clock.set(at);
  await onDaysDue(here.sweepPorts)();
  return here;
}
const asEvent = (event: { readonly type: string }) => ({ 'detail-type': event.type, detail: event }) as never;

describe('the sweep', () => {
  it('says what is due by its contract, and the same thing under the same id', async () => {
    const here = await swept();
    const [event] = here.bus;
    expect(EVENTS['day.approached.v1'].parse(event)).toEqual(event);
    // the mark is lost
    const { fakeMarkedDays } = await import('#test/support/fake-days.ts');
    here.clock.advance(3_600_000);
    await onDaysDue({ ...here.sweepPorts, markedDays: fakeMarkedDays() })();
    expect(here.bus).toEqual([event, event]);
  });
});

describe('the consumer', () => {
  it('writes once, also when the event comes twice', async () => {
    const here = await swept();
    for (const event of [...here.bus, ...here.bus]) await onDayApproached(here.mailPorts)(asEvent(event));
    expect(here.mails().filter((key) => key.startsWith('reminder/'))).toHaveLength(1);
  });

  it('thanks once, too, and the sweep says what has passed by its contract', async () => {
    const here = await swept('2027-03-06T15:05:00.000Z');
    const [event] = here.bus;
    expect(EVENTS['day.passed.v1'].parse(event)).toEqual(event);
    for (const one of [...here.bus, ...here.bus]) await onDayPassed(here.mailPorts)(asEvent(one));
    expect(here.mails().filter((key) => key.startsWith('thanks/'))).toHaveLength(1);
    await expect(onDayPassed(here.mailPorts)(asEvent({ type: 'day.approached.v1' }))).rejects.toThrow('no consumer');
  });

  it('refuses other events, and what does not parse', async () => {
    const here = await swept();
    await expect(onDayApproached(here.mailPorts)(asEvent({ type: 'link.requested.v1' }))).rejects.toThrow('no consumer');
    await expect(onDayApproached(here.mailPorts)(asEvent({ type: 'day.approached.v1' }))).rejects.toThrow();
  });
});
