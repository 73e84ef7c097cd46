/**
 * The synthesised app as one machine needs it: every resource of its templates with its properties resolved.
 *
 * A small reader of CloudFormation, for what CDK writes: references, attributes, joins, substitutions and exports between stacks.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';
/** What functions sign with, and what a signature is checked against. No secret: nothing here answers anyone but this machine. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

export interface Resource {
  /** What `Ref` gives: the physical name. Stable over synthesis, so that what is kept on disk is found again. */
  readonly name: string;
  readonly type: string;
  readonly arn: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape of properties is CloudFormation's, by type
  readonly properties: any;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties?: Json }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: Json; readonly Export?: { readonly Name: Json } }>>;
}

/** All resources of all templates in a CDK output folder, by type. */
export function readAssembly(folder: string): Assembly {
  const stacks = readdirSync(folder)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template);
  if (stacks.length === 0) throw new Error(`no templates in ${folder}`);
  const exports = new Map<string, () => Json>();
  for (const stack of stacks) {
    for (const { Value, Export } of Object.values(stack.Outputs ?? {})) {
      if (Export) exports.set(String(resolve(Export.Name, stack, exports)), () => resolve(Value, stack, exports));
    }
  }
  const resources = stacks.flatMap((stack) =>
    Object.entries(stack.Resources ?? {}).map(([logicalId, { Type, Properties }]) => ({
      name: refOf(stack, logicalId),
      type: Type,
      arn: arnOf(stack, logicalId),
      properties: resolve(Properties ?? {}, stack, exports),
    })),
  );
  return new Assembly(folder, resources);
}

export class Assembly {
  readonly folder: string;
  readonly resources: readonly Resource[];

  constructor(folder: string, resources: readonly Resource[]) {
    this.folder = folder;
    this.resources = resources;
  }
  ofType(type: string): readonly Resource[] {
    return this.resources.filter((resource) => resource.type === type);
  }
  /** The one resource with this name or ARN. Throws when the template names something it does not have. */
  find(nameOrArn: string): Resource {
    const found = this.resources.find(({ name, arn }) => name === nameOrArn || arn === nameOrArn);
    if (!found) throw new Error(`the template speaks of ${nameOrArn}, which it does not define`);
    return found;
  }
}

const SERVICE: Readonly<Record<string, string>> = {
  'AWS::Events::EventBus': 'events',
  'AWS::SQS::Queue': 'sqs',
  'AWS::DynamoDB::Table': 'dynamodb',
};

const typeOf = (stack: Template, logicalId: string): string => {
  const resource = stack.Resources?.[logicalId];
  if (!resource) throw new Error(`the template refers to ${logicalId}, which it does not define`);
  return resource.Type;
};

/** Secrets are known by their ARN, everything else here by its name. */
const refOf = (stack: Template, logicalId: string): string =>
  typeOf(stack, logicalId) === 'AWS::SecretsManager::Secret' ? arnOf(stack, logicalId) : logicalId;

function arnOf(stack: Template, logicalId: string): string {
  const type = typeOf(stack, logicalId);
  // names of buckets are the world's, so their ARN has neither region nor account
  if (type === 'AWS::S3::Bucket') return `arn:aws:s3:::${logicalId}`;
  const service = SERVICE[type] ?? type.split('::')[1]?.toLowerCase();
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${type === 'AWS::Events::Rule' ? 'rule/' : ''}${logicalId}`;
}

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Region': REGION,
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'local',
  'AWS::StackId': 'local',
};

type Exports = ReadonlyMap<string, () => Json>;

function resolve(value: Json, stack: Template, exports: Exports): Json {
  if (Array.isArray(value)) return value.map((each) => resolve(each, stack, exports)).filter((each) => each !== null);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [key, argument] = entries[0] ?? [];
  if (entries.length === 1 && key !== undefined && argument !== undefined && (key === 'Ref' || key.startsWith('Fn::'))) {
    return intrinsic(key, argument, stack, exports);
  }
  return Object.fromEntries(entries.map(([name, each]) => [name, resolve(each, stack, exports)]));
}

function intrinsic(key: string, argument: Json, stack: Template, exports: Exports): Json {
  const inner = (each: Json): Json => resolve(each, stack, exports);
  switch (key) {
    case 'Ref':
      return argument === 'AWS::NoValue' ? null : (PSEUDO[String(argument)] ?? refOf(stack, String(argument)));
    case 'Fn::GetAtt': {
      const [logicalId, attribute] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
      return attributeOf(stack, logicalId ?? '', attribute ?? '');
    }
    case 'Fn::Join': {
      const [separator, parts] = argument as readonly [string, readonly Json[]];
      return (inner(parts) as readonly Json[]).join(separator);
    }
    case 'Fn::Sub':
      return String(Array.isArray(argument) ? argument[0] : argument).replace(/\$\{([\w:.]+)\}/g, (_all, name: string) =>
        name.includes('.') ? String(intrinsic('Fn::GetAtt', name, stack, exports)) : String(intrinsic('Ref', name, stack, exports)),
      );
    case 'Fn::ImportValue': {
      const exported = exports.get(String(inner(argument)));
      if (!exported) throw new Error(`no stack exports ${String(argument)}`);
      return exported();
    }
    case 'Fn::Select': {
      const [index, list] = argument as readonly [number, Json];
      return (inner(list) as readonly Json[])[index] ?? null;
    }
    case 'Fn::Split': {
      const [separator, text] = argument as readonly [string, Json];
      return String(inner(text)).split(separator);
    }
    default:
      throw new Error(`this machine does not know CloudFormation's ${key}`);
  }
}

/** Attributes that lead to a resource are its ARN; a stream's ARN tells its table; what only AWS could know is left as a name. */
function attributeOf(stack: Template, logicalId: string, attribute: string): string {
  const arn = arnOf(stack, logicalId);
  if (attribute === 'Arn') return arn;
  if (attribute === 'StreamArn') return `${arn}/stream`;
  return attribute === 'QueueName' || attribute === 'Name' ? logicalId : `${logicalId}.${attribute}`;
}
