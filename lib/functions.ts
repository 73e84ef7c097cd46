/** How functions of each sort are made: what answers people gets more processor and less time than what consumes events. */
import { Duration } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { District } from '#contracts/district.ts';
import { OperationFunction } from './constructs/operation-function.ts';

export interface Functions {
  /** Behind the HTTP API. */
  answering(scope: Construct, id: string, file: string, description: string): OperationFunction;
  /** Behind a stream or the bus. */
  consuming(scope: Construct, id: string, file: string, description: string): OperationFunction;
  /** Behind the bus, for letters to many. */
  lengthy(scope: Construct, id: string, file: string, description: string): OperationFunction;
  /** Behind the bus, for work on pictures. */
  drawing(scope: Construct, id: string, file: string, description: string): OperationFunction;
  /** All made so far. */
  readonly all: readonly OperationFunction[];
}

/** Files below `functions/` that never look at the district's settings. */
const WITHOUT_DISTRICT = new Set([
  'relay/volunteering',
  'relay/fundraising',
  'volunteering/on-slots-changed',
  'volunteering/on-places-freed',
  'volunteering/on-waitlists-due',
  'volunteering/on-figures-asked',
  'volunteering/on-days-due',
  'relay/desk',
  'fundraising/on-money-changed',
  'fundraising/on-photo-sent',
  'fundraising/on-recount-due',
]);

export function functionsOf(district: District, logRetentionDays: RetentionDays): Functions {
  const all: OperationFunction[] = [];
  const make = (
    scope: Construct,
    id: string,
    file: string,
    description: string,
    memoryMegabytes: number,
    seconds: number,
  ): OperationFunction => {
    const fn = new OperationFunction(scope, id, {
      file,
      description,
      memoryMegabytes,
      timeout: Duration.seconds(seconds),
      logRetentionDays,
    });
    if (!WITHOUT_DISTRICT.has(file)) fn.set('DISTRICT', JSON.stringify(district));
    all.push(fn);
    return fn;
  };
  return {
    // 1,769 MB is one whole processor: a cold start is mostly parsing and one TLS handshake
    answering: (scope, id, file, description) => make(scope, id, file, description, 1_769, 10),
    consuming: (scope, id, file, description) => make(scope, id, file, description, 512, 30),
    lengthy: (scope, id, file, description) => make(scope, id, file, description, 512, 900),
    // the largest picture we take is 64 MB of pixels, a few times over while it is made smaller
    drawing: (scope, id, file, description) => make(scope, id, file, description, 1_769, 60),
    all,
  };
}
