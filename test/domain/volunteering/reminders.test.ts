/** Reminders as people get them: one mail for a day, exactly once each, whatever sweeps do. */
import { describe, expect, it } from 'vitest';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import { saveMailPreferences } from '#domain/messaging/save-mail-preferences.ts';
import { HOUR } from '#domain/time.ts';
import { addSchool } from '#domain/volunteering/add-school.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { sweepDays } from '#domain/volunteering/sweep-days.ts';
import { anOpportunity, aSchool, aShift, aSignUpRequest, opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { type World, world } from '#test/support/world.ts';

const LONG_AGO = '2027-02-01T12:00:00.000Z';
/** Nine in the morning in Chicago, three days and one day before Friday 2027-03-05. */
const THREE = '2027-03-02T15:05:00.000Z';
const ONE = '2027-03-04T15:05:00.000Z';

let keys = 0;
async function takes({ ports, deliver }: World, slots: readonly number[] = [1], with_ = {}) {
  keys += 1;
  const key = `0123456789abcdef-${String(keys).padStart(8, '0')}`;
  const request = aSignUpRequest({ slots: slots.map((n) => ({ slotId: slotId(n), places: 1 })), ...with_ });
  const outcome = await signUp(ports)({ request, key: { kind: 'api', value: key } });
  if (!outcome.ok) throw new Error(outcome.error.code);
  await deliver();
  return outcome.value.results.flatMap((one) => (one.outcome === 'confirmed' ? [one.signUpId] : []));
}
const reminders = ({ mails }: World) => mails().filter((key) => key.startsWith('reminder/'));
const letterOf = ({ mailer }: World, n = -1) => JSON.parse(mailer.sent.at(n)?.mail.text ?? '{}');

async function worldOf(with_: Partial<Opportunity> = {}) {
  const here = await world(with_);
  here.clock.set(LONG_AGO);
  return here;
}

describe('a day with two slots', () => {
  it('is told in one mail three days before and one the day before, however often it is swept', async () => {
    const here = await worldOf({
      slots: [aShift(1), aShift(2, { startsAt: '2027-03-05T20:00:00.000Z', endsAt: '2027-03-05T21:00:00.000Z' })],
    });
    await takes(here, [1, 2]);
    for (const at of [THREE, THREE, ONE, ONE]) {
      here.clock.set(at);
      await here.sweep();
    }
    expect(reminders(here).map((key) => key.slice(-12))).toEqual(['2027-03-05/3', '2027-03-05/1']);
    const { daysLeft, parts, language } = letterOf(here);
    expect([daysLeft, language]).toEqual([1, 'es']);
    // in the order of time
    expect(parts[0].slots.map((one: { slot: { slotId: string } }) => one.slot.slotId)).toEqual([slotId(2), slotId(1)]);
  });

  it.each([
    // the hour that is skipped, and the one that comes twice, is two in the morning of a Sunday
    ['go forward', '2027-03-15', '2027-03-12T15:00:00.000Z', '2027-03-14T14:00:00.000Z'],
    ['go back', '2027-11-08', '2027-11-05T14:00:00.000Z', '2027-11-07T15:00:00.000Z'],
  ])('is told at nine by the school’s clocks over the night they %s: in two mails, swept by the hour', async (_, day, three, one) => {
    const start = new Date(Date.parse(one) + 30 * HOUR).toISOString();
    const here = await worldOf({ slots: [aShift(1, { startsAt: start, endsAt: new Date(Date.parse(start) + HOUR).toISOString() })] });
    await takes(here);
    const told: string[] = [];
    for (let at = Date.parse(three) - 12 * HOUR; at < Date.parse(start) + HOUR; at += HOUR) {
      here.clock.set(at);
      const before = reminders(here).length;
      await here.sweep();
      told.push(
        ...reminders(here)
          .slice(before)
          .map((key) => `${key.slice(-12)} at ${new Date(at).toISOString()}`),
      );
    }
    expect(told).toEqual([`${day}/3 at ${three}`, `${day}/1 at ${one}`]);
    expect(letterOf(here).daysLeft).toBe(1);
  });

  it('is told in one mail for all schools', async () => {
    const here = await worldOf();
    const { version: _v, ...other } = aSchool({ schoolId: schoolId(2), slug: 'other', name: 'Other', zone: 'America/New_York' });
    await addSchool(here.ports)(other);
    const { version: _w, ...there } = anOpportunity({ opportunityId: opportunityId(2), schoolId: schoolId(2), slots: [aShift(2)] });
    await publishOpportunity(here.ports)(there);
    await takes(here, [1]);
    await takes(here, [2], { opportunityId: opportunityId(2) });
    // nine in New York, eight in Chicago; then nine in Chicago
    for (const at of ['2027-03-02T14:05:00.000Z', THREE]) {
      here.clock.set(at);
      await here.sweep();
    }
    expect(reminders(here)).toHaveLength(1);
    expect(
      letterOf(here)
        .parts.map((part: { opportunity: { opportunityId: string } }) => part.opportunity.opportunityId)
        .sort(),
    ).toEqual([opportunityId(1), opportunityId(2)]);
  });
});

describe('nobody is reminded', () => {
  it('at night', async () => {
    const here = await worldOf();
    await takes(here);
    here.clock.set('2027-03-03T03:05:00.000Z');
    await here.sweep();
    expect(reminders(here)).toEqual([]);
  });

  it('who gave the place back, even after the sweep', async () => {
    const here = await worldOf();
    const [id] = await takes(here);
    const personId = here.volunteering.stream.flatMap(({ change }) => ('personId' in change ? [change.personId] : []))[0];
    if (!id || !personId) throw new Error('nobody signed up');
    here.clock.set(THREE);

    await sweepDays(here.sweepPorts)();
    await cancelSignUp(here.ports)({ personId, signUpId: id });
    for (const event of here.bus.splice(0)) if (event.type === 'day.approached.v1') await here.consumers.remind(event);
    expect(reminders(here)).toEqual([]);
  });

  it.each(['before the sweep', 'between the sweep and the mail'])('of what was called off %s', async (when) => {
    const here = await worldOf({ slots: [aShift(1), aShift(2)] });
    await takes(here, [1, 2]);
    const callOff = async (numbers: readonly number[]) => {
      const { version: _v, ...definition } = anOpportunity({
        slots: [1, 2].map((n) => aShift(n, numbers.includes(n) ? { calledOff: true } : {})),
      });
      await publishOpportunity(here.ports)(definition);
    };
    here.clock.set(THREE);
    if (when === 'before the sweep') await callOff([1]);
    await sweepDays(here.sweepPorts)();
    if (when !== 'before the sweep') await callOff([1]);
    for (const event of here.bus.splice(0)) if (event.type === 'day.approached.v1') await here.consumers.remind(event);
    expect(reminders(here)).toHaveLength(1);
    const [part] = letterOf(here).parts;
    expect(part.slots.map((one: { slot: { slotId: string } }) => one.slot.slotId)).toEqual([slotId(2)]);
    here.clock.set(ONE);
    await sweepDays(here.sweepPorts)();
    await callOff([1, 2]);
    for (const event of here.bus.splice(0)) if (event.type === 'day.approached.v1') await here.consumers.remind(event);
    expect(reminders(here)).toHaveLength(1);
  });

  it('who waits for a place', async () => {
    const here = await worldOf({ slots: [aShift(1, { capacity: 1 })] });
    await takes(here);
    const person = { name: 'Wanda', email: 'wanda@example.org' };
    await takes(here, [], { person, slots: [{ slotId: slotId(1), places: 1, waitlist: true }] });
    here.clock.set(THREE);
    await here.sweep();
    expect(reminders(here)).toEqual([expect.stringContaining(await here.ports.people.identify('ana@example.org'))]);
  });

  it('of a time that was set after the reminder was due', async () => {
    const here = await worldOf();
    await takes(here);
    here.clock.set('2027-03-02T18:00:00.000Z');
    const { version: _v, ...definition } = anOpportunity({
      slots: [aShift(1, { startsAt: '2027-03-04T23:00:00.000Z', endsAt: '2027-03-05T01:00:00.000Z' })],
    });
    await publishOpportunity(here.ports)(definition);
    await here.sweep();
    expect(reminders(here)).toEqual([]);
    here.clock.set('2027-03-03T15:05:00.000Z');
    await here.sweep();
    expect(reminders(here).map((key) => key.slice(-12))).toEqual(['2027-03-04/1']);
    expect(letterOf(here).parts[0].slots[0].slot.startsAt).toBe('2027-03-04T23:00:00.000Z');
  });
});

describe('after a day without sweeps', () => {
  it('a late reminder is sent, and says how long it is still', async () => {
    const here = await worldOf();
    await takes(here);
    here.clock.set('2027-03-03T15:05:00.000Z');
    await here.sweep();
    expect(reminders(here)).toHaveLength(1);
    expect(letterOf(here).daysLeft).toBe(2);
    here.clock.set(ONE);
    await here.sweep();
    expect(reminders(here)).toHaveLength(2);
  });
});

describe('an event that comes late', () => {
  it('tells nobody a second time what the next reminder has told', async () => {
    const here = await worldOf();
    await takes(here);
    here.clock.set(THREE);
    await sweepDays(here.sweepPorts)();
    const late = here.bus.splice(0);
    here.clock.set(ONE);
    await here.sweep();
    for (const event of late) if (event.type === 'day.approached.v1') await here.consumers.remind(event);
    expect(reminders(here).map((key) => key.slice(-12))).toEqual(['2027-03-05/1']);
  });
});

describe('a mail service that says no', () => {
  it('is asked again after a while, and nobody gets two', async () => {
    const here = await worldOf();
    await takes(here);
    here.clock.set(THREE);
    here.mailer.script('refuse', 'refuse');
    await here.sweep();
    expect(reminders(here)).toHaveLength(1);
    expect(here.clock.now() - Date.parse(THREE)).toBeLessThan(HOUR);
  });
});

describe('who wants only the last reminder', () => {
  it.each([
    ['all', ['2027-03-05/3', '2027-03-05/2', '2027-03-05/1']],
    // the last one of each of the two; each tells of both
    ['last', ['2027-03-05/2', '2027-03-05/1']],
  ] as const)('gets the last one of everything they have on the day, if they want %s', async (wanted, told) => {
    const here = await worldOf();
    const { version: _v, ...other } = anOpportunity({ opportunityId: opportunityId(2), slots: [aShift(2)], reminderDays: [2] });
    await publishOpportunity(here.ports)(other);
    await takes(here, [1]);
    await takes(here, [2], { opportunityId: opportunityId(2) });
    const ana = await here.ports.people.identify('ana@example.org');
    await saveMailPreferences({ ...here.mailPorts, languages: [] })(ana, { reminders: wanted, thanks: true });
    for (const at of [THREE, '2027-03-03T15:05:00.000Z', ONE]) {
      here.clock.set(at);
      await here.sweep();
    }
    expect(reminders(here).map((key) => key.slice(-12))).toEqual(told);
    expect(letterOf(here).parts).toHaveLength(2);
  });

  it.each([
    // one of the two has no other reminder
    ['long before', LONG_AGO, ['2027-03-05/3', '2027-03-05/1']],
    // and was taken after it was due: its confirmation has told of it, and the other one has its last reminder still to come
    ['just before', '2027-03-02T15:02:00.000Z', ['2027-03-05/1']],
  ])('is not kept from the only one of something they took %s', async (_when, takenAt, told) => {
    const here = await worldOf();
    const { version: _v, ...other } = anOpportunity({ opportunityId: opportunityId(2), slots: [aShift(2)], reminderDays: [3] });
    await publishOpportunity(here.ports)(other);
    const ana = await here.ports.people.identify('ana@example.org');
    await saveMailPreferences({ ...here.mailPorts, languages: [] })(ana, { reminders: 'last', thanks: true });
    await takes(here, [1]);
    here.clock.set(takenAt);
    await takes(here, [2], { opportunityId: opportunityId(2) });
    for (const at of [THREE, ONE]) {
      here.clock.set(at);
      await here.sweep();
    }
    expect(reminders(here).map((key) => key.slice(-12))).toEqual(told);
  });
});
