/** Which language a page speaks: switched just now, remembered in a cookie, asked for by the browser, or the district's first. */
import { LANGUAGE_COOKIE } from '#contracts/pages.ts';

const YEAR_S = 365 * 24 * 3_600;

/** `chosen` is set when the query switched the language to one that is offered. */
export function chooseLanguage(
  offered: readonly string[],
  asked: string | null,
  cookies: readonly string[],
  acceptLanguage: string | undefined,
): { readonly language: string; readonly chosen: string | undefined } {
  const known = (language: string | undefined | null): string | undefined => offered.find((one) => one === language);
  const chosen = known(asked);
  const remembered = known(cookies.find((cookie) => cookie.startsWith(`${LANGUAGE_COOKIE}=`))?.slice(LANGUAGE_COOKIE.length + 1));
  return { language: chosen ?? remembered ?? accepted(offered, acceptLanguage) ?? offered[0] ?? 'en', chosen };
}

/** RFC 9110 §12.5.4 with lookup after RFC 4647 §3.4: `es-MX` is served by `es`. */
function accepted(offered: readonly string[], header = ''): string | undefined {
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((range, index) => {
      const [tag = '', ...parameters] = range.trim().split(';');
      const quality = parameters.map((one) => /^\s*q=(\d(?:\.\d+)?)\s*$/.exec(one)?.[1]).find((q) => q !== undefined);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality), index };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  for (const { tag } of wanted) {
    const match = offered.find((one) => one.toLowerCase() === tag) ?? offered.find((one) => one.toLowerCase() === tag.split('-')[0]);
    if (match) return match;
  }
  return undefined;
}

/** Remembers a language for a year. It tells nothing about a person, and scripts need not read it. */
export const languageCookie = (language: string): string =>
  `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly; Secure`;
