/** When something under us breaks: what people and callers are told, what the log says, and that neither tells of our insides. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aSignUpRequest } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';
import { CORRELATION_ID, type Site, type SitePorts, site } from './http.ts';
import { ANA, anaForm, OPPORTUNITY_PATH, postSignUp } from './people.ts';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

class ProvisionedThroughputExceededException extends Error {
  override name = 'ProvisionedThroughputExceededException';
}
const throttled = () => new Error('the table could not be read', { cause: new ProvisionedThroughputExceededException('rate exceeded') });
const lost = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const bug = () => new TypeError("Cannot read properties of undefined (reading 'arn:aws:secret-insides')");

/** Every read of an opportunity or a school fails. */
async function broken(error: () => Error): Promise<Site> {
  const fails = () => Promise.reject(error());
  return site(await world(), (ports: SitePorts) => ({
    ...ports,
    opportunities: { ...ports.opportunities, glance: fails, load: fails, ofSchool: fails },
    schools: { ...ports.schools, all: fails, find: fails },
    linkRequests: { ...ports.linkRequests, put: fails },
  }));
}
const asks = (here: Site) => [
  { kind: 'api', ask: () => postSignUp(here, aSignUpRequest()) },
  { kind: 'api', ask: () => here.get('/api/schools') },
  { kind: 'api', ask: () => here.send({ method: 'POST', path: '/api/links', json: { email: ANA.email, language: 'en' } }) },
  { kind: 'page', ask: () => here.get('/') },
  { kind: 'page', ask: () => here.get(OPPORTUNITY_PATH) },
  { kind: 'page', ask: () => here.post(OPPORTUNITY_PATH, anaForm()) },
  { kind: 'page', ask: () => here.post('/my-sign-ups', { email: ANA.email }) },
];

describe.each([
  ['a throttled table', throttled, 503, 'service.unavailable'],
  ['a lost connection', lost, 503, 'service.unavailable'],
  ['our own mistake', bug, 500, 'service.broken'],
] as const)('%s', (_what, error, status, code) => {
  it('is a problem to callers and a page to people, and says when to come back only where that helps', async () => {
    for (const { kind, ask } of asks(await broken(error))) {
      const answer = await ask();
      expect([answer.status, answer.headers['retry-after']]).toEqual([status, status === 503 ? '2' : undefined]);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      if (kind === 'api') expect(answer.problem()).toMatchObject({ code, correlationId: CORRELATION_ID });
      else expect([answer.headers['content-type'], answer.body.includes(CORRELATION_ID)]).toEqual(['text/html; charset=utf-8', true]);
    }
  });

  it('is told in one line of the log, and outside not at all', async () => {
    for (const { ask } of asks(await broken(error))) {
      lines.length = 0;
      const answer = await ask();
      expect(lines).toHaveLength(1);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', message: 'request failed', code, correlationId: CORRELATION_ID });
      expect(lines[0]).toContain(error().message.slice(0, 20));
      expect(`${answer.body}${JSON.stringify(answer.headers)}`).not.toMatch(/rate exceeded|hang up|secret-insides|TypeError|at .*\.ts/);
    }
  });
});

describe('a function that runs out of time', () => {
  it('answers before it is stopped', async () => {
    const here = site(await world(), (ports) => ({ ...ports, schools: { ...ports.schools, all: () => new Promise(() => {}) } }));
    const answer = await here.get('/api/schools', { remainingMs: 501 });
    expect([answer.status, answer.problem().code, answer.headers['retry-after']]).toEqual([503, 'service.unavailable', '2']);
    expect((await here.get('/', { remainingMs: 501 })).status).toBe(503);
    expect(lines.filter((line) => line.includes('out of time'))).toHaveLength(2);
  });
});

describe('an answer that does not fit its contract', () => {
  it('is not sent', async () => {
    const here = site(await world(), (ports) => ({
      ...ports,
      schools: { ...ports.schools, all: async () => [{ name: 'Lincoln' } as never] },
    }));
    expect((await here.get('/api/schools')).problem()).toMatchObject({ code: 'service.broken' });
  });
});

describe('a refusal', () => {
  it('is nothing to write into the log', async () => {
    const here = site(await world());
    await here.get('/nowhere');
    await here.get('/manage/nonsense');
    await here.post(OPPORTUNITY_PATH, anaForm({ email: 'ana' }));
    await postSignUp(here, {});
    expect(lines).toEqual([]);
  });
});
