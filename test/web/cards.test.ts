/** Share cards: what stands on them, that nothing in a title breaks them, that no words leave the place they have. */
import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { svgToPng } from '#adapters/images/card-png.ts';
import type { PublicCampaign } from '#contracts/resources/campaign-view.ts';
import { drawable } from '#web/cards/drawable.ts';
import { CARD, campaignCard, opportunityCard } from '#web/cards/index.ts';
import { COLORS } from '#web/cards/look.ts';
import { widthOf } from '#web/cards/measure.ts';
import { fontFile } from '#web/documents/fonts.ts';
import { campaignPage, opportunityPage, type PageContext } from '#web/pages/index.ts';
import { wrongForm } from './all-pages.ts';
import { campaign, notOpenCampaign, overCampaign } from './campaigns.ts';
import { carnival, closed, context, FORM_KEY, full, notOpenYet, oneOpen, over, school } from './district.ts';

const en = context();
const es = context({ language: 'es' });
const titled = (title: string): PublicCampaign => ({ ...campaign, title: { en: title } });
const withTitle = (title: string) => ({ ...carnival, title: { en: title } });

// the first picture makes the renderer ready, which then measures
beforeAll(async () => void (await svgToPng('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')));

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
const plain = (markup: string): string => markup.replaceAll(/<[^>]*>/g, '').replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
/** The words of each text, as someone reads them. */
const wordsOn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text [^>]*>([\s\S]*?)<\/text>/g)].map((text) => plain(text[1] ?? ''));
const titleOn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text class="title"[^>]*>([\s\S]*?)<\/text>/g)].map((text) => plain(text[1] ?? ''));

const FONTS = { fontBuffers: [fontFile('regular'), fontFile('semibold')], defaultFontFamily: 'Inter' };
/** Where the renderer itself draws each text, kerning and all. Throws where the SVG is not well-formed. */
function boxesOn(svg: string) {
  new Resvg(svg, { font: FONTS }).free();
  const style = /<style>.*?<\/style>/.exec(svg)?.[0] ?? '';
  // a leaf's words stand in a group of their own
  const [, x = '0', y = '0'] = /<g transform="translate\((\d+) (\d+)\)">/.exec(svg) ?? [];
  return [...svg.matchAll(/<text ([^>]*)>[\s\S]*?<\/text>/g)].flatMap(([text, attributes = '']) => {
    const inLeaf = attributes.includes('leaf-');
    const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">${style}${text}</svg>`;
    const drawing = new Resvg(alone, { font: FONTS });
    const box = drawing.getBBox();
    drawing.free();
    const [left, top] = inLeaf ? [Number(x), Number(y)] : [0, 0];
    const at = box && { left: box.x + left, right: box.x + box.width + left, top: box.y + top, bottom: box.y + box.height + top };
    return at ? [{ ...at, isTitle: attributes.includes('class="title"'), isHead: at.bottom < 130 }] : [];
  });
}

/** Inside the margins; the head, the title and the facts each in their place; the facts left of the picture. */
function expectInPlace(svg: string): void {
  const boxes = boxesOn(svg);
  expect(boxes.length).toBeGreaterThan(2);
  for (const { left, right, top, bottom, isTitle, isHead } of boxes) {
    expect(left).toBeGreaterThanOrEqual(64);
    expect(right).toBeLessThanOrEqual(isTitle || isHead ? CARD.width - 64 : 660);
    expect(top).toBeGreaterThanOrEqual(isHead ? 40 : isTitle ? 122 : 415);
    expect(bottom).toBeLessThanOrEqual(isHead ? 130 : isTitle ? 420 : 588);
  }
}

const HOSTILE: readonly (readonly [string, string])[] = [
  ['markup', '</text><script>alert(1)</script><image href="file:///etc/passwd"/>'],
  ['entities', '&amp; &#0; &lt; &bogus; % Tom & Jerry'],
  ['quotes', `"double" 'single' “curly” O'Brien`],
  ['the end of CDATA', 'a ]]> b <![CDATA[ c ]]>'],
  ['control characters', 'bell\u0007 nul\u0000 line\nbreak\r\n tab\t escape\u001b next\u0085 separator\u2028'],
  ['half a surrogate', 'half \ud83d of \udc00 one'],
  ['what XML has no place for', 'no \ufffe and \uffff here'],
  ['other directions', '\u202eevil\u202c \u200fright\u200b to left'],
  ['emoji alone', '🎃👩‍👩‍👧‍👦🇲🇽1️⃣'],
  ['letters the font lacks', '学校のカーニバル مهرجان المدرسة'],
  ['marks upon marks', `Z${'\u0301\u0302\u0303\u0308'.repeat(12)}algo`],
  ['nothing', ''],
  ['blanks', ' \u00a0\u2003 '],
  ['one word of 200 letters', 'W'.repeat(200)],
  ['one word of 200 narrow letters', 'i'.repeat(200)],
  ['200 letters in words', 'Wonderful people make '.repeat(10).slice(0, 200)],
  ['200 words', 'a '.repeat(100)],
  ['words as long as a line', `${'m'.repeat(38)} ${'m'.repeat(38)} ${'m'.repeat(38)} ${'m'.repeat(38)}`],
];

