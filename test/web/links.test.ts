/** Addresses in what staff write: of the web and nothing else, and the text stays what it is. */
import { describe, expect, it } from 'vitest';
import { linesOf, withLinks } from '#web/words/links.ts';

const hrefs = (text: string): readonly string[] => withLinks(text).flatMap(({ href }) => href ?? []);

describe('links in text', () => {
  it.each([
    ['See https://example.org/map.', ['https://example.org/map']],
    ['(http://example.org/a?b=1&c=2)', ['http://example.org/a?b=1&c=2']],
    ['https://example.org and https://example.com!', ['https://example.org', 'https://example.com']],
    ['HTTPS://EXAMPLE.ORG/X', ['HTTPS://EXAMPLE.ORG/X']],
    ['javascript:alert(1) data:text/html,x ftp://x.example mailto:a@b.example www.example.org', []],
    ['https://', []],
    ['https://"onmouseover="alert(1)', []],
    ['https://example.org/"><script>alert(1)</script>', ['https://example.org/']],
    ['no address', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(hrefs(text)).toEqual(expected);
    expect(
      withLinks(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('lines are those of any system', () => {
    expect(linesOf('a\r\nb\rc\n\nd')).toEqual(['a', 'b', 'c', '', 'd']);
  });
});
