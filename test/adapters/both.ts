/** Runs one suite against the fake of a port and against its real adapter on an engine: what the fakes promise to the domain's tests is what is there. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { MailLedger } from '#domain/messaging/ports.ts';
import type { StaffHistory } from '#domain/ports.ts';
import type { Figures } from '#domain/volunteering/figures-ports.ts';
import type { Allowances, Definitions, LinkRequests, Links, Opportunities, Schools, SignUps, Slots } from '#domain/volunteering/ports.ts';
import { mailLedgerOn, type TestEngine, testEngine, volunteeringOn } from '#test/support/dynoxide.ts';
import { type FakeClock, fakeClock, fakeMailLedger, fakeVolunteering } from '#test/support/fakes.ts';

export interface Ports {
  readonly opportunities: Opportunities;
  readonly slots: Slots;
  readonly signUps: SignUps;
  readonly allowances: Allowances;
  readonly schools: Schools;
  readonly definitions: Definitions;
  readonly history: StaffHistory;
  readonly figures: Figures;
  readonly links: Links;
  readonly linkRequests: LinkRequests;
  readonly mailLedger: MailLedger;
  readonly clock: FakeClock;
}

/** `make` gives ports over nothing: no test sees what another left. */
export function onBoth(port: string, suite: (make: () => Promise<Ports>) => void): void {
  describe(`${port} in memory`, () => {
    suite(async () => ({ ...fakeVolunteering(), mailLedger: fakeMailLedger(), clock: fakeClock() }));
  });
  describe(`${port} on DynamoDB`, () => {
    let engine: TestEngine;
    beforeAll(async () => {
      engine = await testEngine();
    });
    afterAll(() => engine.stop());
    suite(() => onEngine(engine));
  });
}

export async function onEngine(engine: TestEngine): Promise<Ports> {
  const clock = fakeClock();
  const names = await engine.createTables();
  const client = engine.connect();
  return { ...volunteeringOn(client, names.volunteering, clock), mailLedger: mailLedgerOn(client, names.messaging), clock };
}
