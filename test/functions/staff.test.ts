/** Staff behind a request: who is one of them, and what follows when they are not. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { readRequest } from '#functions/_http/request.ts';
import { allow, type StaffPorts, staffOf } from '#functions/_http/staff.ts';
import { schoolId } from '#test/support/builders.ts';
import { DANA, fakeDesk } from '#test/support/fake-desk.ts';

const asking = (headers: Readonly<Record<string, string>>) =>
  readRequest(
    {
      routeKey: 'GET /api/x',
      rawPath: '/api/x',
      rawQueryString: '',
      headers,
      requestContext: { requestId: 'r' },
    } as unknown as APIGatewayProxyEventV2,
    { languages: ['en'] },
  );
const of = (authorization: string, ports: StaffPorts = fakeDesk()) => staffOf(ports, asking({ authorization }));

describe('who asks', () => {
  it.each([`Bearer token-of-${DANA}`, `bearer token-of-${DANA}`])('is whose token they bring: %s', async (header) => {
    expect(await of(header)).toMatchObject({ email: DANA, role: 'admin' });
  });

  it.each([
    ['brings nothing', ''],
    ['brings no token', 'Bearer'],
    ['brings something that is none', 'Bearer nonsense'],
    ['brings a token in another scheme', `Basic token-of-${DANA}`],
    ['brings two', `Bearer token-of-${DANA} token-of-${DANA}`],
    ['is not in the directory', 'Bearer token-of-eve@riverbend.example'],
    ['left', 'Bearer token-of-ivan@riverbend.example'],
  ])('and %s is nobody we know', async (_, header) => {
    await expect(of(header)).rejects.toMatchObject({ name: 'Refusal', code: 'staff.unknown' });
  });

  it('without the header is nobody we know', async () => {
    await expect(staffOf(fakeDesk(), asking({}))).rejects.toMatchObject({ code: 'staff.unknown' });
  });

  it('and left is kept out by the directory alone: made active again, the same token is good', async () => {
    const desk = fakeDesk();
    const ivan = await desk.staff.find('ivan@riverbend.example');
    if (!ivan) throw new Error('the fake has no Ivan');
    await desk.staff.save({ ...ivan, active: true, version: ivan.version + 1 });
    expect(await of('Bearer token-of-ivan@riverbend.example', desk)).toMatchObject({ name: ivan.name, active: true });
  });

  it('is not refused when the provider can’t be asked: that throws', async () => {
    const lost = { ...fakeDesk(), staffTokens: { verify: () => Promise.reject(new Error('lost')) } };
    await expect(of('Bearer token', lost)).rejects.toThrow('lost');
  });
});

it('what is not theirs to do is refused, and the same in their own school is not', async () => {
  const luis = await of('Bearer token-of-luis@riverbend.example');
  const editing = (scope: Parameters<typeof allow>[2]) => () => allow(luis, 'campaign.edit', scope);
  expect(editing({ schoolId: schoolId(1) })).not.toThrow();
  expect(editing({ schoolId: schoolId(2) })).toThrow(expect.objectContaining({ code: 'staff.not-allowed' }));
  expect(editing({})).toThrow(expect.objectContaining({ code: 'staff.not-allowed' }));
});
