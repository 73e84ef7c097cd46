/** Finds names that were given by hand: two stages in one account would fight for them, and replacing the resource would fail. */
import type { Resource, Synthesised } from './synthesised.ts';

/** Names that CloudFormation demands: made from the construct's path by CDK, or labels that need not be unique. */
const DEMANDED: readonly (readonly [type: string, property: string, form: (resource: Resource) => boolean])[] = [
  [
    'AWS::Events::EventBus',
    'Name',
    ({ properties, stack, id }) => String(properties.Name).startsWith(stack.replaceAll('-', '')) && /[0-9A-F]{8}$/.test(id),
  ],
  ['AWS::IAM::Policy', 'PolicyName', ({ properties, id }) => properties.PolicyName === id],
  ['AWS::ApiGatewayV2::Api', 'Name', () => true],
  ['AWS::ApiGatewayV2::Stage', 'StageName', ({ properties }) => properties.StageName === '$default'],
];

/** Properties that name something else than the resource itself, or are labels. */
const OF_OTHERS = new Set(['MetricName', 'DomainName', 'FunctionName', 'EventBusName', 'DisplayName']);

export const givenNames = ({ resources }: Synthesised): readonly string[] =>
  resources.flatMap((resource) =>
    Object.entries(resource.properties)
      .filter(([property, value]) => /^(?:[A-Za-z]+)?Name$/.test(property) && typeof value === 'string')
      .filter(([property]) => !(OF_OTHERS.has(property) && resource.type !== `AWS::Lambda::${property.replace('Name', '')}`))
      .filter(([property]) => !DEMANDED.some(([type, name, form]) => type === resource.type && name === property && form(resource)))
      .map(([property, value]) => `${resource.path}: ${property} ${String(value)}`),
  );
