/** The rules of the template that are enabled: which events of a bus, or which times, lead to which functions. */
import type { Pattern } from './pattern.ts';
import type { Assembly } from './template.ts';

export interface Target {
  readonly functionArn: string;
  /** A constant that the function gets in place of the event. */
  readonly input?: unknown;
}
export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly bus: string;
  readonly pattern: Pattern | undefined;
  /** `rate(…)` or `cron(…)`. */
  readonly schedule: string | undefined;
  readonly targets: readonly Target[];
}

export function rulesOf(assembly: Assembly): readonly Rule[] {
  return assembly
    .ofType('AWS::Events::Rule')
    .filter(({ properties }) => properties.State !== 'DISABLED')
    .map(({ name, arn, properties: { EventBusName, EventPattern, ScheduleExpression, Targets = [] } }) => ({
      name,
      arn,
      bus: busName(EventBusName),
      pattern: EventPattern,
      schedule: ScheduleExpression,
      targets: Targets.map((target: Readonly<Record<string, string>>) => targetOf(name, target)),
    }));
}

/** Rules and entries name a bus by its name or its ARN; without either they mean the default one. */
export const busName = (name: string | undefined): string => (name ?? 'default').split(/[:/]/).at(-1) ?? 'default';

/** Retries and dead letters of a target are for functions that can't be reached; here each one can. */
const KNOWN = new Set(['Id', 'Arn', 'Input', 'RetryPolicy', 'DeadLetterConfig']);

function targetOf(rule: string, target: Readonly<Record<string, string>>): Target {
  const unknown = Object.keys(target).find((key) => !KNOWN.has(key));
  if (unknown !== undefined) throw new Error(`this machine does not know ${unknown} of a rule's target (${rule})`);
  const { Arn = '', Input } = target;
  return { functionArn: Arn, ...(Input !== undefined && { input: JSON.parse(Input) }) };
}
