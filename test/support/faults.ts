/** Wrappers around ports that break them as networks do: an answer that never comes, before or after the effect, and calls that take their time. */

export interface Fault {
  /** Which call breaks, counted from 1 over all wrapped ports. */
  readonly call: number;
  /** `before`: nothing happened. `after`: it happened, but the answer was lost. */
  readonly when: 'before' | 'after';
}

export class Killed extends Error {}

export interface Counter {
  calls: number;
  struck: boolean;
}

/** Breaks one call. `counter` tells how many calls were made and whether the fault struck. */
export function withFault<Ports extends object>(ports: Ports, fault: Fault): { readonly ports: Ports; readonly counter: Counter } {
  const counter: Counter = { calls: 0, struck: false };
  const around = async (call: () => Promise<unknown>): Promise<unknown> => {
    counter.calls += 1;
    const strikes = counter.calls === fault.call;
    if (strikes) counter.struck = true;
    if (strikes && fault.when === 'before') throw new Killed(`killed before call ${fault.call}`);
    const answer = await call();
    if (strikes) throw new Killed(`killed after call ${fault.call}`);
    return answer;
  };
  return { ports: wrapPorts(ports, around), counter };
}

/** How somebody asks who may get no answer at first, and who may ask once more than they need to. */
export interface Asking {
  /** The answer is lost at this call, and the caller asks again. */
  readonly fault: Fault | undefined;
  readonly repeat: boolean;
}
export async function askedAgain<Ports extends object>(
  ports: Ports,
  { fault, repeat }: Asking,
  ask: (ports: Ports) => Promise<unknown>,
): Promise<void> {
  if (fault) {
    try {
      await ask(withFault(ports, fault).ports);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
  await ask(ports);
  if (repeat) await ask(ports);
}

/** Lets each call wait for `turns()` turns of the event queue before and after its effect, so that others run in between. */
export const withLatency = <Ports extends object>(ports: Ports, turns: () => number): Ports =>
  wrapPorts(ports, async (call) => {
    await wait(turns());
    const answer = await call();
    await wait(turns());
    return answer;
  });

async function wait(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await null;
}

/** Small deterministic generator (mulberry32), so that a failing interleaving can be run again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYNCHRONOUS = new Set(['clock', 'ids', 'letters', 'calendars']);

function wrapPorts<Ports extends object>(ports: Ports, around: (call: () => Promise<unknown>) => Promise<unknown>): Ports {
  return Object.fromEntries(
    Object.entries(ports).map(([name, port]) => [name, typeof port !== 'object' || SYNCHRONOUS.has(name) ? port : wrapPort(port, around)]),
  ) as Ports;
}

const wrapPort = (port: object, around: (call: () => Promise<unknown>) => Promise<unknown>): object =>
  new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function' ? (...args: readonly unknown[]) => around(() => member.apply(target, args)) : member;
    },
  });
