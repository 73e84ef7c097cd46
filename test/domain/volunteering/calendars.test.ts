/** What stands in calendars that are subscribed to, how it stands there, and when a calendar has changed. */
import { describe, expect, it } from 'vitest';
import type { CalendarSource, OwnCalendarSource } from '#domain/volunteering/calendar-ports.ts';
import { calendarWindow } from '#domain/volunteering/calendar-window.ts';
import { addressExpiry, isToRenew, ownEvents, personCalendar } from '#domain/volunteering/person-calendar.ts';
import { schoolCalendar, schoolEvents } from '#domain/volunteering/school-calendar.ts';
import { aLedger, anItem, anOpportunity, aShift, aSignUp, personId, signUpId, slotId, submissionId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';

const NOW = Date.parse('2027-03-01T12:00:00.000Z');
const WINDOW = calendarWindow(NOW);
const SAVED = '2027-02-20T09:30:00.000Z';
const source = (with_: Parameters<typeof anOpportunity>[0] = {}, savedAt: string = SAVED): CalendarSource => ({
  opportunity: anOpportunity(with_),
  savedAt,
});
const at = (startsAt: string, endsAt: string) => source({ slots: [aShift(1, { startsAt, endsAt })] });

describe('the window of a calendar', () => {
  it('is of whole days, so that it is the same all day', () => {
    expect(calendarWindow(Date.parse('2027-03-01T00:00:00.000Z'))).toEqual(WINDOW);
    expect(calendarWindow(Date.parse('2027-03-01T23:59:59.999Z'))).toEqual(WINDOW);
    expect(calendarWindow(Date.parse('2027-03-02T00:00:00.000Z'))).not.toEqual(WINDOW);
    expect(WINDOW).toEqual({ from: '2027-01-30T00:00:00.000Z', until: '2028-04-04T00:00:00.000Z', since: '2027-03-01T00:00:00.000Z' });
  });

  it.each([
    ['ended just before it', '2027-01-29T22:00:00.000Z', '2027-01-29T23:59:59.999Z', 0],
    ['ended as it begins', '2027-01-29T22:00:00.000Z', '2027-01-30T00:00:00.000Z', 1],
    ['starts just before its end', '2028-04-03T23:59:59.999Z', '2028-04-04T02:00:00.000Z', 1],
    ['starts at its end', '2028-04-04T00:00:00.000Z', '2028-04-04T02:00:00.000Z', 0],
  ])('a slot that %s', (_name, startsAt, endsAt, shown) => {
    expect(schoolEvents([at(startsAt, endsAt)], WINDOW)).toHaveLength(shown);
  });
});

describe('a school’s calendar', () => {
  it('has every slot with a start and an end, in the order of their starts, and none without', () => {
    const { endsAt: _e, ...startOnly } = aShift(3) as ReturnType<typeof aShift> & { endsAt: string };
    const later = aShift(2, { startsAt: '2027-03-07T23:00:00.000Z', endsAt: '2027-03-08T01:00:00.000Z' });
    const slots = [later, aShift(1), anItem(4), { ...startOnly, kind: 'role' as const }];
    expect(schoolEvents([source({ slots })], WINDOW).map(({ slot }) => slot.slotId)).toEqual([slotId(1), slotId(2)]);
  });

  it.each([
    ['published', [false]],
    ['closed', [false]],
    ['draft', []],
    ['archived', [true]],
  ] as const)('what is %s', (status, cancelled) => {
    expect(schoolEvents([source({ status })], WINDOW).map((event) => event.cancelled)).toEqual(cancelled);
  });

  it('says of a single slot that it was called off, and leaves the others', () => {
    const slots = [aShift(1, { calledOff: true }), aShift(2)];
    expect(schoolEvents([source({ slots })], WINDOW).map((event) => event.cancelled)).toEqual([true, false]);
  });

  it('what was over when it was put away was not called off', () => {
    const over = '2027-02-06T01:00:00.000Z';
    const slots = [aShift(1, { startsAt: '2027-02-05T23:00:00.000Z', endsAt: over })];
    const cancelled = (savedAt: string) =>
      schoolEvents([source({ status: 'archived', slots }, savedAt)], WINDOW).map((one) => one.cancelled);
    expect([cancelled(over), cancelled('2027-02-06T00:59:59.999Z')]).toEqual([[false], [true]]);
  });

  it('counts an entry up with each change of its opportunity, and says when that was', () => {
    expect(schoolEvents([source({ version: 7 })], WINDOW)).toMatchObject([{ sequence: 7, changedAt: SAVED }]);
  });

  it('changed when something in it was saved last, or with the day', async () => {
    const { ports, clock } = await world();
    const changedAt = async () => {
      const found = await schoolCalendar(ports)({ slug: 'lincoln-elementary' });
      return found.ok ? found.value.changedAt : found.error.code;
    };
    expect(await changedAt()).toBe('2027-03-01T00:00:00.000Z');
    clock.set('2027-03-01T13:00:00.000Z');
    await ports.definitions.saveOpportunity(anOpportunity({ version: 2, dropOutHours: 1 }), entry('2027-03-01T13:00:00.000Z'));
    clock.set('2027-03-01T20:00:00.000Z');
    expect(await changedAt()).toBe('2027-03-01T13:00:00.000Z');
    clock.set('2027-03-02T20:00:00.000Z');
    expect(await changedAt()).toBe('2027-03-02T00:00:00.000Z');
  });

  it('there is none of a school nobody knows', async () => {
    const { ports } = await world();
    expect(await schoolCalendar(ports)({ slug: 'nowhere' })).toEqual({ ok: false, error: { code: 'school.not-found' } });
  });
});

const entry = (at_: string) =>
  ({ at: at_, by: 'dana@riverbend.example', what: 'opportunity.changed', about: 'o', ref: '2', changes: [] }) as never;

describe('a person’s calendar', () => {
  const waiting = { signUpId: signUpId(), submissionId: submissionId(), places: 2, since: 3 };
  const own = (with_: Partial<OwnCalendarSource> = {}): OwnCalendarSource => ({
    ...source(),
    signUp: aSignUp({ ledgerVersion: 4, state: 'confirmed' }),
    ledger: aLedger({ taken: 2, claims: { [personId()]: { signUpId: signUpId(), places: 2 } } }),
    ...with_,
  });

  it('has what the ledger says is theirs, with its places', () => {
    expect(ownEvents([own()], WINDOW)).toMatchObject([{ signUpId: signUpId(), places: 2, cancelled: false }]);
  });

  it.each([
    ['given back', { ledger: aLedger() }],
    ['taken anew by another sign-up of theirs', { ledger: aLedger({ claims: { [personId()]: { signUpId: signUpId(2), places: 1 } } }) }],
    ['somebody else’s', { ledger: aLedger({ claims: { [personId(2)]: { signUpId: signUpId(), places: 1 } } }) }],
    ['of a slot that is not there any more', { opportunity: anOpportunity({ slots: [aShift(2)] }) }],
    ['without a time', { opportunity: anOpportunity({ slots: [anItem()] }) }],
    ['only waited for', { ledger: aLedger({ queue: { [personId()]: waiting } }) }],
    ['offered and not accepted yet', { ledger: aLedger({ queue: { [personId()]: { ...waiting, offer: { places: 2, until: SAVED } } } }) }],
  ])('has nothing that was %s', (_name, with_) => {
    expect(ownEvents([own(with_)], WINDOW)).toEqual([]);
  });

  it('counts an entry up with changes of the opportunity and of the sign-up, and not with what others do in the slot', () => {
    const sequence = (with_: Partial<OwnCalendarSource>) => ownEvents([own(with_)], WINDOW)[0]?.sequence;
    expect(sequence({})).toBe(5);
    expect(sequence({ opportunity: anOpportunity({ version: 2 }) })).toBe(6);
    expect(sequence({ signUp: aSignUp({ ledgerVersion: 9 }) })).toBe(10);
    const busy = aLedger({ version: 80, claims: { [personId()]: { signUpId: signUpId(), places: 2 } } });
    expect(sequence({ ledger: busy })).toBe(5);
  });

  it('says that something was called off, and leaves it there', () => {
    for (const opportunity of [anOpportunity({ status: 'archived' }), anOpportunity({ slots: [aShift(1, { calledOff: true })] })])
      expect(ownEvents([own({ opportunity })], WINDOW)).toMatchObject([{ cancelled: true }]);
  });

  it('is empty for who has nothing, and speaks the language of the latest sign-up', async () => {
    const { ports } = await world();
    expect(await personCalendar(ports)({ personId: personId(9) })).toEqual({ events: [] });
    await ports.signUps.intend(aSignUp({ language: 'es' }));
    await ports.signUps.intend(
      aSignUp({ language: 'en', slotId: slotId(2), signUpId: signUpId(2), signedUpAt: '2027-03-01T12:00:01.000Z' }),
    );
    expect((await personCalendar(ports)({ personId: personId() })).language).toBe('en');
  });
});

describe('the address of a calendar', () => {
  const DAY = 86_400_000;
  it('is good for 400 days, and for longer again once a month of them has passed', () => {
    const expiresAt = addressExpiry(NOW);
    expect(Date.parse(expiresAt) - NOW).toBe(400 * DAY);
    expect([isToRenew(expiresAt, NOW), isToRenew(expiresAt, NOW + 30 * DAY), isToRenew(expiresAt, NOW + 30 * DAY + 1)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
