/** The runtime's own AWS services answer the real clients. */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, it, onTestFinished } from 'vitest';
import { districtKey } from '#adapters/system/district-secret.ts';
import { awsEndpoint, secretsOf } from '#local/aws-endpoint.ts';
import type { Bus, BusEntry } from '#local/bus.ts';
import { StateFile } from '#local/journal.ts';
import { assemblyOf, temporaryFolder } from './fixtures/assembly.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

async function endpointOf(
  put: (entries: readonly BusEntry[]) => readonly string[],
  secrets: (id: string) => string | undefined = () => undefined,
) {
  const server = awsEndpoint({ put } as unknown as Bus, secrets);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close(() => {}).closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const clientOf = (endpoint: string): EventBridgeClient => {
  const client = new EventBridgeClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  onTestFinished(() => client.destroy());
  return client;
};

describe('events', () => {
  it('put by the real client reach the bus whole, and their ids come back', async () => {
    const taken: BusEntry[] = [];
    const endpoint = await endpointOf((entries) => {
      taken.push(...entries);
      return entries.map((_entry, index) => `id-${index}`);
    });
    const entries = ['a', 'é'].map((name) => ({
      EventBusName: 'Main',
      Source: 'crosswalk',
      DetailType: 'x.v1',
      Detail: JSON.stringify({ name }),
    }));
    const answer = await clientOf(endpoint).send(new PutEventsCommand({ Entries: entries }));
    expect(answer).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: 'id-0' }, { EventId: 'id-1' }] });
    expect(taken).toEqual(entries);
  });

  it('that the bus can’t take are an error of the client', async () => {
    const endpoint = await endpointOf(() => {
      throw new Error('disk full');
    });
    const send = clientOf(endpoint).send(new PutEventsCommand({ Entries: [{ Source: 'a', DetailType: 'b', Detail: '{}' }] }));
    await expect(send).rejects.toMatchObject({ name: 'InternalFailure', message: expect.stringContaining('disk full') });
  });
});

const secretStack = (generate: unknown) =>
  assemblyOf({ One: { resources: { Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: generate } } } } });
const generated = { GenerateStringKey: 'personKey', SecretStringTemplate: '{"kept":"yes"}', PasswordLength: 44, ExcludePunctuation: true };

describe('a secret', () => {
  it('is made once as the template says, and stays the same over restarts', () => {
    const assembly = secretStack(generated);
    const path = join(temporaryFolder(), 'secrets.json');
    const arn = assembly.ofType('AWS::SecretsManager::Secret')[0]?.arn ?? '';
    const first = secretsOf(assembly, new StateFile(path))(arn) ?? '';
    expect(JSON.parse(first)).toEqual({ kept: 'yes', personKey: expect.stringMatching(/^[A-Za-z0-9]{44}$/) });
    expect(secretsOf(assembly, new StateFile(path))(arn)).toBe(first);
    expect(secretsOf(assembly, new StateFile(join(temporaryFolder(), 'other.json')))(arn)).not.toBe(first);
  });

  it('is what the functions’ own reader gets, over the wire', async () => {
    const endpoint = await endpointOf(
      () => [],
      (id) => (id === 'the-secret' ? JSON.stringify({ personKey: 'p'.repeat(44) }) : undefined),
    );
    const environment = {
      AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
    };
    await expect(districtKey('the-secret', environment)()).resolves.toBe('p'.repeat(44));
    await expect(districtKey('another', environment)()).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringContaining('ResourceNotFoundException') }),
    });
  });

  it('asked for in a way this machine can’t make stops the start', () => {
    const kept = new StateFile<string>(join(temporaryFolder(), 'secrets.json'));
    expect(() => secretsOf(secretStack({ ...generated, ExcludePunctuation: false }), kept)).toThrow('punctuation');
  });
});

describe('anything else', () => {
  it('is refused with its name', async () => {
    const response = await fetch(await endpointOf(() => []), {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSEvents.PutRule' },
      body: '{}',
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { __type: 'UnknownOperationException', message: expect.stringContaining('PutRule') },
    ]);
  });

  it('that is no JSON is answered, and the next call too', async () => {
    const endpoint = await endpointOf(() => []);
    const call = (body: string) => fetch(endpoint, { method: 'POST', headers: { 'x-amz-target': 'AWSEvents.PutEvents' }, body });
    expect((await call('{"Entr')).status).toBe(500);
    expect((await call('{"Entries":[]}')).status).toBe(200);
  });
});
