/** Thanks as people get them: one mail for a day that has passed, once, to those who took part. */
import { describe, expect, it } from 'vitest';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { Day, type SlotId } from '#contracts/values.ts';
import { addSchool } from '#domain/volunteering/add-school.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { forgetVolunteer } from '#domain/volunteering/forget-person.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { sweepDays } from '#domain/volunteering/sweep-days.ts';
import {
  anOpportunity,
  aSchool,
  aSeries,
  aShift,
  aSignUpRequest,
  opportunityId,
  personId,
  schoolId,
  seriesId,
  slotId,
} from '#test/support/builders.ts';
import { type World, world } from '#test/support/world.ts';

const LONG_AGO = '2027-02-01T12:00:00.000Z';
/** Just after nine in Chicago on the mornings after Friday 2027-03-05. */
const MORNINGS = ['2027-03-06T15:05:00.000Z', '2027-03-07T15:05:00.000Z', '2027-03-08T15:05:00.000Z'] as const;
const TOO_LATE = '2027-03-09T14:05:00.000Z';

let keys = 0;
async function takes({ ports, deliver }: World, email: string, slots: readonly number[] = [1], of = opportunityId()): Promise<void> {
  keys += 1;
  const request = aSignUpRequest({
    opportunityId: of,
    person: { name: email, email: `${email}@example.org` },
    slots: slots.map((n) => ({ slotId: slotId(n), places: 1 })),
  });
  const outcome = await signUp(ports)({ request, key: { kind: 'api', value: `0123456789abcdef-thanks-${keys}` } });
  if (!outcome.ok) throw new Error(outcome.error.code);
  await deliver();
}
const idOf = ({ ports }: World, email: string) => ports.people.identify(`${email}@example.org`);
async function marked(here: World, email: string, state: 'attended' | 'missed', minutes?: number, slot: SlotId = slotId()): Promise<void> {
  const whose = await idOf(here, email);
  const claim = here.volunteering.ledgers.get(slot)?.claims[whose];
  if (!claim) throw new Error(`${email} has no places`);
  const at = '2027-03-05T23:10:00.000Z';
  await here.ports.marks.mark({
    opportunityId: opportunityId(),
    slotId: slot,
    personId: whose,
    ...claim,
    attendance: { state, at, ...(minutes !== undefined && { minutes }) },
    at,
    by: 'luis@riverbend.example' as never,
  });
}
const sweepAt = async (here: World, ...moments: readonly string[]): Promise<void> => {
  for (const at of moments) {
    here.clock.set(at);
    await here.sweep();
  }
};
const thanks = ({ mails }: World): readonly string[] => mails().filter((key) => key.startsWith('thanks/'));
const thanked = async (here: World, ...emails: readonly string[]): Promise<readonly boolean[]> => {
  const ids = await Promise.all(emails.map((email) => idOf(here, email)));
  return ids.map((id) => thanks(here).some((key) => key.startsWith(`thanks/${id}/`)));
};
const letterOf = ({ mailer }: World, n = -1) => JSON.parse(mailer.sent.at(n)?.mail.text ?? '{}');

async function worldOf(with_: Partial<Opportunity> = {}) {
  const here = await world(with_);
  here.clock.set(LONG_AGO);
  return here;
}

