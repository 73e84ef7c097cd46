/**
 * Event buses with the rules of the template. An event is on disk before `PutEvents` is answered and until every function it goes to
 * has taken it, or its retries are used up and it lies in the dead-letter queue: what Lambda's asynchronous invocation promises.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { SharedClock } from './clock.ts';
import { Journal, type Queues } from './journal.ts';
import type { LambdaFunction } from './lambda.ts';
import { matches, type Pattern } from './pattern.ts';
import { ACCOUNT, type Assembly, REGION } from './template.ts';

export interface BusEntry {
  readonly EventBusName?: string;
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
}

interface Rule {
  readonly bus: string;
  readonly pattern: Pattern;
  readonly targets: readonly string[];
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
  readonly #underWay = new Set<Promise<void>>();
  #stopped = new AbortController();

  constructor(assembly: Assembly, functions: ReadonlyMap<string, LambdaFunction>, options: BusOptions) {
    this.#functions = functions;
    this.#options = options;
    this.#journal = new Journal(options.folder);
    this.#rules = assembly.ofType('AWS::Events::Rule').map(({ properties }) => ({
      bus: busName(properties.EventBusName),
      pattern: properties.EventPattern,
      targets: properties.Targets.map((target: { Arn: string }) => target.Arn),
    }));
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
      const id = randomUUID();
      const event = {
        version: '0',
        id,
        'detail-type': entry.DetailType,
        source: entry.Source,
        account: ACCOUNT,
        time: new Date(this.#options.clock.now()).toISOString(),
        region: REGION,
        resources: [],
        detail: JSON.parse(entry.Detail),
      };
      const bus = busName(entry.EventBusName);
      for (const rule of this.#rules) {
        if (rule.bus === bus && matches(rule.pattern, event)) {
          for (const functionArn of rule.targets) this.#owe(randomUUID(), { functionArn, event, attempts: 0 });
        }
      }
      return id;
    });
  }

  /** Goes on with what was under way when the runtime last stopped. */
  resume(): void {
    for (const { id, entry } of this.#journal.open()) this.#track(this.#deliver(id, entry));
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.allSettled(this.#underWay);
  }

  #owe(id: string, delivery: Delivery): void {
    this.#journal.add(id, delivery);
    this.#track(this.#deliver(id, delivery));
  }

  #track(delivering: Promise<void>): void {
    const tracked = delivering.catch((error: unknown) => {
      if (!this.#stopped.signal.aborted) console.error('delivery failed in the runtime', error);
    });
    this.#underWay.add(tracked);
    void tracked.finally(() => this.#underWay.delete(tracked));
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

/** Rules and entries name a bus by its name or its ARN. */
const busName = (name: string | undefined): string => (name ?? 'default').split(/[:/]/).at(-1) ?? 'default';
