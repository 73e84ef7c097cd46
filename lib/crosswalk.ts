/** The stacks of one stage. Data and service deploy to any AWS-compatible endpoint; edge and alarms are for AWS itself. */
import { type App, Tags } from 'aws-cdk-lib';
import { AlarmsStack } from './stacks/alarms.ts';
import { DataStack } from './stacks/data.ts';
import { ServiceStack } from './stacks/service.ts';
import type { Stage } from './stages.ts';

export interface Stacks {
  readonly data: DataStack;
  readonly service: ServiceStack;
  readonly alarms?: AlarmsStack;
}

export function crosswalk(app: App, stage: Stage): Stacks {
  const props = { stage, ...(stage.env && { env: stage.env }) };
  const data = new DataStack(app, `Crosswalk-${stage.name}-Data`, { ...props, description: 'Crosswalk: tables and keys' });
  const service = new ServiceStack(app, `Crosswalk-${stage.name}-Service`, {
    ...props,
    data,
    description: 'Crosswalk: functions, API, events',
  });
  const ofAws =
    stage.name === 'local'
      ? undefined
      : {
          alarms: new AlarmsStack(app, `Crosswalk-${stage.name}-Alarms`, {
            ...props,
            data,
            service,
            description: 'Crosswalk: alarms and dashboard',
          }),
        };
  Tags.of(app).add('application', 'crosswalk');
  Tags.of(app).add('stage', stage.name);
  return { data, service, ...ofAws };
}
