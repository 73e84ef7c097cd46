/**
 * Random people sign up, cancel, and are moved by staff, while hours go by in zones that are not the server's, over the nights on which the clocks change and a
 * leap day, and sweeps run once, twice, or not for a day. Whoever is to be reminded is, once; nobody else.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slot } from '#contracts/resources/opportunity.ts';
import { remindOfDay } from '#domain/messaging/tell-of-day.ts';
import { HOUR } from '#domain/time.ts';
import { addSchool } from '#domain/volunteering/add-school.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { sweepDays } from '#domain/volunteering/sweep-days.ts';
import { anOpportunity, aSchool, aShift, aSignUpRequest, opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { world } from '#test/support/world.ts';

const PEOPLE = [1, 2, 3];
const SLOTS = [1, 2, 3];
/** A time at which something changes in some of the zones, eight days after the story begins. */
const NIGHTS = ['2027-03-14T08:00:00Z', '2027-11-07T06:00:00Z', '2028-02-29T12:00:00Z', '2027-04-03T14:00:00Z', '2027-06-01T00:00:00Z'];
const ZONES = ['America/Chicago', 'Pacific/Auckland', 'Asia/Kolkata', 'Europe/Madrid', 'America/St_Johns'];

type Action =
  | { readonly kind: 'sign-up' | 'cancel'; readonly person: number; readonly slot: number }
  | { readonly kind: 'move'; readonly slot: number; readonly hours: number }
  | { readonly kind: 'call-off'; readonly slot: number }
  | { readonly kind: 'wait'; readonly hours: number; readonly sweeps: number };
const who = { person: fc.constantFrom(...PEOPLE), slot: fc.constantFrom(...SLOTS) };
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('sign-up' as const, 'sign-up' as const, 'cancel' as const), ...who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), slot: who.slot, hours: fc.integer({ min: 120, max: 260 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('call-off' as const), slot: who.slot }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 30 }),
      sweeps: fc.integer({ min: 0, max: 2 }),
    }),
  },
);

const hourIn = (zone: string, at: number): number =>
  Number(new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(at));
const dayIn = (zone: string, at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
const daysApart = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / (24 * HOUR));

async function story(zone: string, night: string, actions: readonly Action[]): Promise<number> {
  const here = await world();
  const begins = Date.parse(night) - 8 * 24 * HOUR;
  here.clock.set(new Date(begins).toISOString());
  const { version: _v, ...school } = aSchool({ schoolId: schoolId(2), slug: 'far', name: 'Far', zone });
  await addSchool(here.ports)(school);
  const at = (hours: number) => ({
    startsAt: new Date(begins + hours * HOUR).toISOString(),
    endsAt: new Date(begins + (hours + 1) * HOUR).toISOString(),
  });
  let slots: Slot[] = SLOTS.map((n) => aShift(n + 10, { ...at(170 + n * 20) }));
  const publish = async () => {
    const { version: _w, ...definition } = anOpportunity({
      opportunityId: opportunityId(2),
      schoolId: schoolId(2),
      slots,
      dropOutHours: 0,
    });
    const outcome = await publishOpportunity(here.ports)(definition);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  };
  await publish();

  const ids = new Map<number, string>();
  for (const n of PEOPLE) ids.set(n, await here.ports.people.identify(`person-${n}@example.org`));
  /** Since when somebody has a slot, and since when it begins when it does. */
  const has = new Map<string, number>();
  const setAt = new Map<string, number>();
  const sent = new Set<string>();
  let key = 0;
  for (const one of actions) {
    const now = here.clock.now();
    if (one.kind === 'wait') {
      here.clock.advance(one.hours * HOUR);
      for (let n = 0; n < one.sweeps; n += 1) {
        await here.sweep();
        check();
      }
    } else if (one.kind === 'sign-up') {
      key += 1;
      const request = aSignUpRequest({
        opportunityId: opportunityId(2),
        person: { name: `Person ${one.person}`, email: `person-${one.person}@example.org` },
        slots: [{ slotId: slotId(one.slot + 10), places: 1 }],
      });
      const outcome = await signUp(here.ports)({
        request,
        key: { kind: 'api', value: `key-of-the-story-${String(key).padStart(6, '0')}` },
      });
      await here.deliver();
      if (outcome.ok && outcome.value.results[0]?.outcome === 'confirmed') has.set(`${one.person} ${one.slot}`, now);
    } else if (one.kind === 'cancel') {
      const personId = ids.get(one.person) as never;
      const own = await here.ports.signUps.find(personId, slotId(one.slot + 10));
      const outcome = own && (await cancelSignUp(here.ports)({ personId, signUpId: own.signUpId }));
      await here.deliver();
      if (outcome?.ok) has.delete(`${one.person} ${one.slot}`);
    } else {
      const slot = slots[one.slot - 1];
      if (!slot || Date.parse(slot.startsAt ?? '') <= now) continue;
      const times = one.kind === 'move' ? at(one.hours) : {};
      if (one.kind === 'move' && Date.parse(at(one.hours).startsAt) <= now) continue;
      slots = slots.map((each) =>
        each === slot ? ({ ...each, ...times, ...(one.kind === 'call-off' && { calledOff: true as const }) } as Slot) : each,
      );
      await publish();
      if (one.kind === 'move' && slots[one.slot - 1]?.startsAt !== slot.startsAt) setAt.set(`${one.slot}`, now);
    }
  }
  return sent.size;

  /** What is sent must be meant, once and by day; what is meant must be sent. */
  function check(): void {
    const now = here.clock.now();
    const mails = here.mailer.sent.filter((mail) => mail.key.startsWith('reminder/'));
    expect(new Set(mails.map((mail) => mail.key)).size).toBe(mails.length);
    for (const { key: name, mail } of mails) {
      if (sent.has(name)) continue;
      sent.add(name);
      expect(hourIn(zone, now)).toBeGreaterThanOrEqual(8);
      expect(hourIn(zone, now)).toBeLessThan(21);
      const [, personId, day] = name.split('/');
      const n = PEOPLE.find((each) => ids.get(each) === personId);
      const told = (JSON.parse(mail.text ?? '') as { parts: { slots: { slot: Slot }[] }[] }).parts.flatMap((part) => part.slots);
      const mine = slots
        .filter(({ startsAt, calledOff }, index) => !calledOff && Date.parse(startsAt ?? '') > now && has.has(`${n} ${index + 1}`))
        .filter(({ startsAt }) => dayIn(zone, Date.parse(startsAt ?? '')) === day);
      expect(told.map(({ slot }) => [slot.slotId, slot.startsAt]).toSorted()).toEqual(
        mine.map(({ slotId: id, startsAt }) => [id, startsAt]).toSorted(),
      );
    }
    if (hourIn(zone, now) < 8 || hourIn(zone, now) >= 21) return;
    slots.forEach(({ startsAt = '', calledOff }, index) => {
      const start = Date.parse(startsAt);
      const left = daysApart(dayIn(zone, now), dayIn(zone, start));
      const days = left <= 1 ? 1 : left <= 3 ? 3 : undefined;
      // nine has struck on the day it is due, or that day is over
      if (calledOff || start <= now || days === undefined || (left === days && hourIn(zone, now) < 9)) return;
      for (const n of PEOPLE) {
        const since = has.get(`${n} ${index + 1}`);
        if (since === undefined) continue;
        const known = Math.max(since, setAt.get(`${index + 1}`) ?? 0);
        const passed = daysApart(dayIn(zone, known), dayIn(zone, start)) - days;
        // well before, whatever the hour: the exact bounds are tested by themselves
        if (passed >= (days === 3 ? 3 : 1)) expect(sent).toContain(`reminder/${ids.get(n)}/${dayIn(zone, start)}/${days}`);
      }
    });
  }
}

