/** Waits. */
import { setTimeout } from 'node:timers/promises';

export const pause = (ms: number): Promise<void> => setTimeout(ms, undefined);

/** Half of `ms` to all of it, so that those who failed together don't come back together. */
export const jittered = (ms: number): number => Math.round(ms * (0.5 + Math.random() / 2));
