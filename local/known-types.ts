/** What this machine knows of a template. Any other type of resource stops the start, for it would be missing without a word. */
import type { Assembly } from './template.ts';

/** They mean nothing on one machine. */
const WITHOUT_MEANING_HERE = [
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::Logs::LogGroup',
  'AWS::Lambda::Permission',
  'AWS::SQS::QueuePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::Events::Archive',
  'AWS::Events::EventBus',
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Stage',
  'AWS::SES::EmailIdentity',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::CDK::Metadata',
];
const READ_HERE = [
  'AWS::Lambda::Function',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Events::Rule',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Integration',
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
];

export function refuseUnknown(assembly: Assembly): void {
  const known = new Set([...WITHOUT_MEANING_HERE, ...READ_HERE]);
  const unknown = assembly.resources.find(({ type }) => !known.has(type));
  if (unknown) throw new Error(`this machine does not know resources of type ${unknown.type} (${unknown.name})`);
}
