/** The AWS services of the runtime's own, behind their real wire calls: EventBridge's `PutEvents` and Secrets Manager's `GetSecretValue`. */
import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Bus, BusEntry } from './bus.ts';
import type { StateFile } from './journal.ts';
import type { Assembly } from './template.ts';

/** `AWSEvents.PutEvents` and its like, by the header that names them. */
type Calls = Readonly<Record<string, (input: never) => unknown>>;

export function awsEndpoint(bus: Bus, secrets: (id: string) => string | undefined): Server {
  const calls: Calls = {
    'AWSEvents.PutEvents': ({ Entries }: { Entries: readonly BusEntry[] }) => ({
      FailedEntryCount: 0,
      Entries: bus.put(Entries).map((EventId) => ({ EventId })),
    }),
    'secretsmanager.GetSecretValue': ({ SecretId }: { SecretId: string }) => {
      const value = secrets(SecretId);
      if (value === undefined) throw new Refused('ResourceNotFoundException', `there is no secret ${SecretId}`);
      return { ARN: SecretId, Name: SecretId, SecretString: value };
    },
  };
  return createServer(async (request, response) => {
    const reply = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(body));
    };
    try {
      const call = calls[String(request.headers['x-amz-target'])];
      if (!call) throw new Refused('UnknownOperationException', `this machine does not know ${request.headers['x-amz-target']}`);
      reply(200, call(JSON.parse(await text(request)) as never));
    } catch (error) {
      if (error instanceof Refused) reply(400, { __type: error.code, message: error.message });
      else reply(500, { __type: 'InternalFailure', message: String(error) });
    }
  });
}

class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The template's secrets, each made once as its `GenerateSecretString` says and kept, like Secrets Manager does. */
export function secretsOf(assembly: Assembly, kept: StateFile<string>): (id: string) => string | undefined {
  for (const { arn, properties } of assembly.ofType('AWS::SecretsManager::Secret')) {
    const { GenerateStringKey, SecretStringTemplate, PasswordLength = 32, ExcludePunctuation } = properties.GenerateSecretString;
    if (!ExcludePunctuation) throw new Error('this machine only makes secrets without punctuation');
    if (kept.get(arn) !== undefined) continue;
    const password = Array.from({ length: PasswordLength }, () => LETTERS_AND_DIGITS[randomInt(LETTERS_AND_DIGITS.length)]).join('');
    kept.set(arn, JSON.stringify({ ...JSON.parse(SecretStringTemplate), [GenerateStringKey]: password }));
  }
  return (id) => kept.get(id);
}