describe.each([
  ['a campaign', (context_: PageContext, title: string) => campaignCard(context_, { campaign: titled(title), school: school(0) })],
  ['an opportunity', (context_: PageContext, title: string) => opportunityCard(context_, { opportunity: withTitle(title) })],
] as const)('the card of %s', (_, draw) => {
  it.each(HOSTILE)('is whole with %s in its title, and no words leave their place', (_what, title) => {
    for (const language of [en, es]) expectInPlace(draw(language, title));
    const svg = draw(en, title);
    expect(svg).not.toMatch(/<script|<image|<!\[CDATA/);
    expect(titleOn(svg).length).toBeLessThanOrEqual(3);
  });

  it('is whole with any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => expectInPlace(draw(en, title))),
      { numRuns: 40 },
    );
  });

  it('shows a title as it is when there is room, and the most of it, with an ellipsis, when there is not', () => {
    expect(titleOn(draw(en, 'A <b> & "c"'))).toEqual(['A <b> & "c"']);
    const words = 'Help us build a garden for everybody '.repeat(5).trim();
    const shown = titleOn(draw(en, words)).join(' ');
    expect(shown).toMatch(/ \w+…$/);
    expect(shown.length).toBeGreaterThan(80);
    expect(words.startsWith(`${shown.slice(0, -1)} `)).toBe(true);
  });

  it('breaks a title into lines of about the same length', () => {
    const widths = titleOn(draw(en, 'A title that is just a little too long for one line')).map((line) => widthOf(line, 'semibold', 84));
    expect(widths).toHaveLength(2);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.75);
  });

  it('names the school instead of a title that can’t be drawn', () => {
    expect(titleOn(draw(en, '学校のカーニバル'))).toEqual(['Lincoln Elementary']);
  });

  it('is the same for the same facts', () => {
    expect(draw(en, 'Same')).toBe(draw(en, 'Same'));
  });
});

describe('the card of a campaign', () => {
  it('says whose it is, what for, how far it is and who takes part, in English and Spanish', () => {
    expect(wordsOn(campaignCard(en, { campaign, school: school(1) }))).toEqual([
      'Rosa Parks Middle School',
      'Maple Valley School District',
      'New playground',
      '$20,801 raised of $48,000',
      '8 sponsors',
    ]);
    expect(wordsOn(campaignCard(es, { campaign, school: school(1) }))).toEqual([
      'Rosa Parks Middle School',
      'Maple Valley School District',
      'Un patio nuevo',
      '$20,801 reunidos de $48,000',
      '8 patrocinadores',
    ]);
  });

  it('names the district once where the campaign is its own', () => {
    expect(wordsOn(campaignCard(en, { campaign })).filter((words) => words === en.district.name)).toHaveLength(1);
  });

  it.each([
    ['over, with its goal reached', overCampaign, 'Goal reached · Closed · 8 sponsors'],
    ['not open yet', notOpenCampaign, 'Not open yet · 8 sponsors'],
    ['open, without any sponsor', { ...campaign, totals: { ...campaign.totals, sponsors: 0 } }, '$20,801 raised of $48,000'],
  ])('says where a campaign stands that is %s', (_, given, words) => {
    expect(wordsOn(campaignCard(en, { campaign: given })).at(-1)).toBe(words);
  });

  it.each([
    [0, 0, 24],
    [0.001, 1, 23],
    [0.64, 15, 9],
    [0.999, 23, 1],
    [1, 24, 0],
    [1.3, 24, 0],
  ])('paints of 24 stripes at %s of the goal: %s', (part, painted, open) => {
    const raisedCents = campaign.goalCents * part;
    const svg = campaignCard(en, { campaign: { ...campaign, raisedCents, totals: { ...campaign.totals, receivedCents: 0 } } });
    const stripes = (of: string): number => new RegExp(`<path class="meter-${of}" d="([^"]*)"`).exec(svg)?.[1]?.match(/M/g)?.length ?? 0;
    expect([stripes('pledged'), stripes('open')]).toEqual([painted, open]);
  });

  it('has room for the largest sums', () => {
    expectInPlace(campaignCard(es, { campaign: { ...campaign, raisedCents: 123_456_789_012, goalCents: 999_999_999_999 } }));
  });

  it.each(['playground', 'uniforms', 'books', 'school'] as const)('shows the picture of %s', (illustration) => {
    expect(campaignCard(en, { campaign: { ...campaign, illustration } })).toContain('class="picture"');
  });
});

