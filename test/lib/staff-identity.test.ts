/** What functions learn of staff and may ask, and how staff sign in. */
import { expect, it } from 'vitest';
import { stageNamed } from '#lib/stages.ts';
import { stageSynthesised, synthesised } from './synthesised.ts';

const prod = stageSynthesised('prod');
const pools = (stage: string) => stageSynthesised(stage).ofType('AWS::Cognito::UserPool');
const settings = (stage: string) =>
  stageSynthesised(stage)
    .ofType('AWS::Lambda::Function')
    .map(({ path, properties }) => ({
      path,
      ...(properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> }).Variables,
    }))
    .filter((one): one is typeof one & Record<'STAFF_ISSUER' | 'STAFF_CLIENT' | 'DESK_TABLE', unknown> => 'STAFF_ISSUER' in one);

it('nobody signs up by themselves, and passwords are long', () => {
  expect(pools('prod')).toHaveLength(1);
  expect(pools('prod')[0]?.properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    MfaConfiguration: 'OPTIONAL',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    Policies: {
      PasswordPolicy: { MinimumLength: 14, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true },
    },
  });
});

it('the pool outlives its stack in prod and can’t be deleted by mistake, and only there', () => {
  expect(pools('prod')[0]).toMatchObject({ deletionPolicy: 'Retain', properties: { DeletionProtection: 'ACTIVE' } });
  expect(pools('dev')[0]).toMatchObject({ deletionPolicy: 'Delete', properties: { DeletionProtection: 'INACTIVE' } });
});

it('the client has no secret and gives codes only, to the desk’s own address', () => {
  const clients = prod.ofType('AWS::Cognito::UserPoolClient').map(({ properties }) => properties);
  expect(clients).toHaveLength(1);
  expect(clients[0]).toMatchObject({
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email', 'profile'],
    CallbackURLs: ['https://volunteer.riverbend.example/desk/signed-in'],
    LogoutURLs: ['https://volunteer.riverbend.example/desk/signed-out'],
    PreventUserExistenceErrors: 'ENABLED',
  });
});

it('one machine has no pool: its provider is two ports after its site', () => {
  expect(pools('local')).toEqual([]);
  const moved = synthesised(stageNamed('local', 'http://localhost:4700'));
  const issuers = moved
    .ofType('AWS::Lambda::Function')
    .map(({ properties }) => (properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> }).Variables.STAFF_ISSUER)
    .filter((issuer) => issuer !== undefined);
  expect(issuers.length).toBeGreaterThan(0);
  expect(new Set(issuers)).toEqual(new Set(['http://localhost:4702']));
});

it('functions that know staff have all three settings', () => {
  for (const stage of ['local', 'dev', 'prod']) {
    expect(settings(stage).length).toBeGreaterThan(0);
    for (const one of settings(stage)) expect([one.STAFF_CLIENT, one.DESK_TABLE]).not.toContain(undefined);
  }
});

it('functions that know staff may look up one of them at a time; only the office lists and changes them, and signing out everywhere is noted', () => {
  const statements = prod.ofType('AWS::IAM::Policy').flatMap((policy) => {
    const { Statement } = policy.properties.PolicyDocument as { readonly Statement: readonly Readonly<Record<string, never>>[] };
    return Statement.map(({ Action, Resource }) => ({
      role: policy.path,
      action: Action as unknown,
      resource: prod.told(Resource, policy),
    }));
  });
  const ofDesk = statements.filter(({ resource }) => resource.includes('Desk/Table'));
  const reading = ofDesk.filter(({ action }) => action === 'dynamodb:GetItem');
  const knowing = prod.ofType('AWS::Lambda::Function').filter(({ properties }) => JSON.stringify(properties).includes('DESK_TABLE'));
  expect(knowing.length).toBeGreaterThan(settings('prod').length);
  expect(reading).toHaveLength(knowing.length);
  const writing = ofDesk.filter(({ action }) => action !== 'dynamodb:GetItem');
  const more = writing
    .filter(({ resource }) => resource === 'Desk/Table')
    .map(({ role, action }) => `${role.split('/Role')[0]}: ${[action].flat().join(' ')}`);
  expect(more.toSorted()).toEqual([
    'Desk/DeletePerson: dynamodb:Query dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem',
    'Desk/DeskBrowse: dynamodb:Query',
    'Desk/ExportPerson: dynamodb:PutItem',
    'Desk/InviteStaff: dynamodb:Query dynamodb:PutItem',
    'Desk/OfficePages: dynamodb:Query',
    'Desk/OnRetentionDue: dynamodb:Query dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem',
    'Desk/Relay: dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator',
    'Desk/SaveStaff: dynamodb:Query dynamodb:PutItem',
    'Desk/SignIn: dynamodb:PutItem',
  ]);
});

it('the pool has pages to sign in at, under a name that is ours in every account', () => {
  const domains = prod.ofType('AWS::Cognito::UserPoolDomain').map((domain) => prod.told(domain.properties.Domain, domain));
  expect(domains).toEqual(['crosswalk-prod-<AWS::AccountId>']);
});
