/** Functions as Lambda runs them: the bundled asset, just its environment, one invocation an instance, a time limit that is kept. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SharedClock } from './clock.ts';
import { type Assembly, CREDENTIALS, REGION, type Resource } from './template.ts';

export interface WorkerSetup {
  readonly folder: string;
  readonly handler: string;
  readonly functionName: string;
  readonly clock: SharedArrayBuffer;
}
export interface Invocation {
  readonly id: string;
  readonly event: unknown;
  /** Milliseconds since the epoch, by the machine's own clock. */
  readonly deadline: number;
}
export type Answer =
  | { readonly id: string; readonly ok: true; readonly value: unknown }
  | { readonly id: string; readonly ok: false; readonly errorType: string; readonly errorMessage: string; readonly stack: string };

export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

export interface LambdaOptions {
  readonly clock: SharedClock;
  /** Addresses of the local services, under the names the SDKs read. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Every line a function writes. */
  readonly onLog: (functionName: string, line: string) => void;
  /** A failed invocation, with a stack that names source lines. */
  readonly onError: (functionName: string, error: string) => void;
}

/** More at once wait for a free instance. */
const INSTANCES = 4;

interface Instance {
  readonly worker: Worker;
  busy: boolean;
}

export class LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly #setup: WorkerSetup;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #timeoutMs: number;
  readonly #options: LambdaOptions;
  readonly #instances = new Set<Instance>();
  readonly #waiting: (() => void)[] = [];
  #stopped = false;

  constructor(resource: Resource, assembly: Assembly, options: LambdaOptions) {
    const { Code, Handler, Environment, Timeout } = resource.properties;
    this.name = resource.name;
    this.arn = resource.arn;
    this.#options = options;
    this.#timeoutMs = (Timeout ?? 3) * 1_000;
    this.#environment = {
      ...Environment?.Variables,
      ...options.endpoints,
      AWS_REGION: REGION,
      AWS_LAMBDA_FUNCTION_NAME: resource.name,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      TZ: 'UTC',
    };
    this.#setup = {
      folder: join(assembly.folder, `asset.${String(Code.S3Key).replace(/\.zip$/, '')}`),
      handler: Handler,
      functionName: resource.name,
      clock: options.clock.memory,
    };
  }

  async invoke(event: unknown): Promise<Outcome> {
    const instance = await this.#free();
    try {
      return await this.#run(instance, event);
    } finally {
      instance.busy = false;
      this.#waiting.shift()?.();
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#instances].map(({ worker }) => worker.terminate()));
  }

  async #free(): Promise<Instance> {
    for (;;) {
      if (this.#stopped) throw new Error(`${this.name} is stopped`);
      const idle = [...this.#instances].find(({ busy }) => !busy);
      const instance = idle ?? (this.#instances.size < INSTANCES ? this.#start() : undefined);
      if (instance) {
        instance.busy = true;
        return instance;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #start(): Instance {
    const worker = new Worker(new URL('./lambda-worker.ts', import.meta.url), {
      workerData: this.#setup,
      env: { ...this.#environment },
      execArgv: ['--enable-source-maps', '--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
    });
    const instance = { worker, busy: false };
    this.#instances.add(instance);
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n')) if (line !== '') this.#options.onLog(this.name, line);
      });
    }
    // a broken instance takes no further call; its own is told by the race in #run
    worker.on('error', () => this.#instances.delete(instance));
    worker.on('exit', () => this.#instances.delete(instance));
    return instance;
  }

  async #run({ worker }: Instance, event: unknown): Promise<Outcome> {
    const id = randomUUID();
    const over = new AbortController();
    const { signal } = over;
    const timer = setTimeout(() => over.abort(), this.#timeoutMs);
    try {
      worker.postMessage({ id, event, deadline: Date.now() + this.#timeoutMs } satisfies Invocation);
      const answer = await Promise.race([
        once(worker, 'message', { signal }).then(([message]) => message as Answer),
        once(worker, 'exit', { signal }).then(() => this.#failed('Runtime.ExitError', 'the function ended its process')),
      ]);
      if (answer.ok) return answer;
      return 'stack' in answer ? this.#failed(answer.errorType, answer.errorMessage, answer.stack) : answer;
    } catch (error) {
      if (signal.aborted) {
        await worker.terminate();
        return this.#failed('Sandbox.Timedout', `the function ran for more than ${this.#timeoutMs} ms`);
      }
      const told = error instanceof Error ? error : new Error(String(error));
      return this.#failed(told.name, told.message, told.stack);
    } finally {
      clearTimeout(timer);
      over.abort();
    }
  }

  #failed(errorType: string, errorMessage: string, stack?: string): Outcome {
    if (!this.#stopped) this.#options.onError(this.name, stack ?? `${errorType}: ${errorMessage}`);
    return { ok: false, errorType, errorMessage };
  }
}

/** All functions of the template, by name and by ARN. */
export function lambdaFunctions(assembly: Assembly, options: LambdaOptions): ReadonlyMap<string, LambdaFunction> {
  const functions = assembly.ofType('AWS::Lambda::Function').map((resource) => new LambdaFunction(resource, assembly, options));
  return new Map(functions.flatMap((each) => [[each.name, each] as const, [each.arn, each] as const]));
}