describe('the card of an opportunity', () => {
  it('says where, what, when and how many places are left, in English and Spanish', () => {
    expect(wordsOn(opportunityCard(en, { opportunity: notOpenYet })).slice(2)).toEqual([
      'Field trip to the',
      'science museum',
      'Fri',
      '19',
      'Mar',
      'Friday, March 19',
      '9:00 AM – 3:00 PM',
      'Main gym',
      'Opens Monday, March 8 at 8:00 AM',
    ]);
    expect(wordsOn(opportunityCard(es, { opportunity: oneOpen })).slice(-3)).toEqual([
      'En cualquier momento',
      'Desde casa',
      'Último lugar',
    ]);
  });

  it.each([
    ['open', carnival, '34 places left'],
    ['full', full, 'Full'],
    ['closed', closed, 'Closed'],
    ['over', over, 'Already started'],
  ])('says that it is %s', (_, opportunity, words) => {
    const svg = opportunityCard(en, { opportunity });
    expect(wordsOn(svg)).toContain(words);
    expectInPlace(svg);
  });

  it('keeps a long place and a long school to their lines', () => {
    const place = { name: 'The large multi-purpose room behind the second gymnasium, upper floor, ask at the office' };
    const name = 'The Very Reverend Doctor Martin Luther King Junior Memorial Bilingual Elementary and Middle School of the Arts';
    expectInPlace(opportunityCard(en, { opportunity: { ...carnival, place, school: { ...carnival.school, name } } }));
  });
});

describe('cards', () => {
  it('measure words as wide as they are drawn, or a little wider', () => {
    for (const [words, weight] of [
      ['AVATAR To Wave', 'semibold'],
      ['$16,800 of $25,000', 'semibold'],
      ['Ñandú, œuvre, Łódź, Nguyễn', 'regular'],
      ['mmmmmmmmmm iiiiiiiiii', 'regular'],
    ] as const) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="90"><text y="60" font-family="Inter" font-size="50" font-weight="${weight === 'regular' ? 400 : 600}">${words}</text></svg>`;
      const drawing = new Resvg(svg, { font: FONTS });
      const ratio = (drawing.getBBox()?.width ?? 0) / widthOf(words, weight, 50);
      drawing.free();
      expect(ratio).toBeGreaterThan(0.92);
      expect(ratio).toBeLessThanOrEqual(1.002);
    }
  });

  it('leave emoji and control characters out and keep the words around them', () => {
    expect(drawable('Fall festival 🎃 👩‍👩‍👧 fun ©')).toBe('Fall festival fun ©');
    expect(drawable('Ana 学 Gómez')).toBe('Ana □ Gómez');
    expect(drawable(' two\nlines,\ttabs\u0007and\u00a0\u2003bells ')).toBe('two lines, tabs and bells');
  });

  it('have the colours of the site', () => {
    const css = readFileSync(new URL('../../web/static/site.css', import.meta.url), 'utf8');
    for (const [name, color] of Object.entries(COLORS)) expect(css, name).toContain(color);
    expect(Object.keys(COLORS).length).toBeGreaterThan(10);
  });
});

describe('a page that has a card', () => {
  const tags = (html: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(([, name = '', content = '']) => [name, content]),
    );

  it('tells messengers where it is, how large, and what is on it', () => {
    expect(tags(campaignPage(es, { campaign: titled('Say "hi" & <bye>'), school: school(0) }))).toMatchObject({
      'og:image': 'https://volunteer.example.org/campaigns/playground/card.png?lang=es',
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': 'Say &quot;hi&quot; &amp; &lt;bye>: $20,801 reunidos de $48,000, 43 por ciento',
      'twitter:card': 'summary_large_image',
    });
    expect(tags(opportunityPage(en, { opportunity: carnival, formKey: FORM_KEY }))).toMatchObject({
      'og:image': `https://volunteer.example.org/opportunities/${carnival.opportunityId}/card.png?lang=en`,
      'og:image:alt': 'Lincoln Elementary: Spring Carnival',
      'twitter:card': 'summary_large_image',
    });
  });

  it('tells nothing of it when it answers a form', () => {
    const html = opportunityPage(en, { opportunity: carnival, formKey: FORM_KEY, form: wrongForm('en') });
    expect(html).toContain('noindex');
    expect(html).not.toContain('card.png');
  });
});
