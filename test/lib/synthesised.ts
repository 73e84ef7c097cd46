/** The templates of all stacks as one list of resources, with references between them made readable. Nothing is bundled. */
import { App, CfnElement, Stack } from 'aws-cdk-lib';
import { crosswalk } from '#lib/crosswalk.ts';
import { type Stage, stageNamed } from '#lib/stages.ts';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Properties = Readonly<Record<string, Value | undefined>>;

export interface Resource {
  readonly stack: string;
  readonly id: string;
  /** Its construct's path without the stack's name and CDK's own last step: `Volunteering/SignUp/Function`. */
  readonly path: string;
  readonly type: string;
  readonly properties: Properties;
  readonly deletionPolicy: string | undefined;
}

export interface Synthesised {
  readonly resources: readonly Resource[];
  ofType(type: string): readonly Resource[];
  /** The resource a reference leads to, from another stack too; the first one inside a `Fn::Join`. */
  led(value: Value | undefined, from: Resource): Resource | undefined;
  /** The value as a person would write it: `Volunteering/Table/index/slotsBySchool`. */
  told(value: Value | undefined, from: Resource): string;
}

interface Template {
  readonly Resources?: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Properties; readonly DeletionPolicy?: string }>
  >;
  readonly Outputs?: Readonly<Record<string, { readonly Value: Value; readonly Export?: { readonly Name: string } }>>;
}

/** What CloudFormation would refuse at a deployment is an error here, as in `cdk.json`. */
export const WITHOUT_BUNDLING = { 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:validateAgainstDefaultRules': true };

/** `adjust` may spoil something between making the stacks and writing their templates. */
export function synthesised(stage: Stage, adjust?: (app: App) => void): Synthesised {
  const app = new App({ context: WITHOUT_BUNDLING });
  crosswalk(app, stage);
  adjust?.(app);
  return read(app);
}

const made = new Map<string, Synthesised>();

/** One of the table's stages, made once. */
export function stageSynthesised(name: string): Synthesised {
  const known = made.get(name) ?? synthesised(stageNamed(name));
  made.set(name, known);
  return known;
}

/** A stack of the test's own making. */
export function stackWith(fill: (stack: Stack) => void): Synthesised {
  const app = new App({ context: WITHOUT_BUNDLING });
  fill(new Stack(app, 'Test', { env: { region: 'us-east-2' } }));
  return read(app);
}

function read(app: App): Synthesised {
  const stacks = app.node.findAll().filter((node) => Stack.isStack(node));
  const assembly = app.synth();
  const resources: Resource[] = [];
  const exports = new Map<string, { readonly value: Value; readonly stack: string }>();
  for (const stack of stacks) {
    const paths = readablePaths(stack);
    const template: Template = assembly.getStackArtifact(stack.artifactId).template;
    for (const [id, { Type, Properties, DeletionPolicy }] of Object.entries(template.Resources ?? {})) {
      const path = paths.get(id) ?? id;
      resources.push({ stack: stack.stackName, id, path, type: Type, properties: Properties ?? {}, deletionPolicy: DeletionPolicy });
    }
    for (const [id, { Value, Export }] of Object.entries(template.Outputs ?? {}))
      exports.set(Export?.Name ?? weak(stack.stackName, id), { value: Value, stack: stack.stackName });
  }
  return { resources, ofType: (type) => resources.filter((each) => each.type === type), ...references(resources, exports) };
}

/** How a reference that holds nothing back finds its output. */
const weak = (stack: string, output: string): string => `${stack}.${output}`;

function readablePaths(stack: Stack): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const node of stack.node.findAll()) {
    if (!CfnElement.isCfnElement(node)) continue;
    const path = node.node.path.slice(stack.node.path.length + 1).replace(/\/Resource$/, '');
    paths.set(String(stack.resolve(node.logicalId)), path);
  }
  return paths;
}

function references(
  resources: readonly Resource[],
  exports: ReadonlyMap<string, { readonly value: Value; readonly stack: string }>,
): Pick<Synthesised, 'led' | 'told'> {
  const find = (stack: string, id: Value | undefined): Resource | undefined =>
    resources.find((each) => each.stack === stack && each.id === (Array.isArray(id) ? id[0] : id));
  const led = (value: Value | undefined, stack: string): Resource | undefined => {
    if (Array.isArray(value)) return value.map((part) => led(part, stack)).find((found) => found !== undefined);
    if (!isRecord(value)) return undefined;
    const output = value['Fn::GetStackOutput'];
    const other = exports.get(
      isRecord(output) ? weak(String(output.StackName), String(output.OutputName)) : String(value['Fn::ImportValue']),
    );
    if (other) return led(other.value, other.stack);
    return find(stack, value.Ref ?? value['Fn::GetAtt']) ?? led(value['Fn::Join'], stack);
  };
  const told = (value: Value | undefined, stack: string): string => {
    if (value === undefined || value === null) return '';
    if (!isRecord(value)) return Array.isArray(value) ? value.map((part) => told(part, stack)).join(', ') : String(value);
    const join = value['Fn::Join'];
    if (Array.isArray(join) && Array.isArray(join[1])) return join[1].map((part) => told(part, stack)).join(String(join[0]));
    return led(value, stack)?.path ?? (typeof value.Ref === 'string' ? `<${value.Ref}>` : JSON.stringify(value));
  };
  return { led: (value, from) => led(value, from.stack), told: (value, from) => told(value, from.stack) };
}

export function isRecord(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list in a template that may be written as its only element. */
export const listed = (value: Value | undefined): readonly Value[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
