/** The HTTP side of the local runtime: routes, payloads and answers as API Gateway's HTTP APIs have them. */
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { httpServer, matchRoute, type Route, routesOf } from '#local/http.ts';
import { assemblyOf, runningFunctions } from './fixtures/assembly.ts';

const routeKeys = [
  'GET /',
  'GET /{proxy+}',
  'GET /schools/{slug}',
  'HEAD /schools/{slug}',
  'GET /schools/new',
  'GET /{any}/new',
  'GET /static/{file}',
  'GET /schools/{slug}/{rest+}',
  'POST /schools/{slug}',
];
const routes = routeKeys.map((routeKey): Route => {
  const [method = '', path = ''] = routeKey.split(' ');
  // which function it is does not matter to the matching
  return { routeKey, method, segments: path.split('/').slice(1), target: undefined as never };
});

describe('the route of a request', () => {
  it.each<[string, string, string | undefined, Record<string, string>?]>([
    ['GET', '/', 'GET /', {}],
    ['GET', '/schools/new', 'GET /schools/new', {}],
    ['GET', '/schools/lincoln', 'GET /schools/{slug}', { slug: 'lincoln' }],
    ['GET', '/other/new', 'GET /{any}/new', { any: 'other' }],
    ['GET', '/nothing', 'GET /{proxy+}', { proxy: 'nothing' }],
    ['GET', '/nothing/at/all', 'GET /{proxy+}', { proxy: 'nothing/at/all' }],
    ['GET', '/schools/lincoln/a/b', 'GET /schools/{slug}/{rest+}', { slug: 'lincoln', rest: 'a/b' }],
    ['GET', '/schools/san%20jos%C3%A9', 'GET /schools/{slug}', { slug: 'san josé' }],
    ['GET', '/schools/a%2Fb', 'GET /schools/{slug}', { slug: 'a/b' }],
    ['GET', '/schools/50%', 'GET /schools/{slug}', { slug: '50%' }],
    ['HEAD', '/schools/lincoln', 'HEAD /schools/{slug}', { slug: 'lincoln' }],
    ['HEAD', '/schools/new/other', undefined],
    ['POST', '/schools/lincoln', 'POST /schools/{slug}', { slug: 'lincoln' }],
    ['POST', '/schools', undefined],
    ['DELETE', '/schools/lincoln', undefined],
  ])('%s %s is %s, in whatever order the template has them', (method, path, routeKey, parameters) => {
    for (const order of [routes, routes.toReversed()]) {
      const match = matchRoute(order, method, path);
      expect(match?.route.routeKey).toBe(routeKey);
      expect(match?.pathParameters).toEqual(parameters);
    }
  });
});

/** Serves one function at every path. */
async function site(source: string): Promise<string> {
  const route = (RouteKey: string) => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: { RouteKey, Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] } },
  });
  const assembly = assemblyOf({
    One: {
      functions: { Fn: source },
      resources: {
        Integration: { Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri: { 'Fn::GetAtt': ['Fn', 'Arn'] } } },
        Get: route('GET /things/{name}'),
        Head: route('HEAD /things/{name}'),
        Post: route('POST /things/{name}'),
      },
    },
  });
  const { functions, clock } = runningFunctions(assembly);
  const server = httpServer(routesOf(assembly, functions), clock);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close(() => {}).closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers with what it got. */
const ECHO = 'export const handler = async (event) => event;';

