/** The reader of templates: what CDK writes comes out as plain values, and what it does not know is told. */
import { describe, expect, it } from 'vitest';
import { refuseUnknown } from '#local/known-types.ts';
import { assemblyOf, type StackOf } from './fixtures/assembly.ts';

const table = { Type: 'AWS::DynamoDB::Table', Properties: {} };
const holding = (value: unknown): Readonly<Record<string, StackOf>> => ({
  One: {
    resources: {
      Table: table,
      Bucket: { Type: 'AWS::S3::Bucket' },
      Rule: { Type: 'AWS::Events::Rule' },
      Secret: { Type: 'AWS::SecretsManager::Secret' },
      Holder: { Type: 'X::Y::Z', Properties: { value } },
    },
  },
});
const resolved = (value: unknown): unknown => assemblyOf(holding(value)).find('Holder').properties.value;

describe('what a template says', () => {
  it.each([
    ['a reference is the name', { Ref: 'Table' }, 'Table'],
    ['a reference to a secret is its ARN', { Ref: 'Secret' }, 'arn:aws:secretsmanager:us-east-1:000000000000:Secret'],
    ['a pseudo parameter has a value', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['an attribute as a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:aws:dynamodb:us-east-1:000000000000:Table'],
    ['an attribute of a bucket, which has no region', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws:s3:::Bucket'],
    ['an attribute of a rule', { 'Fn::GetAtt': ['Rule', 'Arn'] }, 'arn:aws:events:us-east-1:000000000000:rule/Rule'],
    ['an attribute as a text', { 'Fn::GetAtt': 'Table.Arn' }, 'arn:aws:dynamodb:us-east-1:000000000000:Table'],
    ['a stream tells its table', { 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'arn:aws:dynamodb:us-east-1:000000000000:Table/stream'],
    ['joined parts', { 'Fn::Join': [':', ['a', { Ref: 'Table' }, 'b']] }, 'a:Table:b'],
    ['joined parts leave out what has no value', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, 'a-b'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
    ['substitutions', { 'Fn::Sub': '${Table}/${Table.Arn}' }, 'Table/arn:aws:dynamodb:us-east-1:000000000000:Table'],
    ['a part of a split text', { 'Fn::Select': [1, { 'Fn::Split': ['|', 'a|b|c'] }] }, 'b'],
    ['an object of several fields, untouched', { Ref: 'Table', other: 1 }, { Ref: 'Table', other: 1 }],
  ])('%s', (_name, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it('finds what another stack exports, in either order of the files', () => {
    const exporting: StackOf = {
      resources: { Table: table },
      outputs: { Out: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] }, Export: { Name: 'the-table' } } },
    };
    const importing: StackOf = { resources: { Holder: { Type: 'X::Y::Z', Properties: { value: { 'Fn::ImportValue': 'the-table' } } } } };
    for (const stacks of [
      { A: exporting, B: importing },
      { A: importing, B: exporting },
    ]) {
      expect(assemblyOf(stacks).find('Holder').properties.value).toBe('arn:aws:dynamodb:us-east-1:000000000000:Table');
    }
  });

  it.each([
    ['an intrinsic function it does not know', { 'Fn::Cidr': [] }, /Fn::Cidr/],
    ['a reference into the void', { Ref: 'Nothing' }, /Nothing, which it does not define/],
    ['an import nobody exports', { 'Fn::ImportValue': 'nowhere' }, /nowhere/],
  ])('refuses %s', (_name, value, message) => {
    expect(() => resolved(value)).toThrow(message);
  });

  it('refuses a name that is not there, and a folder without templates', () => {
    expect(() => assemblyOf(holding(1)).find('Nobody')).toThrow('Nobody');
    expect(() => assemblyOf({})).toThrow('no templates');
  });

  it('stops the start when a resource has a type nothing here reads, and tells both', () => {
    expect(() => refuseUnknown(assemblyOf(holding(1)))).toThrow(/X::Y::Z.*Holder/);
    expect(() => refuseUnknown(assemblyOf({ One: { resources: { Table: table } } }))).not.toThrow();
  });
});
