/** A suggestion box: one for a request, settled by whoever comes first. */
import { describe, expect, it } from 'vitest';
import { listSuggestions, sendSuggestion, settleSuggestion } from '#domain/volunteering/suggestions.ts';
import { schoolId } from '#test/support/builders.ts';
import { Killed, withFault } from '#test/support/faults.ts';
import { type World, world } from '#test/support/world.ts';

const BY = 'luis@riverbend.example';
const KEY = '0123456789abcdef';
const send = ({ ports }: Pick<World, 'ports'>, text: string, kind: 'api' | 'form' = 'form', value = KEY) =>
  sendSuggestion(ports)({ schoolId: schoolId(), suggestion: { text, language: 'en' }, key: { kind, value } });
const listed = async ({ ports }: Pick<World, 'ports'>) => (await listSuggestions(ports)(schoolId())).suggestions;

describe('what is suggested', () => {
  it('is once in the box for one request, and a form sent again with other words is another', async () => {
    const here = await world();
    const first = await send(here, 'Saturdays');
    here.clock.advance(60_000);
    // with the answer of the first
    expect(await send(here, 'Saturdays')).toEqual(first);
    await send(here, 'Evenings');
    expect((await listed(here)).map(({ text }) => text)).toEqual(['Evenings', 'Saturdays']);
  });

  it('over the API under the same key with other words is refused', async () => {
    const here = await world();
    await send(here, 'Saturdays', 'api');
    expect(await send(here, 'Evenings', 'api')).toEqual({ ok: false, error: { code: 'request-key.reused' } });
    expect(await listed(here)).toHaveLength(1);
  });

  it('is settled once, by whoever is first, and stands below what is open', async () => {
    const here = await world();
    await send(here, 'Saturdays');
    here.clock.advance(60_000);
    await send(here, 'Evenings');
    const [evenings] = await listed(here);
    if (!evenings) throw new Error('it must be in the box');
    const { suggestionId } = evenings;
    const settle = (settled: boolean, by = BY) => settleSuggestion(here.ports)({ schoolId: schoolId(), suggestionId, settled, by });
    const both = await Promise.all([settle(true), settle(true, 'dana@riverbend.example')]);
    expect(both.map((one) => one.ok && one.value.settled?.by)).toEqual([BY, BY]);
    expect((await listed(here)).map(({ text, settled }) => [text, settled?.by])).toEqual([
      ['Saturdays', undefined],
      ['Evenings', BY],
    ]);
    await settle(false);
    await settle(false);
    expect((await listed(here))[0]?.settled).toBeUndefined();
    expect((await here.ports.history.about(suggestionId)).map(({ what }) => what).toSorted()).toEqual([
      'suggestion.reopened',
      'suggestion.settled',
    ]);
  });

  it('killed at any await is in the box once, and settled with its history', async () => {
    for (let call = 1; ; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const here = await world();
        const { ports, counter } = withFault(here.ports, { call, when });
        const unlessKilled = (error: unknown): undefined => {
          if (!(error instanceof Killed)) throw error;
        };
        await send({ ports }, 'Saturdays').catch(unlessKilled);
        await send(here, 'Saturdays');
        const [one] = await listed(here);
        if (!one) throw new Error('it must be in the box');
        const command = { schoolId: schoolId(), suggestionId: one.suggestionId, settled: true, by: BY };
        await settleSuggestion(ports)(command).catch(unlessKilled);
        await settleSuggestion(here.ports)(command);
        expect(await listed(here)).toMatchObject([{ settled: { by: BY } }]);
        expect(await here.ports.history.about(one.suggestionId)).toHaveLength(1);
        if (!counter.struck) return expect(call).toBeGreaterThan(2);
      }
    }
  });
});
