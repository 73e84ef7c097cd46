/** A browser of somebody of the staff: it keeps the cookies it is given, and signs in as one does. */
import { deskPaths, FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { world } from '#test/support/world.ts';
import { type Answer, type Sent, type Site, type SitePorts, site } from './http.ts';

export interface DeskBrowser {
  /** By name; what was taken back is gone. */
  readonly jar: Map<string, string>;
  get(path: string): Promise<Answer>;
  /** A form, with the token of the page it is on unless `fields` say otherwise. */
  post(path: string, fields?: Readonly<Record<string, string>>, more?: Omit<Sent, 'path' | 'form'>): Promise<Answer>;
  signIn(email: string, next?: string): Promise<Answer>;
  /** Of the start page. */
  formToken(): Promise<string>;
}

export const cookieOf = (cookie: string): readonly [name: string, value: string] => {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
  return [name, value];
};

export const tokenIn = (html: string): string => new RegExp(`name="${FORM_TOKEN_FIELD}" value="([^"]+)"`).exec(html)?.[1] ?? '';

/** The address a page sends the browser on to. */
export const handedTo = (html: string): string =>
  /http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

export function deskBrowser(here: Site): DeskBrowser {
  const jar = new Map<string, string>();
  const kept = async (asked: (cookies: readonly string[]) => Promise<Answer>): Promise<Answer> => {
    const answer = await asked([...jar].map(([name, value]) => `${name}=${value}`));
    for (const cookie of answer.cookies) {
      const [name, value] = cookieOf(cookie);
      if (/Max-Age=0;/.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const get = (path: string): Promise<Answer> => kept((cookies) => here.get(path, { cookies }));
  const formToken = async (): Promise<string> => tokenIn((await get(deskPaths.start)).body);
  const post: DeskBrowser['post'] = async (path, fields, more = {}) => {
    const form = fields ?? { [FORM_TOKEN_FIELD]: await formToken() };
    return kept((cookies) => here.post(path, form, { cookies, ...more }));
  };
  return {
    jar,
    get,
    post,
    formToken,
    async signIn(email, next = '') {
      const begun = await post(deskPaths.signIn, { next });
      const state = new URL(handedTo(begun.body)).searchParams.get('state');
      return get(`${deskPaths.signedIn}?${new URLSearchParams({ code: `code-of-${email}`, state: state ?? '' })}`);
    },
  };
}

/** A site on fakes and a browser that was never there. */
export async function deskScene(change?: (ports: SitePorts) => SitePorts) {
  const there = await world();
  const here = site(there, change);
  return { there, here, browser: deskBrowser(here) };
}

/** The fields of the last large form on a page, as a browser would post them. */
export function fieldsOf(html: string): URLSearchParams {
  const form = html.slice(html.lastIndexOf('<form class="dash"'));
  const text = (value: string): string =>
    value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const fields = new URLSearchParams();
  for (const [tag = ''] of form.matchAll(/<input [^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined || (tag.includes('type="checkbox"') && !/ checked/.test(tag))) continue;
    fields.append(name, text(/ value="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  for (const [, name = '', inner = ''] of form.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    fields.append(
      name,
      /<option (?=[^>]*selected)[^>]*value="([^"]*)"/.exec(inner)?.[1] ?? /<option selected value="([^"]*)"/.exec(inner)?.[1] ?? '',
    );
  for (const [, name = '', inner = ''] of form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs))
    fields.append(name, text(inner));
  return fields;
}