describe('the morning after', () => {
  it('each is thanked in one mail for all of the day, however often it is swept', async () => {
    const here = await worldOf({
      slots: [aShift(1), aShift(2, { startsAt: '2027-03-05T20:00:00.000Z', endsAt: '2027-03-05T21:00:00.000Z' })],
    });
    await takes(here, 'ana', [1, 2]);
    await takes(here, 'bob', [1]);
    await sweepAt(here, '2027-03-06T01:00:00.000Z', '2027-03-06T14:59:59.999Z');
    expect(thanks(here)).toEqual([]);
    await sweepAt(here, MORNINGS[0], MORNINGS[0], ...MORNINGS, TOO_LATE);
    expect(thanks(here)).toHaveLength(2);
    const { mail } = here.mailer.sent.find(({ key }) => key.startsWith('thanks/')) ?? {};
    expect(mail?.replyTo).toBe('osei@lincoln.example');
    const all = here.mailer.sent.filter(({ key }) => key.startsWith('thanks/')).map((one) => JSON.parse(one.mail.text));
    const ana = all.find(({ personName }) => personName === 'ana');
    expect(ana.parts[0].slots.map((one: { slot: { slotId: string } }) => one.slot.slotId)).toEqual([slotId(2), slotId(1)]);
    expect([ana.language, ana.manageUrl]).toEqual(['es', expect.stringContaining('/manage/')]);
  });

  it('is by the clocks of the school, and what ends at midnight is of the day before', async () => {
    // midnight in Chicago
    const here = await worldOf({ slots: [aShift(1, { endsAt: '2027-03-06T06:00:00.000Z' })] });
    await takes(here, 'ana');
    await sweepAt(here, MORNINGS[0]);
    expect(thanks(here)).toEqual([`thanks/${await idOf(here, 'ana')}/2027-03-05`]);
  });

  it('is the one after the end of what takes days', async () => {
    const here = await worldOf({ slots: [aShift(1, { endsAt: '2027-03-07T20:00:00.000Z' })] });
    await takes(here, 'ana');
    await sweepAt(here, MORNINGS[0], MORNINGS[1]);
    expect(thanks(here)).toEqual([]);
    await sweepAt(here, MORNINGS[2]);
    expect(thanks(here)).toEqual([`thanks/${await idOf(here, 'ana')}/2027-03-07`]);
  });

  it('is one mail for all schools', async () => {
    const here = await worldOf();
    const { version: _v, ...other } = aSchool({ schoolId: schoolId(2), slug: 'other', name: 'Other' });
    await addSchool(here.ports)(other);
    const { version: _w, ...there } = anOpportunity({ opportunityId: opportunityId(2), schoolId: schoolId(2), slots: [aShift(2)] });
    await publishOpportunity(here.ports)(there);
    await takes(here, 'ana', [1]);
    await takes(here, 'ana', [2], opportunityId(2));
    await sweepAt(here, ...MORNINGS);
    expect(thanks(here)).toHaveLength(1);
    expect(letterOf(here).parts).toHaveLength(2);
  });
});

describe('thanks go to', () => {
  it('everyone with places where nobody was marked, and tell no hours', async () => {
    const here = await worldOf();
    await takes(here, 'ana');
    await takes(here, 'bob');
    await sweepAt(here, MORNINGS[0]);
    expect(await thanked(here, 'ana', 'bob')).toEqual([true, true]);
    expect(letterOf(here).parts[0].slots[0]).not.toHaveProperty('minutes');
  });

  it('who was checked in where somebody was, with the hours, and not to who was missed or not seen', async () => {
    const here = await worldOf();
    for (const email of ['ana', 'bob', 'cy']) await takes(here, email);
    await marked(here, 'ana', 'attended', 75);
    await marked(here, 'bob', 'missed');
    await sweepAt(here, ...MORNINGS);
    expect(await thanked(here, 'ana', 'bob', 'cy')).toEqual([true, false, false]);
    expect(letterOf(here).parts[0].slots[0].minutes).toBe(75);
  });

  it('who is checked in later, from the list on paper, while it is not too late', async () => {
    const here = await worldOf();
    for (const email of ['ana', 'bob', 'cy']) await takes(here, email);
    await marked(here, 'ana', 'attended');
    await sweepAt(here, MORNINGS[0]);
    await marked(here, 'bob', 'attended');
    await sweepAt(here, MORNINGS[1], MORNINGS[2]);
    await marked(here, 'cy', 'attended');
    await sweepAt(here, TOO_LATE);
    expect(await thanked(here, 'ana', 'bob', 'cy')).toEqual([true, true, false]);
    expect(thanks(here)).toHaveLength(2);
  });

  it('nobody who cancelled, before the sweep or after it', async () => {
    const here = await worldOf();
    for (const email of ['ana', 'bob', 'cy']) await takes(here, email);
    const cancel = async (email: string) => {
      const claim = here.volunteering.ledgers.get(slotId())?.claims[await idOf(here, email)];
      if (!claim) throw new Error('no places');
      await cancelSignUp(here.ports)({ personId: await idOf(here, email), signUpId: claim.signUpId, by: 'luis@riverbend.example' });
      await here.deliver();
    };
    await cancel('ana');
    here.clock.set(MORNINGS[0]);
    await sweepDays(here.sweepPorts)();
    await cancel('bob');
    for (const event of here.bus.splice(0)) if (event.type === 'day.passed.v1') await here.consumers.thank(event);
    expect(await thanked(here, 'ana', 'bob', 'cy')).toEqual([false, false, true]);
  });

  it('nobody of what was called off or archived', async () => {
    const edits: readonly Partial<Opportunity>[] = [{ slots: [aShift(1, { calledOff: true })] }, { status: 'archived' }];
    for (const change of edits) {
      const here = await worldOf();
      await takes(here, 'ana');
      const found = await here.ports.opportunities.load(opportunityId());
      if (!found) throw new Error('no opportunity');
      await here.ports.opportunities.save({ ...found.opportunity, ...change, version: found.opportunity.version + 1 });
      await sweepAt(here, ...MORNINGS);
      expect(thanks(here)).toEqual([]);
    }
  });

  it('nobody who asked to be forgotten', async () => {
    const here = await worldOf();
    await takes(here, 'ana');
    here.clock.set(MORNINGS[0]);
    await forgetVolunteer(here.ports)({ personId: await idOf(here, 'ana'), alias: personId(9), askedAt: MORNINGS[0] });
    await sweepAt(here, ...MORNINGS);
    expect(thanks(here)).toEqual([]);
  });
});

