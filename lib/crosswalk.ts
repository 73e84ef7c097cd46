/** The stacks of one stage. Data and service deploy to any AWS-compatible endpoint; edge and alarms are for AWS itself. */
import { type App, Stack, Tags } from 'aws-cdk-lib';
import { AlarmsStack } from './stacks/alarms.ts';
import { DataStack } from './stacks/data.ts';
import { EDGE_REGION, EdgeStack } from './stacks/edge.ts';
import { ServiceStack } from './stacks/service.ts';
import type { Stage } from './stages.ts';

export interface Stacks {
  readonly data: DataStack;
  readonly service: ServiceStack;
  /** What staff alone use: a stack holds 500 resources, and theirs are half of all. */
  readonly desk: Stack;
  readonly edge?: EdgeStack;
  readonly alarms?: AlarmsStack;
}

/** Throws when the stage's settings contradict each other. */
export function crosswalk(app: App, stage: Stage): Stacks {
  check(stage);
  const named = (part: string, description: string) => ({
    id: `Crosswalk-${stage.name}-${part}`,
    props: { stage, ...(stage.env && { env: stage.env }), description: `Crosswalk: ${description}` },
  });
  const ofData = named('Data', 'tables and keys');
  const data = new DataStack(app, ofData.id, ofData.props);
  const { id, props } = named('Desk', 'functions and routes of staff');
  const desk = new Stack(app, id, props);
  const ofService = named('Service', 'functions, API, events');
  const service = new ServiceStack(app, ofService.id, { ...ofService.props, data, desk });
  Tags.of(app).add('application', 'crosswalk');
  Tags.of(app).add('stage', stage.name);
  if (stage.name === 'local') return { data, service, desk };
  const ofEdge = named('Edge', 'the public site');
  const ofAlarms = named('Alarms', 'alarms and dashboard');
  return {
    data,
    service,
    desk,
    edge: new EdgeStack(app, ofEdge.id, { ...ofEdge.props, service }),
    alarms: new AlarmsStack(app, ofAlarms.id, { ...ofAlarms.props, data, service }),
  };
}

function check({ name, env, site, district }: Stage): void {
  if (name !== 'local' && !env?.region) throw new Error(`stage ${name} has no region: its site in ${EDGE_REGION} could not find its API`);
  if (!site) return;
  if (district.siteUrl !== `https://${site.domainName}`)
    throw new Error(`stage ${name} serves https://${site.domainName}, but its mails would link to ${district.siteUrl}`);
  if (site.certificateArn.split(':')[3] !== EDGE_REGION)
    throw new Error(`stage ${name} has the certificate ${site.certificateArn}, but CloudFront takes certificates from ${EDGE_REGION} only`);
}
