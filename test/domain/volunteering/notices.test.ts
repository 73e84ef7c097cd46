/** Notices: what staff change is told to those it concerns, each once, of their own slots, as it is when it is said; and their calendar follows. */
import { describe, expect, it } from 'vitest';
import { calendars } from '#adapters/ses/calendars.ts';
import type { NoticeLetter } from '#contracts/resources/letters.ts';
import type { Opportunity } from '#contracts/resources/opportunity.ts';
import { tellMessage } from '#domain/messaging/tell-message.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { messageSentEvent } from '#domain/volunteering/ledger-events.ts';
import { saveOpportunity } from '#domain/volunteering/save-opportunity.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { entryOf } from '#test/e2e/calendar.ts';
import { anItem, aShift, aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { world } from '#test/support/world.ts';

const WORDS = { en: 'The gym is wet.' };
const [FROM, TO] = ['2027-03-05T23:30:00.000Z', '2027-03-06T01:30:00.000Z'];

async function scene() {
  const here = await world({ slots: [aShift(1), aShift(2), aShift(3, { capacity: 1 }), anItem(4)] });
  const join = async (email: string, slots: readonly number[], waitlist = false) => {
    const request = aSignUpRequest({
      person: { name: email, email: `${email}@x.example` },
      language: 'en',
      slots: slots.map((n) => ({ slotId: slotId(n), places: 1, ...(waitlist && { waitlist: true }) })),
    });
    const outcome = await signUp(here.ports)({ request, key: { kind: 'api', value: `key-of-${email}-${slots.join()}` } });
    if (!outcome.ok) throw new Error(outcome.error.code);
    await here.deliver();
    return { personId: await here.ports.people.identify(`${email}@x.example`), results: outcome.value.results };
  };
  const stored = async (): Promise<Opportunity> => {
    const state = await here.ports.opportunities.load(opportunityId());
    if (!state) throw new Error('no opportunity');
    return state.opportunity;
  };
  /** Saves it with this slot changed, or with something else. */
  const save = async (
    n: number,
    change: Partial<Omit<Opportunity['slots'][number], 'kind'>>,
    more: Partial<Opportunity> = {},
    ports = here.ports,
  ) => {
    const opportunity = await stored();
    const slots = opportunity.slots.map((slot) => (slot.slotId === slotId(n) ? ({ ...slot, ...change } as typeof slot) : slot));
    return saveOpportunity(ports)({ definition: { ...opportunity, slots, ...more }, by: DANA, words: WORDS });
  };
  const kept = () => here.volunteering.messages.stream;
  const told = () =>
    here.mailer.sent
      .filter(({ key }) => key.startsWith('message/'))
      .map(({ mail }) => ({ who: mail.to.email.split('@')[0], letter: JSON.parse(mail.text) as NoticeLetter, mail }));
  /** Who was told what of which slot. */
  const news = () =>
    told().flatMap(({ who, letter }) => letter.slots.map(({ slot, news: what }) => [who, slot.slotId.slice(-1), ...what].join(' ')));
  return { ...here, join, save, stored, kept, told, news };
}

describe('a change', () => {
  it('is told to who has places in its slot, with what was and what is, and the words of staff', async () => {
    const { join, save, deliver, told } = await scene();
    await join('both', [1, 2]);
    await join('other', [2]);
    await save(1, { startsAt: FROM, endsAt: TO });
    await deliver();
    expect(told().map(({ who }) => who)).toEqual(['both']);
    expect(told()[0]?.letter).toMatchObject({
      kind: 'notice',
      words: WORDS,
      slots: [{ slot: { slotId: slotId(1), startsAt: FROM }, before: { startsAt: '2027-03-05T23:00:00.000Z' }, news: ['time'], places: 1 }],
    });
    expect(told()[0]?.mail.replyTo).toBe('osei@lincoln.example');
  });

  it('of several slots is one mail for each person, with just their own', async () => {
    const { join, save, stored, deliver, news } = await scene();
    await join('all', [1, 2, 4]);
    await join('two', [2]);
    const { slots } = await stored();
    await save(1, {}, { slots: slots.map((slot) => ({ ...slot, calledOff: true as const })) });
    await deliver();
    expect(news().sort()).toEqual(['all 1 off', 'all 2 off', 'all 4 off', 'two 2 off']);
  });

  it('of the place is told with where it was', async () => {
    const { join, save, deliver, told } = await scene();
    await join('one', [1, 4]);
    await save(1, {}, { place: { name: 'Library' } });
    await deliver();
    expect(told()[0]?.letter).toMatchObject({ opportunity: { place: { name: 'Library' } }, placeBefore: { place: { name: 'Gym' } } });
    expect(told()[0]?.letter.slots.map(({ news }) => news)).toEqual([['place'], ['place']]);
  });

  it('is told to who waits, too, who has no calendar entry', async () => {
    const { join, save, deliver, told } = await scene();
    await join('first', [3]);
    await join('second', [3], true);
    await save(3, { calledOff: true });
    await deliver();
    expect(
      told()
        .map(({ who, letter, mail }) => [who, letter.slots[0]?.waits ?? false, mail.calendar?.method])
        .sort(),
    ).toEqual([
      ['first', false, 'CANCEL'],
      ['second', true, undefined],
    ]);
  });

  it('that puts the opportunity away before it is over calls its slots off', async () => {
    const { join, save, deliver, news } = await scene();
    await join('one', [1]);
    await save(1, {}, { status: 'closed' });
    await save(1, {}, { status: 'archived' });
    await save(1, {}, { status: 'closed' });
    await deliver();
    // three saves before any mail: the first two notices say what is so by now, which is nothing new
    expect(news()).toEqual(['one 1 on']);
  });

  it.each([
    ['that nobody notices', {}, { dropOutHours: 3 }],
    ['of places alone', { capacity: 1 }, {}],
    ['of another slot', {}, { questions: [] }],
  ] as const)('%s is told to nobody', async (_name, change, more) => {
    const { join, save, kept } = await scene();
    await join('a', [1]);
    await join('b', [1]);
    await save(1, change, more as Partial<Opportunity>);
    expect(kept()).toEqual([]);
  });

  it('of what is over is told to nobody, at its last instant neither', async () => {
    const { join, save, kept, clock } = await scene();
    await join('one', [1]);
    clock.set('2027-03-06T01:00:00.000Z');
    await save(1, { calledOff: true });
    expect(kept()).toEqual([]);
    clock.set('2027-03-06T00:59:59.999Z');
    await save(1, { calledOff: undefined } as object);
    expect(kept()).toHaveLength(1);
  });

  it('is not told to who gave their places up since, nor to who came after it', async () => {
    const { join, save, deliver, told, ports, clock, stored } = await scene();
    const gone = await join('gone', [1]);
    await join('there', [1]);
    await save(1, { startsAt: FROM, endsAt: TO });
    const [result] = gone.results;
    if (result?.outcome !== 'confirmed') throw new Error('not confirmed');
    await cancelSignUp(ports)({ personId: gone.personId, signUpId: result.signUpId });
    clock.advance(1_000);
    expect((await stored()).version).toBe(2);
    await join('late', [1]);
    await deliver();
    expect(told().map(({ who }) => who)).toEqual(['there']);
  });
});

describe('what is said', () => {
  it('is what is so when the mail is written', async () => {
    const { join, save, deliver, news, told } = await scene();
    await join('one', [1]);
    await save(1, { startsAt: FROM, endsAt: TO });
    await save(1, { calledOff: true });
    await deliver();
    expect(news()).toEqual(['one 1 off', 'one 1 off']);
    expect(told()[0]?.mail.calendar?.method).toBe('CANCEL');
  });

  it('is nothing where it was changed back before', async () => {
    const { join, save, deliver, kept, mailPorts, told } = await scene();
    await join('one', [1]);
    await save(1, { startsAt: FROM, endsAt: TO });
    const [first] = kept();
    await save(1, { startsAt: '2027-03-05T23:00:00.000Z', endsAt: '2027-03-06T01:00:00.000Z' });
    if (!first) throw new Error('no notice');
    await tellMessage(mailPorts)(messageSentEvent(first));
    expect(told()).toEqual([]);
    await deliver();
    expect(told()).toHaveLength(1);
  });
});

describe('the calendar entry', () => {
  it('moves, is taken out, and comes back, as the same one with a higher sequence each time', async () => {
    const here = await scene();
    const real = {
      ...here.mailPorts,
      calendars: calendars({ name: 'Riverbend', siteUrl: 'https://crosswalk.example', languages: ['en', 'es'] }),
    };
    await here.join('one', [1]);
    const confirmed = JSON.parse(String(here.mailer.sent[0]?.mail.calendar?.content)) as { sequence: number; uid: string };
    for (const change of [{ startsAt: FROM, endsAt: TO }, { calledOff: true as const }, { calledOff: undefined }]) {
      await here.save(1, change as object);
      const last = here.kept().at(-1);
      if (last) await tellMessage(real)(messageSentEvent(last));
    }
    const entries = here.told().map(({ mail }) => entryOf(String(mail.calendar?.content)));
    expect(entries.map(({ method, status, start, end }) => [method, status, start, end])).toEqual([
      ['REQUEST', 'CONFIRMED', FROM, TO],
      ['CANCEL', 'CANCELLED', FROM, TO],
      ['REQUEST', 'CONFIRMED', FROM, TO],
    ]);
    expect(new Set(entries.map(({ uid }) => uid))).toEqual(new Set([`${confirmed.uid}@crosswalk.example`]));
    const sequences = [confirmed.sequence, ...entries.map(({ sequence }) => sequence)];
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    expect(new Set(sequences).size).toBe(4);
  });

  it('of a change of the place alone has a higher sequence, too, and the next change of the sign-up one above it', async () => {
    const { join, save, deliver, told, mailer, ports } = await scene();
    const one = await join('one', [1]);
    await save(1, {}, { place: { name: 'Library' } });
    await deliver();
    const [result] = one.results;
    if (result?.outcome !== 'confirmed') throw new Error('not confirmed');
    await cancelSignUp(ports)({ personId: one.personId, signUpId: result.signUpId });
    await deliver();
    const sequenceOf = (content: unknown) => (JSON.parse(String(content)) as { sequence: number }).sequence;
    const [first, last] = [mailer.sent[0], mailer.sent.at(-1)].map((sent) => sequenceOf(sent?.mail.calendar?.content));
    const middle = sequenceOf(told()[0]?.mail.calendar?.content);
    expect([Number(first) < middle, middle < Number(last)]).toEqual([true, true]);
  });
});

describe('once', () => {
  it('the same save, and its event again, tell nobody twice', async () => {
    const { join, save, deliver, kept, told, mailPorts } = await scene();
    await join('one', [1]);
    const change = { startsAt: FROM, endsAt: TO };
    await save(1, change);
    await save(1, change);
    await deliver();
    for (const one of kept()) await tellMessage(mailPorts)(messageSentEvent(one));
    expect([kept().length, told().length]).toEqual([1, 1]);
  });

  it('killed anywhere while it is saved, the change and its notice are there together or not at all', async () => {
    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const { join, save, stored, deliver, kept, told, ports } = await scene();
        await join('one', [1]);
        const broken = withFault(ports, { call, when });
        const change = { startsAt: FROM, endsAt: TO };
        await save(1, change, {}, broken.ports).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
        struck = broken.counter.struck;
        if (!struck) break;
        kills += 1;
        expect(kept().length).toBe((await stored()).version - 1);
        await save(1, change);
        await deliver();
        expect([kept().length, told().length]).toEqual([1, 1]);
      }
    }
    expect(kills).toBeGreaterThanOrEqual(6);
  });

  it('it says in the history how many are told, and is kept for the retention after its last slot', async () => {
    const { join, save, kept, ports } = await scene();
    await join('one', [1]);
    await join('two', [1]);
    await save(1, { startsAt: FROM, endsAt: TO });
    expect(await ports.history.about(opportunityId())).toMatchObject([
      { what: 'opportunity.changed', changes: expect.arrayContaining([{ field: 'people', after: 2 }]) },
    ]);
    expect(kept()[0]?.expiresAt).toBe('2027-04-05T01:30:00.000Z');
  });
});
