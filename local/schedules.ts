/**
 * The template's rules that run by the clock. When each runs next is on disk: a restart neither repeats a run nor forgets one, and whatever was missed
 * meanwhile, by a stop or by a clock that was moved on, is made up for by one run.
 */
import { randomUUID } from 'node:crypto';
import { type Bus, eventOf } from './bus.ts';
import type { SharedClock } from './clock.ts';
import type { StateFile } from './journal.ts';
import { type Rule, rulesOf } from './rules.ts';
import { type NextAfter, nextRuns } from './schedule-expressions.ts';
import type { Assembly } from './template.ts';

/** How soon a clock that was moved is noticed. */
const LOOK_MS = 100;

export interface NextRun {
  /** Another one in the template begins anew. */
  readonly expression: string;
  /** Milliseconds since the epoch; null: never again. */
  readonly dueAt: number | null;
}

export interface ScheduleOptions {
  readonly bus: Bus;
  readonly clock: SharedClock;
  /** By rule. */
  readonly nextRuns: StateFile<NextRun>;
}

interface Scheduled {
  readonly rule: Rule;
  readonly expression: string;
  readonly nextAfter: NextAfter;
}

export class Schedules {
  readonly #scheduled: readonly Scheduled[];
  readonly #options: ScheduleOptions;
  #timer: NodeJS.Timeout | undefined;
  #lookedAt = Number.POSITIVE_INFINITY;

  /** Throws on an expression that is not known here. */
  constructor(assembly: Assembly, options: ScheduleOptions) {
    this.#options = options;
    this.#scheduled = rulesOf(assembly).flatMap((rule) =>
      rule.schedule === undefined ? [] : [{ rule, expression: rule.schedule, nextAfter: nextRuns(rule.schedule) }],
    );
  }

  /** Before the bus resumes: a run that was owed, but not yet noted as such, is then owed under the same id and not twice. */
  start(): void {
    if (this.#scheduled.length === 0) return;
    this.#look();
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Runs the one rule whose name has this part, now. Resolves when its functions have taken it, or it lies in the dead-letter queue. */
  async runNow(namePart: string): Promise<void> {
    const fitting = this.#scheduled.filter(({ rule }) => rule.name.includes(namePart));
    const [one] = fitting;
    if (!one || fitting.length > 1) {
      const names = (one ? fitting : this.#scheduled).map(({ rule }) => rule.name);
      throw new Error(`${namePart} names ${fitting.length} schedules, one is expected: ${names.join(', ') || 'the template has none'}`);
    }
    await this.#run(one.rule, this.#options.clock.now(), randomUUID());
  }

  #look(): void {
    const now = this.#options.clock.now();
    // moved back; or the last runtime's clock was ahead of this one's
    const isBack = now < this.#lookedAt;
    this.#lookedAt = now;
    for (const { rule, expression, nextAfter } of this.#scheduled) {
      const note = (dueAt: number | undefined): void => this.#options.nextRuns.set(rule.name, { expression, dueAt: dueAt ?? null });
      const noted = this.#options.nextRuns.get(rule.name);
      const dueAt = noted?.dueAt ?? Number.POSITIVE_INFINITY;
      if (noted?.expression !== expression) {
        note(nextAfter(now));
      } else if (dueAt <= now) {
        void this.#run(rule, now, String(dueAt));
        note(nextAfter(now));
      } else if (isBack) {
        const fresh = nextAfter(now);
        if (fresh !== undefined && fresh < dueAt) note(fresh);
      }
    }
  }

  #run({ name, arn, targets }: Rule, at: number, run: string): Promise<unknown> {
    const event = eventOf({ Source: 'aws.events', DetailType: 'Scheduled Event', Detail: '{}', Resources: [arn] }, at);
    return Promise.all(targets.map((target, index) => this.#options.bus.owe(`${name}-${run}-${index}`, target, event)));
  }
}
