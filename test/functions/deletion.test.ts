/** Deleting a person: what goes, what stays, and that it is the same wherever it was cut off and begun again. */
import { describe, expect, it } from 'vitest';
import { deletePerson } from '#domain/desk/delete-person.ts';
import { recount } from '#domain/fundraising/account.ts';
import { compared, daysOf } from '#domain/fundraising/reconcile.ts';
import { recordPayment } from '#domain/fundraising/record-payment.ts';
import { iso } from '#domain/time.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { deletePortsOf } from '#functions/desk/_deletion.ts';
import { recordOf } from '#functions/desk/_person-record.ts';
import { ANA, aLife, BEN, type Life, PAST, TO_COME, WAITED_FOR, WITHOUT_TIME } from '#test/support/a-life.ts';
import { aSignUpRequest, campaignId, opportunityId, schoolId, slotId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { type Fault, Killed, withFault } from '#test/support/faults.ts';
import { aPayment } from '#test/support/fundraising.ts';
import { world } from '#test/support/world.ts';
import { portsOf, type SitePorts } from './http.ts';

interface Here {
  readonly ports: SitePorts;
  readonly life: Life;
  readonly entries: ReadonlyMap<string, { readonly personId?: string }>;
}

async function scene(): Promise<Here> {
  const there = await world({ slots: [], status: 'draft' });
  const ports = portsOf(there);
  return { ports, life: await aLife(ports), entries: there.mailLedger.entries };
}

const deletes = (ports: SitePorts, { life }: Here) => deletePerson(deletePortsOf(ports))(life.personId, DANA);

const months = (ports: SitePorts) => ports.figures.months(1, 'district', '2027-01', '2027-12');

/** Everything there is in the end. */
async function remains({ ports, life, entries }: Here) {
  const { ledger, figures, traces, deletions, deskHistory } = ports;
  const [state, parts, account, history, days] = await Promise.all([
    ports.opportunities.load(opportunityId()),
    ledger.parts(campaignId()),
    ledger.account(campaignId()),
    ledger.history(campaignId()),
    ledger.days(campaignId()),
  ]);
  expect(
    compared(account, days, { campaignId: campaignId(), ...recount(parts.pledges, parts.gifts), days: daysOf(history) }),
  ).toMatchObject({
    exact: true,
  });
  return {
    ledgers: state?.ledgers,
    parts,
    account,
    traces: await traces.of(life.personId),
    scores: await ports.readFeedback.counts(schoolId(), opportunityId()),
    held: await figures.held(1, [life.personId]),
    days: await figures.days(1, schoolId(), '2027-01-01', '2027-12-31'),
    months: await months(ports),
    mails: [...entries].map(([key, { personId }]) => [key, personId]),
    begun: deletions.begun.size,
    deeds: deskHistory.entries.filter(({ what }) => what === 'person.deleted'),
  };
}

describe('a person who is deleted', () => {
  it('is in nothing any more but a pledge that is running, while places, figures and sums stay right', async () => {
    const here = await scene();
    const before = await remains(here);
    expect(before.traces.signUps).toHaveLength(5);
    expect(before.held).toHaveLength(1);
    expect(await deletes(here.ports, here)).toBe('done');
    const after = await remains(here);
    expect(after.traces).toEqual({ signUps: [], allowances: [], feedback: [], linkRequests: [], links: [] });
    expect(after.held).toEqual([]);
    // what she wrote is gone, the score she gave is not
    expect(before.traces.feedback).toHaveLength(1);
    expect([before.scores, after.scores]).toEqual([
      [0, 0, 0, 0, 2],
      [0, 0, 0, 0, 2],
    ]);
    expect((await here.ports.readFeedback.written(opportunityId(), 10)).map(({ text }) => text)).toEqual(['More chairs']);
    expect(JSON.stringify([after.ledgers, after.mails])).not.toContain(here.life.personId);
    const taken = (ledgers: typeof after.ledgers) => new Map(ledgers?.map((one) => [one.slotId, one.taken]));
    // what is over stays counted; what is to come, and what has no time, is free again
    expect([PAST, TO_COME, WITHOUT_TIME].map((one) => taken(before.ledgers).get(one))).toEqual([3, 2, 1]);
    expect([PAST, TO_COME, WITHOUT_TIME].map((one) => taken(after.ledgers).get(one))).toEqual([3, 1, 0]);
    const line = ({ ledgers }: typeof after) => ledgers?.find(({ slotId }) => slotId === WAITED_FOR);
    expect([line(before)?.waiting, Object.keys(line(before)?.queue ?? {})]).toEqual([1, [here.life.personId]]);
    expect([line(after)?.waiting, Object.keys(line(after)?.queue ?? {}), line(after)?.taken]).toEqual([0, [], 1]);
    const past = ({ ledgers }: typeof after) => ledgers?.find(({ slotId }) => slotId === PAST);
    expect(Object.values(past(after)?.attendance ?? {})).toEqual(Object.values(past(before)?.attendance ?? {}));
    expect(Object.keys(past(after)?.attendance ?? {}).sort()).toEqual(Object.keys(past(after)?.claims ?? {}).sort());
    // the hours that were given stay given
    expect(after.days[0]).toMatchObject({ minutes: 3 * 75, seen: 3, missed: 0 });
    expect(after.days[0]).toEqual(before.days[0]);
    expect(after.account.totals).toEqual(before.account.totals);
    expect(after.begun).toBe(0);
    expect(after.deeds.map(({ by, about, ref }) => [by, about, ref])).toEqual([
      [DANA, here.life.personId, 'begun'],
      [DANA, here.life.personId, 'done'],
    ]);
  });

  it('is counted as one person, new in the same month as before, and never again', async () => {
    const here = await scene();
    const [march] = await months(here.ports);
    expect(march).toMatchObject({ newPeople: 2, returningPeople: 0, signUps: 5, cancelled: 1 });
    await deletes(here.ports, here);
    // one place to come was given back
    expect(await months(here.ports)).toEqual([{ ...march, signUps: 4, cancelled: 2 }]);
  });

  it('leaves the amounts of what is over, with nobody’s name, and a running pledge as it is until it is over', async () => {
    const here = await scene();
    const { finished, running } = here.life;
    await deletes(here.ports, here);
    const { pledges, gifts } = await here.ports.ledger.parts(campaignId());
    const own = pledges.find(({ pledgeId }) => pledgeId === finished);
    expect(own).toMatchObject({ state: 'fulfilled', sponsor: { name: '—', contactName: '—' }, recognition: 'anonymous', fingerprint: '' });
    expect(own && 'invoices' in own && own.invoices).toHaveLength(1);
    expect(pledges.find(({ pledgeId }) => pledgeId === running)).toMatchObject({
      sponsor: { name: 'Larkspur Books', email: ANA.email },
      toForgetSince: iso(here.ports.clock.now()),
    });
    expect(gifts.map(({ giver, amountCents }) => [giver?.name, amountCents])).toEqual([
      [undefined, 5_000],
      [BEN.name, 5_000],
    ]);
  });

  it('can be deleted again without changing anything more', async () => {
    const here = await scene();
    await deletes(here.ports, here);
    const once = await remains(here);
    await Promise.all([deletes(here.ports, here), deletes(here.ports, here)]);
    const { deeds, ...again } = await remains(here);
    expect({ ...again, deeds: deeds.slice(0, 2) }).toEqual(once);
  });

  it('keeps what they did after they asked, and is told of what was on its way', async () => {
    const here = await scene();
    const { ports, life } = here;
    const anew = { person: { name: 'A. Q.', email: ANA.email }, slots: [{ slotId: slotId(3), places: 1 }] };
    const begun = await ports.deletions.begin({ personId: life.personId, by: DANA, at: iso(ports.clock.now()) });
    ports.clock.advance(1_000);
    const made = await signUp(ports)({ request: aSignUpRequest(anew), key: { kind: 'form', value: 'form-made-anew-0123456789' } });
    expect(made).toMatchObject({ ok: true, value: { results: [{ outcome: 'confirmed' }] } });
    expect(begun.doneAt).toBeUndefined();
    expect(await deletes(ports, here)).toBe('done');
    expect((await ports.traces.of(life.personId)).signUps.map(({ person }) => person.name)).toEqual(['A. Q.']);
  });

  it('is not done while a sign-up is on its way to its ledger, and done with the next try', async () => {
    const here = await scene();
    const { ports, life } = here;
    const [done] = await ports.signUps.ofPerson(life.personId);
    if (!done) throw new Error('there must be a sign-up');
    const slot = slotId(9);
    await ports.signUps.intend({ ...done, slotId: slot, state: 'pending', signedUpAt: iso(ports.clock.now() - 1_000) });
    expect(await deletes(ports, here)).toBe('going-on');
    expect((await ports.traces.of(life.personId)).signUps.map((one) => one.slotId)).toEqual([slot]);
    expect(ports.deskHistory.entries.map(({ ref }) => ref)).toEqual(['begun']);
    ports.clock.advance(31_000);
    expect(await deletes(ports, here)).toBe('done');
    expect((await ports.traces.of(life.personId)).signUps).toEqual([]);
  });

  it('is not in the way of somebody who cancels or pays at the same moment', async () => {
    const here = await scene();
    const { ports, life } = here;
    const signedUp = await ports.signUps.find(life.personId, TO_COME);
    if (!signedUp) throw new Error('there must be a sign-up');
    await Promise.all([
      deletes(ports, here),
      cancelSignUp(ports)({ personId: life.personId, signUpId: signedUp.signUpId }).catch(() => undefined),
      recordPayment(ports)({
        campaignId: campaignId(),
        pledgeId: life.running,
        by: DANA,
        request: aPayment(10_000),
        key: 'key-at-once-0123456789',
      }),
    ]);
    // whatever was left behind by the one goes with the next
    expect(await deletes(ports, here)).toBe('done');
    const { ledgers, parts } = await remains(here);
    expect(JSON.stringify(ledgers)).not.toContain(life.personId);
    expect(parts.pledges.find(({ pledgeId }) => pledgeId === life.running)).toMatchObject({ state: 'part-paid' });
  });
});

describe('a deletion that is killed', () => {
  async function killed(here: Here, fault: Fault): Promise<boolean> {
    const { ports, counter } = withFault(here.ports, fault);
    try {
      await deletes(ports, here);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    return counter.struck;
  }

  it('at any await, before or after the effect, leaves what it leaves without that once it is asked for again', async () => {
    const clean = await scene();
    await deletes(clean.ports, clean);
    const expected = await remains(clean);
    let kills = 0;
    for (let call = 1, struck = true; struck; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await scene();
        struck = await killed(here, { call, when });
        if (!struck) break;
        kills += 1;
        expect.soft(await deletes(here.ports, here), `${when} call ${call}`).toBe('done');
        expect.soft(await remains(here), `${when} call ${call}`).toEqual(expected);
      }
    }
    expect(kills).toBeGreaterThan(60);
  });
});

it('shows what is kept: all of it', async () => {
  const { ports, life } = await scene();
  const record = await recordOf(ports, ANA.email.toUpperCase());
  expect(record.personId).toBe(life.personId);
  expect(record.signUps.map(({ note, holdsPlaces, answers }) => [note, holdsPlaces, answers.length])).toEqual([
    ['comes with her van', true, 1],
    [undefined, true, 1],
    [undefined, false, 1],
    [undefined, true, 1],
    // in line
    [undefined, false, 1],
  ]);
  expect([record.allowances, record.links, record.linkRequests, record.months, record.mails].map(({ length }) => length)).toEqual([
    1, 2, 1, 2, 3,
  ]);
  expect(record.pledges.map(({ sponsorName, isRunning, phone }) => [sponsorName, isRunning, phone])).toEqual([
    [ANA.name, false, ANA.phone],
    ['Larkspur Books', true, ANA.phone],
  ]);
  expect(record.gifts).toHaveLength(1);
  expect(record.calendar).toBeDefined();
  expect(record.mailPreferences).toMatchObject({ reminders: 'none', thanks: false });
  expect(record.noMail).toMatchObject({ state: 'standing', cause: 'complaint', email: ANA.email });
});
