/** The HTTP API of the template over `node:http`: its routes, and events and answers as API Gateway's payload version 2 has them. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { SharedClock } from './clock.ts';
import type { LambdaFunction } from './lambda.ts';
import { ACCOUNT, type Assembly } from './template.ts';

export interface Route {
  readonly routeKey: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly target: LambdaFunction;
}

/** API Gateway passes 10 MB, Lambda takes 6 MB: the smaller one refuses. */
const MAX_BODY_BYTES = 6 * 1_024 * 1_024;

export function routesOf(assembly: Assembly, functions: ReadonlyMap<string, LambdaFunction>): readonly Route[] {
  return assembly.ofType('AWS::ApiGatewayV2::Route').map(({ properties: { RouteKey, Target } }) => {
    const integration = assembly.find(String(Target).replace(/^integrations\//, ''));
    const target = functions.get(integration.properties.IntegrationUri);
    if (!target) throw new Error(`route ${RouteKey} leads to no function`);
    const [method = '', path = ''] = String(RouteKey).split(' ');
    return { routeKey: RouteKey, method, segments: split(path), target };
  });
}

const split = (path: string): readonly string[] => path.split('/').slice(1);

export interface Match {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The most specific route: at the first segment where two differ, a fixed one before `{one}` before `{proxy+}`. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | undefined {
  const parts = split(path);
  return routes
    .filter((route) => route.method === method)
    .flatMap((route) => {
      const pathParameters = parametersOf(route.segments, parts);
      return pathParameters ? [{ route, pathParameters }] : [];
    })
    .sort((a, b) => compare(a.route.segments, b.route.segments))[0];
}

const rank = (segment: string | undefined): number =>
  segment === undefined ? 3 : segment.endsWith('+}') ? 2 : segment.startsWith('{') ? 1 : 0;

function compare(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = rank(a[index]) - rank(b[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parametersOf(segments: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (segment.endsWith('+}')) {
      found[segment.slice(1, -2)] = decode(parts.slice(index).join('/'));
      return part === undefined ? undefined : found;
    }
    if (part === undefined || (segment.startsWith('{') ? part === '' : segment !== part)) return undefined;
    if (segment.startsWith('{')) found[segment.slice(1, -1)] = decode(part);
  }
  return segments.length === parts.length ? found : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function httpServer(routes: readonly Route[], clock: SharedClock): Server {
  return createServer((request, response) => {
    serve(routes, clock, request, response).catch((error: unknown) => {
      console.error('request failed in the runtime', error);
      if (!response.headersSent) reply(response, 500, { message: 'Internal Server Error' });
    });
  });
}

async function serve(routes: readonly Route[], clock: SharedClock, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(`http://local${(request.url ?? '/').startsWith('/') ? request.url : '/'}`);
  const match = matchRoute(routes, request.method ?? 'GET', url.pathname);
  if (!match) return reply(response, 404, { message: 'Not Found' });
  const body = await readBody(request);
  if (body === undefined) return reply(response, 413, { message: 'Request Too Long' });
  const outcome = await match.route.target.invoke(eventOf(request, url, match, body, clock));
  if (!outcome.ok) return reply(response, 500, { message: 'Internal Server Error' });
  send(response, request.method === 'HEAD', outcome.value);
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk as Buffer);
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks);
}

const IS_TEXT = /^(?:text\/|application\/(?:json|xml|javascript|[\w.+-]*\+json))/;

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export function eventOf(request: IncomingMessage, url: URL, { route, pathParameters }: Match, body: Buffer, clock: SharedClock) {
  const { cookie, ...headers } = request.headers;
  const at = clock.now();
  const isBase64Encoded = body.length > 0 && !IS_TEXT.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    ...(url.search !== '' && { queryStringParameters: joined(url.searchParams) }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      domainName: request.headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: new Date(at).toISOString(),
      timeEpoch: at,
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...(body.length > 0 && { body: isBase64Encoded ? body.toString('base64') : body.toString('utf8') }),
    isBase64Encoded,
  };
}

/** Values of a key that is sent several times stand together, separated by commas. */
const joined = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key).join(',')]));

interface LambdaAnswer {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

function send(response: ServerResponse, isHead: boolean, value: unknown): void {
  const answer = value as LambdaAnswer;
  if (typeof answer?.statusCode !== 'number') {
    reply(response, 200, value);
    return;
  }
  const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
  response.writeHead(answer.statusCode, {
    ...answer.headers,
    ...(answer.cookies && { 'set-cookie': [...answer.cookies] }),
    'content-length': body.length,
  });
  response.end(isHead ? undefined : body);
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
