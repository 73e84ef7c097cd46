/**
 * Event buses with the rules of the template. An event is on disk before `PutEvents` is answered and until every function it goes to
 * has taken it, or its retries are used up and it lies in the dead-letter queue: what Lambda's asynchronous invocation promises.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { SharedClock } from './clock.ts';
import { Journal, type Queues } from './journal.ts';
import type { LambdaFunction } from './lambda.ts';
import { matches } from './pattern.ts';
import { busName, type Rule, rulesOf, type Target } from './rules.ts';
import { ACCOUNT, type Assembly, REGION } from './template.ts';

export interface BusEntry {
  readonly EventBusName?: string;
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly Resources?: readonly string[];
}

interface Delivery {
  readonly functionArn: string;
  readonly event: unknown;
  readonly attempts: number;
}

export interface BusOptions {
  readonly folder: string;
  readonly queues: Queues;
  readonly clock: SharedClock;
  /** Waits before the second and the third attempt. Lambda's are one and two minutes. */
  readonly retryDelaysMs: readonly number[];
}

export class Bus {
  readonly #rules: readonly Rule[];
  readonly #functions: ReadonlyMap<string, LambdaFunction>;
  /** By function: its retries and the queue for what it can't take. */
  readonly #onFailure: ReadonlyMap<string, { readonly retries: number; readonly queue: string | undefined }>;
  readonly #journal: Journal<Delivery>;
  readonly #options: BusOptions;
  /** By the delivery's id. */
  readonly #underWay = new Map<string, Promise<void>>();
  #stopped = new AbortController();

  constructor(assembly: Assembly, functions: ReadonlyMap<string, LambdaFunction>, options: BusOptions) {
    this.#functions = functions;
    this.#options = options;
    this.#journal = new Journal(options.folder);
    this.#rules = rulesOf(assembly);
    this.#onFailure = new Map(
      assembly.ofType('AWS::Lambda::EventInvokeConfig').map(({ properties: { FunctionName, MaximumRetryAttempts, DestinationConfig } }) => {
        const queue = DestinationConfig?.OnFailure?.Destination;
        return [assembly.find(FunctionName).arn, { retries: MaximumRetryAttempts ?? 2, queue: queue && assembly.find(queue).name }];
      }),
    );
  }

  /** Takes events as `PutEvents` does; returns their ids. */
  put(entries: readonly BusEntry[]): readonly string[] {
    return entries.map((entry) => {
      const event = eventOf(entry, this.#options.clock.now());
      const name = busName(entry.EventBusName);
      for (const { bus, pattern, targets } of this.#rules) {
        if (bus !== name || !pattern || !matches(pattern, event)) continue;
        for (const target of targets) void this.owe(randomUUID(), target, event);
      }
      return event.id;
    });
  }

  /** Owes a function an event, once under one id. Resolves when it has taken it, or it lies in the dead-letter queue. */
  owe(id: string, { functionArn, input }: Target, event: unknown): Promise<void> {
    const underWay = this.#underWay.get(id);
    if (underWay) return underWay;
    const delivery: Delivery = { functionArn, event: input ?? event, attempts: 0 };
    this.#journal.add(id, delivery);
    return this.#deliverTracked(id, delivery);
  }

  /** Goes on with what was under way when the runtime last stopped. */
  resume(): void {
    for (const { id, entry } of this.#journal.open()) if (!this.#underWay.has(id)) void this.#deliverTracked(id, entry);
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values());
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.allSettled(this.#underWay.values());
  }

  #deliverTracked(id: string, delivery: Delivery): Promise<void> {
    const tracked = this.#deliver(id, delivery)
      .catch((error: unknown) => {
        if (!this.#stopped.signal.aborted) console.error('delivery failed in the runtime', error);
      })
      .finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, tracked);
    return tracked;
  }

  async #deliver(id: string, { functionArn, event, attempts }: Delivery): Promise<void> {
    const target = this.#functions.get(functionArn);
    if (!target) throw new Error(`a rule leads to ${functionArn}, which is no function`);
    const { retries, queue } = this.#onFailure.get(functionArn) ?? { retries: 2, queue: undefined };
    for (let attempt = attempts; ; attempt++) {
      const outcome = await target.invoke(event);
      if (outcome.ok) break;
      if (this.#stopped.signal.aborted) return;
      if (attempt >= retries) {
        if (queue !== undefined) this.#options.queues.send(queue, { functionArn, error: outcome.errorMessage, event });
        break;
      }
      this.#journal.add(id, { functionArn, event, attempts: attempt + 1 });
      const delay = this.#options.retryDelaysMs[Math.min(attempt, this.#options.retryDelaysMs.length - 1)] ?? 0;
      await wait(delay, undefined, { signal: this.#stopped.signal });
    }
    this.#journal.done(id);
  }
}

/** As functions get it: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
export const eventOf = (entry: BusEntry, at: number) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': entry.DetailType,
  source: entry.Source,
  account: ACCOUNT,
  time: new Date(at).toISOString(),
  region: REGION,
  resources: entry.Resources ?? [],
  detail: JSON.parse(entry.Detail),
});
