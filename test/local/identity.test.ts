/** The provider of one machine: its page, the code flow through it, and that what it gives is a token to the adapter that reads those of any provider. */
import { decodeJwt } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import { StaffMember } from '#contracts/resources/staff.ts';
import { freePort } from '#local/engine.ts';
import { identityServer, STAFF_CLIENT, signedInUrl } from '#local/identity.ts';
import { DEMO_STAFF, seedStaff } from '#local/seed/staff.ts';
import { staffToken } from '#local/staff-token.ts';
import { fakeDesk } from '#test/support/fake-desk.ts';

const SITE = 'http://localhost:4000';

async function provider(): Promise<string> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const server = await identityServer(issuer, SITE);
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return issuer;
}

const asking = (issuer: string, with_: Readonly<Record<string, string>> = {}): URL =>
  new URL(
    `/auth?${new URLSearchParams({ client_id: STAFF_CLIENT, response_type: 'code', scope: 'openid email', redirect_uri: signedInUrl(SITE), state: 's', ...with_ })}`,
    issuer,
  );
const CHALLENGE = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };

describe('the provider', () => {
  it.each(DEMO_STAFF.map(({ email, name }) => [name, email]))('gives %s a token that says who they are', async (name, email) => {
    const issuer = await provider();
    const token = await staffToken(issuer, SITE, email);
    expect(decodeJwt(token)).toMatchObject({ iss: issuer, aud: STAFF_CLIENT, email, email_verified: true, name });
    expect(await staffTokens(issuer, STAFF_CLIENT).verify(token)).toEqual({ email });
  });

  it('knows nobody else', async () => {
    await expect(staffToken(await provider(), SITE, 'eve@riverbend.example')).rejects.toThrow('eve@riverbend.example could not sign in');
  });

  it('has a token that its next start does not take', async () => {
    const [before, after] = [await provider(), await provider()];
    const token = await staffToken(before, SITE, 'dana.whitfield@riverbend.example');
    expect(await staffTokens(after, STAFF_CLIENT).verify(token)).toBeUndefined();
  });

  it('gives no code to who brings no challenge', async () => {
    const issuer = await provider();
    const without = await fetch(asking(issuer), { redirect: 'manual' });
    expect(without.headers.get('location')).toContain('error=invalid_request');
    const with_ = await fetch(asking(issuer, CHALLENGE), { redirect: 'manual' });
    expect(with_.headers.get('location')).toMatch(/^\/choose\//);
  });

  it('sends nobody to another address than ours', async () => {
    const answer = await fetch(asking(await provider(), { ...CHALLENGE, redirect_uri: 'https://elsewhere.example/' }), {
      redirect: 'manual',
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });
});

describe('its page', () => {
  const opened = async () => {
    const issuer = await provider();
    const asked = await fetch(asking(issuer, CHALLENGE), { redirect: 'manual' });
    const cookie = asked.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return { page: new URL(asked.headers.get('location') ?? '', issuer), cookie };
  };

  it('names all four, and needs no script', async () => {
    const { page, cookie } = await opened();
    const html = await (await fetch(page, { headers: { cookie } })).text();
    for (const { name, email } of DEMO_STAFF) expect(html).toMatch(new RegExp(`<button name="who" value="${email}">${name}`));
    expect(html).toContain('<form method="post">');
    expect(html).not.toContain('<script');
  });

  it('is nobody’s without the cookie of who asked', async () => {
    const { page } = await opened();
    expect((await fetch(page)).status).toBe(400);
  });
});

it('the demo’s staff are in the directory once it is seeded, and seeding again changes nobody', async () => {
  const { staff } = fakeDesk();
  await seedStaff(staff);
  for (const { title: _title, ...one } of DEMO_STAFF)
    expect(await staff.find(one.email)).toEqual(StaffMember.parse({ ...one, active: true, version: 1 }));
  const [dana] = DEMO_STAFF;
  const seeded = await staff.find(dana?.email ?? '');
  if (!seeded) throw new Error('nobody was seeded');
  await staff.save({ ...seeded, active: false, version: 2 });
  await seedStaff(staff);
  expect(await staff.find(seeded.email)).toMatchObject({ active: false, version: 2 });
});
