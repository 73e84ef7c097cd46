/**
 * Our keys from Secrets Manager, with one signed call instead of a client: functions that answer people carry one AWS client,
 * and its signer signs for any service (decision 0009). Read once and kept as long as the process lives.
 */
import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod/mini';

/** At least 32 characters. */
const Key = z.string().check(z.minLength(32));
const Answer = z.object({ SecretString: z.string() });

const TIMEOUT_MS = 3_000;

type AskForKey = () => Promise<string>;

/** Keys the hash that stands for a person. It never changes: a new one would make everybody a stranger. */
export const districtKey = (secretId: string, environment: NodeJS.ProcessEnv = process.env): AskForKey =>
  keyOf('the district', 'personKey', secretId, environment);

/** Keys what browsers of staff keep. A new one signs everybody out, and nothing else. */
export const deskKey = (secretId: string, environment: NodeJS.ProcessEnv = process.env): AskForKey =>
  keyOf('the desk', 'sessionKey', secretId, environment);

function keyOf(whose: string, name: string, secretId: string, environment: NodeJS.ProcessEnv): AskForKey {
  let known: Promise<string> | undefined;
  return () => {
    known ??= read(secretId, name, environment).catch((error: unknown) => {
      // the next caller tries again
      known = undefined;
      throw new Error(`${whose}'s secret ${secretId} can't be read`, { cause: error });
    });
    return known;
  };
}

async function read(secretId: string, name: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const region = environment.AWS_REGION ?? '';
  const endpoint = new URL(
    environment.AWS_ENDPOINT_URL_SECRETS_MANAGER ?? environment.AWS_ENDPOINT_URL ?? `https://secretsmanager.${region}.amazonaws.com`,
  );
  const body = JSON.stringify({ SecretId: secretId });
  const signed = await signer(region, environment).sign({
    method: 'POST',
    protocol: endpoint.protocol,
    hostname: endpoint.hostname,
    path: '/',
    query: {},
    headers: { host: endpoint.host, 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'secretsmanager.GetSecretValue' },
    body,
  });
  const response = await fetch(new URL('/', endpoint), {
    method: 'POST',
    headers: signed.headers,
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  // the body of an error names the reason, never the secret
  if (!response.ok) throw new Error(`status ${response.status}: ${(await response.text()).slice(0, 300)}`);
  const { SecretString } = Answer.parse(await response.json());
  return keyIn(SecretString, name);
}

/** Says that it is wrong, not how: a parser's complaint quotes what it read. */
function keyIn(text: string, name: string): string {
  try {
    return Key.parse(JSON.parse(text)[name]);
  } catch {
    throw new Error(`the secret is not JSON with a ${name} of at least 32 characters`);
  }
}

const signer = (region: string, environment: NodeJS.ProcessEnv): SignatureV4 =>
  new SignatureV4({
    service: 'secretsmanager',
    region,
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
      ...(environment.AWS_SESSION_TOKEN !== undefined && { sessionToken: environment.AWS_SESSION_TOKEN }),
    },
    sha256: Sha256,
  });

type Data = string | ArrayBuffer | ArrayBufferView;
const bytes = (data: Data): string | Uint8Array =>
  typeof data === 'string'
    ? data
    : ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);

/** SHA-256, keyed when it has a secret: what the signer asks for, from Node's own. */
class Sha256 {
  readonly #secret: string | Uint8Array | undefined;
  #hash;

  constructor(secret?: Data) {
    this.#secret = secret === undefined ? undefined : bytes(secret);
    this.#hash = this.#fresh();
  }
  #fresh() {
    return this.#secret === undefined ? createHash('sha256') : createHmac('sha256', this.#secret);
  }
  update(data: Data): void {
    this.#hash.update(bytes(data));
  }
  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest());
  }
  reset(): void {
    this.#hash = this.#fresh();
  }
}
