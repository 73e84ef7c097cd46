/**
 * The rush: many people for few places, over the whole sign-up operation with the real adapters. Each of those who answer at once is a process of
 * its own as a Lambda is: its own client, its own memory, one request at a time.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { systemClock } from '#adapters/system/clock.ts';
import { systemIds } from '#adapters/system/ids.ts';
import { people } from '#adapters/system/people.ts';
import type { SignUpRequest } from '#contracts/resources/sign-up.ts';
import type { SlotLedger } from '#domain/volunteering/ports.ts';
import { type SignUpPorts, signUp } from '#domain/volunteering/sign-up.ts';
import { aLedger, anOpportunity, aShift, aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { volunteeringOn } from '#test/support/dynoxide.ts';

export const PEOPLE = 1_000;
export const PLACES = 60;
export const SOON = { startsAt: '2099-03-05T23:00:00.000Z', endsAt: '2099-03-06T01:00:00.000Z' };

export interface Rush {
  /** As many clients as answer at once. */
  readonly clients: readonly DynamoDBClient[];
  readonly tableName: string;
  /** How often the person's own answer gets lost, so that they ask again. 0 to 1. */
  readonly answersLost: number;
  readonly random: () => number;
  readonly people?: number;
  readonly places?: number;
}
export interface RushOutcome {
  readonly taken: number;
  readonly confirmed: number;
  /** Answers that are not so: told yes without a place, no with one or while there were places, or two answers to one request. */
  readonly untrue: readonly string[];
  /** Operations that threw. */
  readonly errors: readonly string[];
  readonly requests: number;
  readonly ledger: SlotLedger;
  readonly milliseconds: number;
}

/** Publishes an opportunity with one slot of `places`; the ports of one process over it. */
export async function prepareRush(client: DynamoDBClient, tableName: string, places: number): Promise<SignUpPorts> {
  const ports = portsOn(client, tableName);
  await ports.opportunities.save(anOpportunity({ slots: [aShift(1, { capacity: places, ...SOON })] }));
  await ports.slots.open(aLedger({ capacity: places, ...SOON, closesAt: SOON.startsAt }));
  return ports;
}

export const portsOn = (client: DynamoDBClient, tableName: string) => ({
  ...volunteeringOn(client, tableName, systemClock),
  people: people(async () => 'the key of a district that is made up'),
  clock: systemClock,
  ids: systemIds,
});

export const requestOf = (n: number): SignUpRequest =>
  aSignUpRequest({ person: { name: `Person ${n}`, email: `person-${n}@example.org` } });
export const keyOf = (n: number) => ({ kind: 'form', value: `form-of-person-${n}` }) as const;

type Answer = Awaited<ReturnType<ReturnType<typeof signUp>>>;

export async function rush({ clients, tableName, answersLost, random, ...size }: Rush): Promise<RushOutcome> {
  const count = size.people ?? PEOPLE;
  const places = size.places ?? PLACES;
  const [first] = clients;
  if (!first) throw new Error('nobody answers');
  await prepareRush(first, tableName, places);
  const answers = new Map<number, Answer>();
  const untrue: string[] = [];
  const errors: string[] = [];
  let next = 0;
  let requests = 0;
  const answering = async (client: DynamoDBClient): Promise<void> => {
    const run = signUp(portsOn(client, tableName));
    for (let n = next++; n < count; n = next++) {
      try {
        const lost = random() < answersLost ? await run({ request: requestOf(n), key: keyOf(n) }) : undefined;
        const answer = await run({ request: requestOf(n), key: keyOf(n) });
        requests += lost ? 2 : 1;
        answers.set(n, answer);
        if (lost && lost.ok !== answer.ok) untrue.push(`person ${n} was told two things`);
      } catch (error) {
        errors.push(String(error));
      }
    }
  };
  const began = performance.now();
  await Promise.all(clients.map(answering));
  const milliseconds = performance.now() - began;

  const ports = portsOn(first, tableName);
  const state = await ports.opportunities.load(opportunityId());
  const ledger = state?.ledgers.find((one) => one.slotId === slotId());
  if (!ledger) throw new Error('the ledger is gone');
  untrue.push(...(await untrueAnswers(ports, ledger, answers)));
  const confirmed = [...answers.values()].filter(({ ok }) => ok).length;
  return { taken: ledger.taken, confirmed, untrue, errors, requests, ledger, milliseconds };
}

/** Held against the ledger at the end. Nobody gives places back here, so whoever was refused must have been told that none were left. */
async function untrueAnswers(ports: SignUpPorts, ledger: SlotLedger, answers: ReadonlyMap<number, Answer>): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [n, answer] of answers) {
    const claim = ledger.claims[await ports.people.identify(`person-${n}@example.org`)];
    const result = answer.ok ? answer.value.results[0] : answer.error.code === 'sign-up.all-refused' ? answer.error.results[0] : undefined;
    if (result?.outcome === 'confirmed') {
      if (claim?.signUpId !== result.signUpId || claim.places !== result.places) wrong.push(`person ${n} was told yes and has no place`);
    } else if (result?.outcome !== 'refused' || result.code !== 'slot.full' || result.placesLeft !== 0) {
      wrong.push(`person ${n} was refused for another reason: ${JSON.stringify(answer)}`);
    } else if (claim) {
      wrong.push(`person ${n} was told no and has a place`);
    }
  }
  const sum = Object.values(ledger.claims).reduce((all, claim) => all + claim.places, 0);
  if (sum !== ledger.taken) wrong.push(`the ledger says ${ledger.taken} and its claims ${sum}`);
  return wrong;
}

/** Loses an attempt now and then, never more than two of one call: the client's four attempts get through, as they do unless a network is gone. */
export const losing =
  (share: number, random: () => number) =>
  (_command: string, attempt: number): 'before' | 'after' | undefined =>
    attempt > 2 || random() >= share ? undefined : random() < 0.5 ? 'before' : 'after';
