/** Events onto the bus: in order, again where refused, and never lost in silence. */
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { events } from '#adapters/eventbridge/events.ts';
import type { DomainEvent } from '#contracts/events/index.ts';
import { ledgerEvent } from '#domain/volunteering/ledger-events.ts';
import { aLedger, personId, signUpId, submissionId } from '#test/support/builders.ts';
import { type Asked, service } from './http-service.ts';

describe('publishing events', () => {
  const event = (version: number): DomainEvent => {
    const change = { kind: 'claimed', personId: personId(), signUpId: signUpId(), submissionId: submissionId(), places: 1 } as const;
    const made = ledgerEvent(aLedger({ version, change: { ...change, at: '2027-03-01T12:00:00.000Z' } }));
    if (!made) throw new Error('no event');
    return made;
  };
  const many = (n: number): readonly DomainEvent[] => Array.from({ length: n }, (_, index) => event(index + 2));
  type Entries = readonly {
    readonly Detail: string;
    readonly EventBusName: string;
    readonly Source: string;
    readonly DetailType: string;
  }[];
  const entriesOf = ({ body }: Asked): Entries => (JSON.parse(body) as { Entries: Entries }).Entries;
  const idsOf = (asked: Asked): readonly string[] => entriesOf(asked).map(({ Detail }) => (JSON.parse(Detail) as DomainEvent).id);
  /** Takes all but those at `failing`. */
  const taking =
    (...failing: readonly number[]) =>
    (asked: Asked) =>
      [
        200,
        JSON.stringify({
          FailedEntryCount: failing.length,
          Entries: entriesOf(asked).map((_, n) => (failing.includes(n) ? { ErrorCode: 'ThrottlingException' } : { EventId: `e${n}` })),
        }),
      ] as const;
  async function bus(...answers: Parameters<typeof service>[0]) {
    const { endpoint, asked } = await service(answers);
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const waits: number[] = [];
    const client = new EventBridgeClient({ endpoint, region: 'us-east-1', credentials });
    return { asked, waits, publish: events(client, 'the-bus', async (ms) => void waits.push(ms)).publish };
  }

  it('puts them in order, ten to a call', async () => {
    const { asked, publish } = await bus(taking());
    const all = many(23);
    await publish(all);
    expect(asked.map((one) => entriesOf(one).length)).toEqual([10, 10, 3]);
    expect(asked.flatMap(idsOf)).toEqual(all.map(({ id }) => id));
    expect(entriesOf(asked[0] as Asked)[0]).toMatchObject({ EventBusName: 'the-bus', DetailType: 'sign-up.confirmed.v1' });
  });

  it('sends again only what was refused, after pauses that grow', async () => {
    const { asked, waits, publish } = await bus(taking(1, 3), taking(0), taking());
    const all = many(5);
    await publish(all);
    expect(asked.map(idsOf)).toEqual([all, [all[1], all[3]], [all[1]]].map((batch) => batch.map((one) => one?.id)));
    expect(waits.map((ms, n) => ms >= 50 * 2 ** n && ms <= 100 * 2 ** n)).toEqual([true, true]);
  });

  it('throws when some are refused again and again', async () => {
    const { asked, publish } = await bus(taking(), taking(0));
    const [first, ...rest] = many(11);
    await expect(publish([...rest, first as DomainEvent])).rejects.toThrow('the bus refused 1 of 1 events: ThrottlingException');
    expect(asked).toHaveLength(5);
  });

  it('asks nothing of the bus when there is nothing', async () => {
    const { asked, publish } = await bus(taking());
    await publish([]);
    expect(asked).toEqual([]);
  });
});