describe('after days without sweeps', () => {
  it('thanks come on the third morning, and not on the fourth', async () => {
    const here = await worldOf();
    await takes(here, 'ana');
    await sweepAt(here, MORNINGS[2]);
    expect(thanks(here)).toHaveLength(1);
    const late = await worldOf();
    await takes(late, 'ana');
    await sweepAt(late, TOO_LATE, '2027-03-10T18:00:00.000Z');
    expect(thanks(late)).toEqual([]);
  });
});

describe('of what recurs', () => {
  const date = (n: number, day: string): Slot =>
    aShift(n, {
      startsAt: `${day}T14:00:00.000Z`,
      endsAt: `${day}T15:00:00.000Z`,
      series: { seriesId: seriesId(), day: Day.parse(day) },
    });
  const weekly = () => worldOf({ series: [aSeries()], slots: [date(1, '2027-03-02'), date(2, '2027-03-09'), date(3, '2027-03-16')] });
  const swept = (day: string) => `${day}T15:30:00.000Z`;

  it('people are thanked once, for the first date they were at', async () => {
    const here = await weekly();
    await takes(here, 'ana', [1, 2, 3]);
    await takes(here, 'bob', [2, 3]);
    await sweepAt(here, swept('2027-03-03'), swept('2027-03-10'), swept('2027-03-17'));
    expect(thanks(here).map((key) => key.slice(-10))).toEqual(['2027-03-02', '2027-03-09']);
    expect(await thanked(here, 'ana', 'bob')).toEqual([true, true]);
  });

  it('a date that they missed is not the first', async () => {
    const here = await weekly();
    await takes(here, 'ana', [1, 2]);
    await marked(here, 'ana', 'missed', undefined, slotId(1));
    await sweepAt(here, swept('2027-03-03'), swept('2027-03-10'));
    expect(thanks(here).map((key) => key.slice(-10))).toEqual(['2027-03-09']);
  });
});

describe('a mail service that says no', () => {
  it('is asked again after a while, and nobody gets two', async () => {
    const here = await worldOf();
    await takes(here, 'ana');
    here.clock.set(MORNINGS[0]);
    here.mailer.script('refuse', 'refuse');
    await here.sweep();
    await sweepAt(here, MORNINGS[1]);
    expect(thanks(here)).toHaveLength(1);
  });
});