describe('what a function is given', () => {
  const given = async (path: string, init?: RequestInit) => (await fetch(`${await site(ECHO)}${path}`, init)).json();

  it('has path, query, cookies and headers in their places', async () => {
    const event = await given('/things/caf%C3%A9?lang=es&tag=a&tag=b', { headers: { cookie: 'lang=es; other=1', 'X-Custom': 'Yes' } });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /things/{name}',
      rawPath: '/things/caf%C3%A9',
      rawQueryString: 'lang=es&tag=a&tag=b',
      queryStringParameters: { lang: 'es', tag: 'a,b' },
      pathParameters: { name: 'café' },
      cookies: ['lang=es', 'other=1'],
      headers: { 'x-custom': 'Yes' },
      requestContext: { http: { method: 'GET', sourceIp: '127.0.0.1' }, stage: '$default' },
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event).not.toHaveProperty('body');
  });

  it('leaves out what the request has not', async () => {
    const event = await given('/things/a');
    for (const field of ['cookies', 'queryStringParameters', 'body']) expect(event).not.toHaveProperty(field);
  });

  it('has a form in base 64, and JSON as it is', async () => {
    const form = await given('/things/a', { method: 'POST', body: new URLSearchParams({ name: 'Zoë' }) });
    expect(form.isBase64Encoded).toBe(true);
    expect(Buffer.from(form.body, 'base64').toString()).toBe('name=Zo%C3%AB');
    const json = await given('/things/a', { method: 'POST', body: '{"a":"é"}', headers: { 'content-type': 'application/json' } });
    expect(json).toMatchObject({ isBase64Encoded: false, body: '{"a":"é"}' });
  });
});

describe('what comes back', () => {
  it('has status, headers, every cookie and the body', async () => {
    const url = await site(
      `export const handler = async () => ({ statusCode: 201, headers: { 'x-a': 'b', 'content-type': 'text/plain' }, cookies: ['a=1; Path=/', 'b=2'], body: 'é' });`,
    );
    const response = await fetch(`${url}/things/a`);
    expect(response.status).toBe(201);
    expect(response.headers.get('x-a')).toBe('b');
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(response.headers.get('content-length')).toBe('2');
    expect(await response.text()).toBe('é');
  });

  it('is decoded when the function says base 64', async () => {
    const url = await site(`export const handler = async () => ({ statusCode: 200, isBase64Encoded: true, body: 'AP8=' });`);
    expect([...new Uint8Array(await (await fetch(`${url}/things/a`)).arrayBuffer())]).toEqual([0, 255]);
  });

  it('is the answer as JSON with 200 when it has no status', async () => {
    const response = await fetch(`${await site('export const handler = async () => ({ plain: true });')}/things/a`);
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
      200,
      'application/json',
      { plain: true },
    ]);
  });

  it('is no body to HEAD, but its length', async () => {
    const response = await fetch(`${await site(`export const handler = async () => ({ statusCode: 200, body: 'four' });`)}/things/a`, {
      method: 'HEAD',
    });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '4', '']);
  });

  it('is 500 without a word of the failure when the function fails', async () => {
    const response = await fetch(`${await site('export const handler = async () => { throw new Error("hush"); };')}/things/a`);
    expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('is 500 when the function answers with headers that can’t be sent', async () => {
    const url = await site(`export const handler = async () => ({ statusCode: 200, headers: { 'x-a': 'b\\nc' }, body: '' });`);
    expect((await fetch(`${url}/things/a`)).status).toBe(500);
  });

  it('is 404 where no route leads', async () => {
    const response = await fetch(`${await site(ECHO)}/else`);
    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('is 413 to a byte more than 6 MB, and an answer to 6 MB', async () => {
    const url = await site(`export const handler = async ({ body }) => ({ statusCode: 200, body: String(body.length) });`);
    const post = (bytes: number) =>
      fetch(`${url}/things/a`, { method: 'POST', body: 'x'.repeat(bytes), headers: { 'content-type': 'text/plain' } });
    const limit = 6 * 1_024 * 1_024;
    expect(await (await post(limit)).text()).toBe(String(limit));
    expect((await post(limit + 1)).status).toBe(413);
  });

  it('goes on after a request line that is no address', async () => {
    const url = await site(ECHO);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
        socket.write('GET //[ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
      });
      let said = '';
      socket.on('data', (chunk) => {
        said += String(chunk);
      });
      socket.on('close', () => resolve(said));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 40[04]/);
    expect((await fetch(`${url}/things/a`)).status).toBe(200);
  });
});
