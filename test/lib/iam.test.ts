/** Each function may do exactly what it does, and the whole list of it is there to be read. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Effect, ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { expect, it } from 'vitest';
import { API_OPERATIONS } from '#contracts/api/index.ts';
import { BELOW, borrowedPolicies, grantsOf, iamTable, WITHOUT_RESOURCES, wildcardsOf } from './iam.ts';
import { stackWith, stageSynthesised } from './synthesised.ts';

const COMMITTED = new URL('../../generated/iam.md', import.meta.url);
const grants = grantsOf(stageSynthesised('prod'));

it('the committed table says what the roles may do', () => {
  const table = iamTable(grants);
  if (process.env.UPDATE_GENERATED) writeFileSync(COMMITTED, table);
  expect(readFileSync(COMMITTED, 'utf8')).toBe(table);
  expect(grants.length).toBeGreaterThan(50);
});

it('the stages differ in settings, not in permissions', () => {
  const withoutStage = (rows: typeof grants) =>
    rows.map((row) => ({ ...row, resource: row.resource.replaceAll(/:us-east-2:|:<AWS::Region>:/g, ':') }));
  expect(withoutStage(grantsOf(stageSynthesised('dev')))).toEqual(withoutStage(grants));
});

it('no role has a wildcard that is not on the list, and every wildcard on the list is needed', () => {
  expect(wildcardsOf(grants)).toEqual([]);
  expect(new Set(grants.filter(({ resource }) => resource === '*').map(({ action }) => action))).toEqual(
    new Set(Object.keys(WITHOUT_RESOURCES)),
  );
  expect(new Set(grants.filter(({ resource }) => /.\*$/.test(resource)).map(({ resource }) => resource))).toEqual(
    new Set(Object.keys(BELOW)),
  );
});

it('no role borrows a managed policy', () => {
  expect(borrowedPolicies(stageSynthesised('prod'))).toEqual([]);
});

it('only deletions that people asked for delete items; no function may scan a table, or write where it only reads', () => {
  const writers = (action: string) => new Set(grants.filter((each) => each.action === action).map(({ role }) => role));
  expect(writers('dynamodb:DeleteItem')).toEqual(new Set(['Desk/DeletePerson', 'Desk/OnRetentionDue']));
  expect(writers('dynamodb:Scan')).toEqual(new Set());
  for (const action of ['dynamodb:PutItem', 'dynamodb:UpdateItem']) {
    expect(writers(action)).not.toContain('Volunteering/Browse');
    expect(writers(action)).not.toContain('Fundraising/Browse');
    expect(writers(action)).not.toContain('Fundraising/Relay');
    expect(writers(action)).not.toContain('Pages/Public');
    expect(writers(action)).not.toContain('Volunteering/Relay');
  }
});

const readersOf = (secret: string): readonly string[] =>
  grants.filter(({ action, resource }) => action === 'secretsmanager:GetSecretValue' && resource === secret).map(({ role }) => role);

it('only the functions with pages or forms of the desk may read the key that seals sessions', () => {
  const forms = API_OPERATIONS.filter(
    ({ audience, method, operationId }) => audience === 'staff' && method === 'POST' && operationId !== 'rebuildCampaign',
  );
  const pascal = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const ofPerson = (path: string): boolean => path.includes('/people/{personId}/');
  const atDoor = ['markPerson', 'markRest', 'addWalkIn'];
  const defining = ['setCampaignStatus', 'copyCampaign', 'writeImpact'];
  const shared = (operationId: string): string => {
    if (atDoor.includes(operationId)) return 'CheckIn';
    return defining.includes(operationId) ? 'SaveCampaign' : pascal(operationId);
  };
  const named = forms.map(
    ({ capability, operationId, path }) =>
      `${pascal(capability)}/${ofPerson(path) && !atDoor.includes(operationId) ? 'ChangePerson' : shared(operationId)}`,
  );
  const withForms = [...new Set(named)];
  const withPages = [
    'Desk/OfficePages',
    'Desk/Overview',
    'Desk/Pages',
    'Desk/Setup',
    'Desk/SignIn',
    'Messaging/DeskBrowse',
    'Volunteering/PeoplePages',
  ];
  expect(readersOf('DeskSecret').toSorted()).toEqual([...withPages, ...withForms].toSorted());
});

it('only the functions that meet addresses, and the one that makes those of calendars, may read the key of people', () => {
  expect(readersOf('DistrictSecret')).toEqual([
    'Desk/DeletePerson',
    'Desk/ExportPerson',
    'Desk/FindPerson',
    'Desk/InviteStaff',
    'Fundraising/MakePledge',
    'Fundraising/RecordGift',
    'Volunteering/AddPerson',
    'Volunteering/CheckIn',
    'Volunteering/MakeCalendarAddress',
    'Volunteering/SendLink',
    'Volunteering/SignUp',
  ]);
});

it('reports wildcards and managed policies in a stack that has them', () => {
  const spoiled = stackWith((stack) => {
    const role = new Role(stack, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
    });
    const allow = (action: string, resource: string) =>
      role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, actions: [action], resources: [resource] }));
    allow('dynamodb:*', 'arn:aws:dynamodb:us-east-2:123456789012:table/a');
    allow('dynamodb:GetItem', '*');
    allow('dynamodb:Query', 'arn:aws:dynamodb:us-east-2:123456789012:table/a/index/*');
    allow('dynamodb:ListStreams', '*');
  });
  expect(wildcardsOf(grantsOf(spoiled)).map(({ action }) => action)).toEqual(['dynamodb:*', 'dynamodb:GetItem', 'dynamodb:Query']);
  expect(borrowedPolicies(spoiled)).toEqual(['Role']);
});
