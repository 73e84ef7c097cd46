/** What the stacks promise to who runs them: data is safe, logs end, functions are alike, stages don't collide. */
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { describe, expect, it } from 'vitest';
import { PARTITION_KEY, SORT_KEY, TABLES, type TableDefinition, TTL_ATTRIBUTE } from '#contracts/tables.ts';
import { givenNames } from './names.ts';
import { stackWith, stageSynthesised } from './synthesised.ts';

const prod = stageSynthesised('prod');
const stages = ['local', 'dev', 'prod'] as const;

describe.each(Object.entries<TableDefinition>(TABLES))('the table %s', (capability, { indexes }) => {
  const path = `${capability[0]?.toUpperCase()}${capability.slice(1)}/Table`;
  const tables = stages.map((stage) =>
    stageSynthesised(stage).resources.find((each) => each.type === 'AWS::DynamoDB::Table' && each.path === path),
  );

  it('has the keys and indexes of the contract', () => {
    const key = (partition: string, sort: string) => [
      { AttributeName: partition, KeyType: 'HASH' },
      { AttributeName: sort, KeyType: 'RANGE' },
    ];
    const expected = Object.entries(indexes).map(([IndexName, { partitionKey, sortKey, carries }]) => ({
      IndexName,
      KeySchema: key(partitionKey, sortKey),
      Projection: {
        all: { ProjectionType: 'ALL' },
        keys: { ProjectionType: 'KEYS_ONLY' },
        some: { ProjectionType: 'INCLUDE', NonKeyAttributes: carries },
      }[typeof carries === 'string' ? carries : 'some'],
    }));
    for (const table of tables) {
      expect(table?.properties.KeySchema).toEqual(key(PARTITION_KEY, SORT_KEY));
      expect(table?.properties.GlobalSecondaryIndexes ?? []).toEqual(expected);
    }
  });

  it('can be restored to any second, forgets by itself, and tells of every change', () => {
    for (const table of tables)
      expect(table?.properties).toMatchObject({
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: TTL_ATTRIBUTE, Enabled: true },
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        SSESpecification: { SSEEnabled: true },
        BillingMode: 'PAY_PER_REQUEST',
      });
  });

  it('outlives its stack in prod, and only there', () => {
    const [local, dev, kept] = tables;
    expect(kept).toMatchObject({ deletionPolicy: 'Retain', properties: { DeletionProtectionEnabled: true } });
    for (const table of [local, dev])
      expect(table).toMatchObject({ deletionPolicy: 'Delete', properties: { DeletionProtectionEnabled: false } });
  });
});

it('the mail service uses no list of its own, and tells all that the desk counts', () => {
  expect(prod.ofType('AWS::SES::ConfigurationSet').map(({ properties }) => properties.SuppressionOptions)).toEqual([
    { SuppressedReasons: [] },
  ]);
  const [destination] = prod.ofType('AWS::SES::ConfigurationSetEventDestination');
  expect(destination?.properties.EventDestination).toMatchObject({
    Enabled: true,
    MatchingEventTypes: ['send', 'reject', 'delivery', 'bounce', 'complaint', 'renderingFailure'],
  });
});

it('all tables are in the contract', () => {
  expect(prod.ofType('AWS::DynamoDB::Table')).toHaveLength(Object.keys(TABLES).length);
});

it('the keys of people and of the desk outlive their stack in prod', () => {
  expect(prod.ofType('AWS::SecretsManager::Secret').map(({ deletionPolicy }) => deletionPolicy)).toEqual(['Retain', 'Retain']);
});

it('every function runs on Node 24 on ARM, with a log of its own and the settings it needs', () => {
  const functions = prod.ofType('AWS::Lambda::Function');
  expect(functions.length).toBeGreaterThanOrEqual(12);
  for (const fn of functions) {
    expect(fn.properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      LoggingConfig: { LogGroup: expect.anything() },
    });
    expect(fn.properties.Environment).toMatchObject({ Variables: { NODE_OPTIONS: '--enable-source-maps' } });
  }
});

it.each([
  ['local', 7],
  ['dev', 30],
  ['prod', 365],
] as const)('logs of %s are kept %i days', (stage, days) => {
  const groups = stageSynthesised(stage).ofType('AWS::Logs::LogGroup');
  expect(groups.length).toBeGreaterThanOrEqual(13);
  for (const { properties } of groups) expect(properties.RetentionInDays).toBe(days);
});

it('the access log has no address, path or query in it, because tokens are in paths', () => {
  const [stage] = prod.ofType('AWS::ApiGatewayV2::Stage');
  const { AccessLogSettings: settings } = stage?.properties ?? {};
  expect(settings).toBeDefined();
  expect(JSON.stringify(settings)).not.toMatch(/context\.(?:path|identity|requestOverride)|rawPath|queryString|http\.path/i);
});

it('an answer to one request never takes longer than the API waits', () => {
  const behindApi = prod.ofType('AWS::ApiGatewayV2::Integration').map((each) => prod.led(each.properties.IntegrationUri, each));
  expect(behindApi.length).toBeGreaterThanOrEqual(7);
  for (const fn of behindApi) expect(Number(fn?.properties.Timeout)).toBeLessThan(30);
});

it('nothing has a name given by hand', () => {
  for (const stage of stages) expect(givenNames(stageSynthesised(stage))).toEqual([]);
});

it('sees names given by hand', () => {
  const spoiled = stackWith((stack) => {
    new Table(stack, 'Table', { tableName: 'volunteering', partitionKey: { name: 'pk', type: AttributeType.STRING } });
    new EventBus(stack, 'Bus', { eventBusName: 'crosswalk' });
  });
  expect(givenNames(spoiled)).toEqual(['Table: TableName volunteering', 'Bus: Name crosswalk']);
});

it('stages differ from each other in everything that has a name', () => {
  const buses = stages.map((stage) => stageSynthesised(stage).ofType('AWS::Events::EventBus')[0]?.properties.Name);
  expect(new Set(buses).size).toBe(stages.length);
});

it('events can be replayed for 30 days, but for the machine that knows no archives', () => {
  const archives = stages.map((stage) =>
    stageSynthesised(stage)
      .ofType('AWS::Events::Archive')
      .map(({ properties }) => properties.RetentionDays),
  );
  expect(archives).toEqual([[], [30], [30]]);
});
