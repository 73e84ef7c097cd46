/** Events from the ledger, and what volunteering itself does with them. */
import { describe, expect, it } from 'vitest';
import { EVENTS } from '#contracts/events/index.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { ledgerEvent, linkRequestedEvent } from '#domain/volunteering/ledger-events.ts';
import { moveSignUp } from '#domain/volunteering/move-sign-up.ts';
import { onLedgerChange } from '#domain/volunteering/on-ledger-change.ts';
import type { Attendance } from '#domain/volunteering/ports.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { aLedger, personId as aPerson, aShift, aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { world } from '#test/support/world.ts';

async function taken() {
  const here = await world({ slots: [aShift(1), aShift(2)] });
  const outcome = await signUp(here.ports)({ request: aSignUpRequest(), key: { kind: 'api', value: 'key-0123456789abcdef' } });
  const result = outcome.ok ? outcome.value.results[0] : undefined;
  if (result?.outcome !== 'confirmed') throw new Error('must be confirmed');
  const personId = await here.ports.people.identify('ana@example.org');
  const record = () => here.ports.signUps.find(personId, slotId(1));
  const mark = (attendance: Attendance, places = 1) =>
    here.ports.marks.mark({
      opportunityId: opportunityId(),
      slotId: slotId(1),
      personId,
      signUpId: result.signUpId,
      places,
      attendance,
      at: '2027-03-05T23:30:00.000Z',
      by: 'luis@riverbend.example',
    });
  return {
    ...here,
    mark,
    own: { personId, signUpId: result.signUpId },
    record,
    consume: onLedgerChange({ ...here.ports, retentionDays: 30 }),
  };
}

describe('events', () => {
  it('of a whole life fit their contracts and name each change once', async () => {
    const here = await taken();
    await changePlaces(here.ports)({ ...here.own, places: 2 });
    await moveSignUp(here.ports)({ ...here.own, slotId: slotId(2) });
    const events = here.events();
    expect(events.map(({ type, id }) => [type, id])).toEqual([
      ['sign-up.confirmed.v1', `${slotId(1)}:2`],
      ['sign-up.resized.v1', `${slotId(1)}:3`],
      ['sign-up.confirmed.v1', `${slotId(2)}:2`],
      ['sign-up.cancelled.v1', `${slotId(1)}:4`],
    ]);
    for (const event of events) expect(EVENTS[event.type].parse(event)).toEqual(event);
    expect(JSON.stringify(events)).not.toMatch(/Ana|example\.org/);
  });

  it('are none for a slot opened or revised, and for an image that was not written anew', async () => {
    const { volunteering } = await taken();
    const image = volunteering.stream.at(-1) ?? aLedger();
    expect([ledgerEvent(aLedger()), ledgerEvent(aLedger({ version: 2, change: { kind: 'revised', at: '2027-03-01T12:00:00Z' } }))]).toEqual(
      [undefined, undefined],
    );
    expect([ledgerEvent(image, image.version), ledgerEvent(image, image.version - 1)?.type]).toEqual([undefined, 'sign-up.confirmed.v1']);
  });

  it('of a mark at the door fits its contract, and tells what was seen and when', async () => {
    const here = await taken();
    const attendance = { state: 'attended', at: '2027-03-05T23:02:00.000Z', minutes: 90 } as const;
    await here.mark(attendance);
    const image = here.volunteering.stream.at(-1) ?? aLedger();
    const event = ledgerEvent(image);
    expect(event && EVENTS[event.type].parse(event)).toEqual(event);
    expect(event).toMatchObject({ id: `${slotId(1)}:3`, type: 'sign-up.marked.v1' });
    expect(event?.data).toMatchObject({ attendance: 'attended', minutes: 90, seenAt: attendance.at, places: 1, ledgerVersion: 3 });
    expect(JSON.stringify(event)).not.toMatch(/luis|Ana|example/);
  });

  it('of a link request fits its contract', () => {
    const at = '2027-03-01T12:00:00.000Z';
    const event = linkRequestedEvent({ personId: aPerson(), requestId: 'r1', language: 'en', requestedAt: at, expiresAt: at });
    expect(EVENTS['link.requested.v1'].parse(event)).toEqual(event);
  });
});

describe('the record of a sign-up', () => {
  it('is kept for the retention after the slot ends', async () => {
    const { consume, events, record } = await taken();
    for (const event of events()) await consume(event);
    expect(await record()).toMatchObject({ state: 'confirmed', expiresAt: '2027-04-05T01:00:00.000Z' });
  });

  it('ends the same in whatever order and however often events come', async () => {
    const { consume, events, record, ports, own } = await taken();
    await changePlaces(ports)({ ...own, places: 3 });
    await cancelSignUp(ports)(own);
    const all = events();
    for (const event of [...all].reverse().concat(all)) await consume(event);
    expect(await record()).toMatchObject({ state: 'cancelled', places: 3, ledgerVersion: 4 });
  });

  it('says that they were there, and nothing of it when that was taken back', async () => {
    const here = await taken();
    await here.mark({ state: 'attended', at: '2027-03-05T23:02:00.000Z' });
    await here.deliver();
    expect(await here.record()).toMatchObject({ state: 'attended', ledgerVersion: 3, expiresAt: '2027-04-05T01:00:00.000Z' });
    // other places change nothing about who was there
    await changePlaces(here.ports)({ ...here.own, places: 2, by: 'luis@riverbend.example' });
    await here.deliver();
    expect(await here.record()).toMatchObject({ state: 'attended', places: 2, ledgerVersion: 4 });
    await here.mark({ state: 'open', at: '2027-03-05T23:03:00.000Z' }, 2);
    await here.deliver();
    expect(await here.record()).toMatchObject({ state: 'confirmed', ledgerVersion: 5 });
    expect(here.mails().filter((key) => key.startsWith('confirmation'))).toHaveLength(1);
  });

  it('of a move that died in between gives the old places back, killed at every await too', async () => {
    for (let call = 1, struck = true; struck; call += 1) {
      const here = await taken();
      const died = withFault({ slots: here.ports.slots }, { call: 2, when: 'before' });
      await expect(moveSignUp({ ...here.ports, ...died.ports })({ ...here.own, slotId: slotId(2) })).rejects.toThrow(Killed);
      expect([1, 2].map((n) => here.volunteering.ledgers.get(slotId(n))?.taken)).toEqual([1, 1]);

      const faulty = withFault({ ...here.ports, retentionDays: 30 }, { call, when: 'after' });
      for (const event of here.events()) await onLedgerChange(faulty.ports)(event).catch(() => here.consume(event));
      for (const event of here.events()) await here.consume(event);
      struck = faulty.counter.struck;
      expect([1, 2].map((n) => here.volunteering.ledgers.get(slotId(n))?.taken)).toEqual([0, 1]);
      const states = (await here.ports.signUps.ofPerson(here.own.personId)).map((one) => [one.slotId, one.state]);
      expect(states).toEqual([
        [slotId(1), 'cancelled'],
        [slotId(2), 'confirmed'],
      ]);
    }
  });
});