describe('whatever happens', () => {
  it('who is to be reminded is, once, by day, of what they have; in all zones and over all nights', async () => {
    let mails = 0;
    let commands = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ZONES),
        fc.constantFrom(...NIGHTS),
        fc.array(action, { minLength: 20, maxLength: 45 }),
        async (zone, night, actions) => {
          commands += actions.length;
          mails += await story(zone, night, actions);
        },
      ),
      { numRuns: 120 },
    );
    expect(commands).toBeGreaterThan(2_400);
    expect(mails).toBeGreaterThan(50);
  });
});

describe('killed at any await, before or after the effect,', () => {
  const THREE = '2027-03-02T15:05:00.000Z';
  async function due() {
    const here = await world({ slots: [aShift(1)] });
    here.clock.set('2027-02-01T12:00:00.000Z');
    for (const name of ['ana', 'bob']) {
      const request = aSignUpRequest({ person: { name, email: `${name}@example.org` }, slots: [{ slotId: slotId(1), places: 1 }] });
      await signUp(here.ports)({ request, key: { kind: 'api', value: `key-of-${name}-0123456789` } });
    }
    await here.deliver();
    here.clock.set(THREE);
    return { ...here, reminders: () => here.mails().filter((key) => key.startsWith('reminder/')) };
  }
  const unlessKilled = (error: unknown): void => {
    if (!(error instanceof Error && (error instanceof Killed || error.cause instanceof Killed))) throw error;
  };

  it('a sweep is made up for by the next one, and each is reminded once', async () => {
    for (let call = 1; ; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await due();
        const { ports, counter } = withFault(here.sweepPorts, { call, when });
        await sweepDays(ports)().catch(unlessKilled);
        if (!counter.struck) return expect(call).toBeGreaterThan(5);
        here.clock.advance(HOUR);
        await here.sweep();
        expect(here.reminders()).toHaveLength(2);
      }
    }
  });

  it('the writing of mails is taken up by the event’s retry, and nobody is left out', async () => {
    for (let call = 1; ; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await due();
        await sweepDays(here.sweepPorts)();
        const [event] = here.bus;
        if (event?.type !== 'day.approached.v1') throw new Error('the sweep must find the day');
        const { mailer, peopleOnDays } = here.mailPorts;
        const { ports, counter } = withFault(here.mailPorts, { call, when });
        await remindOfDay({ ...ports, mailer, peopleOnDays })(event).catch(unlessKilled);
        if (!counter.struck) return expect(call).toBeGreaterThan(8);
        // the lease of who was being written to runs out
        here.clock.advance(HOUR);
        await here.consumers.remind(event);
        // a death between the mail service's answer and its mark is the one way to a second copy, which is counted
        expect([new Set(here.reminders()).size, here.reminders().length <= 3]).toEqual([2, true]);
      }
    }
  });
});
