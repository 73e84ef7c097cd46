/** One instance of a function: a thread with the function's environment and its bundle, answering one invocation at a time. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { wearClock } from './clock.ts';
import type { Answer, Invocation, WorkerSetup } from './lambda.ts';

const { folder, handler, functionName, clock } = workerData as WorkerSetup;
wearClock(clock);
process.setSourceMapsEnabled(true);

const [file = 'index', exported = 'handler'] = handler.split('.');
const loaded = import(pathToFileURL(join(folder, `${file}.mjs`)).href).then((module) => module[exported]);

parentPort?.on('message', async ({ id, event, deadline }: Invocation) => {
  const context = {
    functionName,
    awsRequestId: id,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - performance.timeOrigin - performance.now()),
  };
  const answer = (message: Answer): void => parentPort?.postMessage(message);
  try {
    const handle = await loaded;
    answer({ id, ok: true, value: await handle(event, context) });
  } catch (error) {
    const told = error instanceof Error ? error : new Error(String(error));
    answer({ id, ok: false, errorType: told.name, errorMessage: told.message, stack: stackOf(told) });
  }
});

/** With its causes, as source maps place them. */
const stackOf = (error: Error): string =>
  error.cause instanceof Error ? `${error.stack}\ncaused by ${stackOf(error.cause)}` : (error.stack ?? String(error));
