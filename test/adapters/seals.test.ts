/** Seals of the desk: what was sealed is read again, and nothing else is. */
import { EncryptJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { deskSeals } from '#adapters/identity/seals.ts';

const KEY = 'k'.repeat(64);
const seals = deskSeals(async () => KEY);
const CONTENT = { id: 'one', email: 'dana@riverbend.example', at: 1 };

describe('a seal', () => {
  it('gives what was sealed, and shows none of it', async () => {
    const sealed = await seals.seal('session', CONTENT);
    expect(await seals.open('session', sealed)).toEqual(CONTENT);
    expect(Buffer.from(sealed.replaceAll('.', ''), 'base64url').toString('latin1')).not.toContain('dana');
    // goes into a cookie as it is
    expect(sealed).toMatch(/^[\w.-]+$/);
  });

  it('is another one each time', async () => {
    expect(await seals.seal('session', CONTENT)).not.toBe(await seals.seal('session', CONTENT));
  });

  it('for one purpose is none for another', async () => {
    expect(await seals.open('session', await seals.seal('sign-in', CONTENT))).toBeUndefined();
  });

  it('made with another key is none', async () => {
    const others = deskSeals(async () => 'o'.repeat(64));
    expect(await others.open('session', await seals.seal('session', CONTENT))).toBeUndefined();
  });

  it('of which any one letter was changed is none', async () => {
    const sealed = await seals.seal('session', CONTENT);
    const at = (index: number): string => `${sealed.slice(0, index)}${sealed[index] === 'A' ? 'B' : 'A'}${sealed.slice(index + 1)}`;
    // the last letter of a part may carry bits that mean nothing
    const places = [...sealed].flatMap((letter, index) => (letter === '.' || /^(\.|$)/.test(sealed.slice(index + 1)) ? [] : [index]));
    const opened = await Promise.all(places.map((index) => seals.open('session', at(index))));
    expect(opened.length).toBeGreaterThan(100);
    expect(opened.filter((one) => one !== undefined)).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'nonsense'],
    ['dots', '....'],
    ['a token without signature', new UnsecuredJWT(CONTENT).encode()],
    ['megabytes', 'x'.repeat(2_000_000)],
  ])('that is %s is none', async (_, text) => expect(await seals.open('session', text)).toBeUndefined());

  it('with a way of sealing we do not use is none, even with the right key', async () => {
    const key = new Uint8Array(64).fill(7);
    const sealed = await new EncryptJWT(CONTENT).setProtectedHeader({ alg: 'dir', enc: 'A256CBC-HS512' }).encrypt(key);
    expect(await seals.open('session', sealed)).toBeUndefined();
  });

  it('is not taken for none when the key can’t be read: that throws', async () => {
    const lost = deskSeals(() => Promise.reject(new Error('lost')));
    await expect(lost.open('session', 'x')).rejects.toThrow('lost');
  });
});

describe('a form token', () => {
  it('is good for its session alone', async () => {
    const token = await seals.formToken('session-one');
    expect(await seals.isFormToken('session-one', token)).toBe(true);
    expect(await seals.isFormToken('session-two', token)).toBe(false);
    expect(await deskSeals(async () => 'o'.repeat(64)).isFormToken('session-one', token)).toBe(false);
  });

  it.each(['', 'x', 'session-one', 'A'.repeat(43)])('is none when it is %j', async (token) => {
    expect(await seals.isFormToken('session-one', token)).toBe(false);
  });
});

it('an id is 128 bits, and another one each time', () => {
  const ids = Array.from({ length: 100 }, () => seals.newId());
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(16);
});
