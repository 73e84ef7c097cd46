/** Mails: both bodies tell the same, in the person's language, readable anywhere. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { AnyLetter } from '#contracts/resources/letters.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import type { LocalizedText } from '#contracts/values.ts';
import { renderLetter } from '#web/emails/index.ts';
import { LANGUAGES } from '#web/messages/index.ts';
import { overCampaign } from './campaigns.ts';
import { carnival, district, TOKEN } from './district.ts';
import { letters } from './letters.ts';

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#39;': "'" };
const unescaped = (html: string): string => html.replace(/&(?:lt|gt|quot|amp|#39);/g, (found) => entities[found] ?? found);

/** Text of the HTML's elements, one entry each. */
function factsOf(html: string): readonly string[] {
  const body = html.slice(html.indexOf('<div style="display:none'));
  return [...body.matchAll(/>([^<]+)</g)].map((match) => unescaped(match[1] ?? '').trim()).filter((fact) => fact !== '');
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: { 'void-style': 'off', 'doctype-style': 'off', 'no-inline-style': 'off', 'long-title': 'off' },
});

const tellsImpact = (letter: AnyLetter): boolean =>
  (letter.kind === 'giver' && letter.about === 'impact') || (letter.kind === 'sponsor' && letter.news.about === 'impact');

describe.each(Object.keys(LANGUAGES))('in %s', (language) => {
  describe.each(letters(language).map((letter) => [letter.kind, letter] as const))('the mail: %s', (_kind, letter) => {
    const mail = renderLetter(letter, district);

    it('has every fact of its HTML in its text', () => {
      const text = mail.text.toLowerCase();
      const [preview, ...facts] = factsOf(mail.html);
      expect(preview).not.toBe('');
      expect(facts.length).toBeGreaterThan(5);
      for (const fact of facts.filter((each) => each !== district.name)) expect(text).toContain(fact.toLowerCase());
    });

    it('has every link of its HTML in its text', () => {
      for (const [, href] of mail.html.matchAll(/href="(https[^"]+)"/g)) expect(mail.text).toContain(unescaped(href ?? ''));
      // who gave outright, or is of the staff, has nothing to manage
      if (letter.kind !== 'giver' && letter.kind !== 'staff') expect(mail.text).toMatch(new RegExp(`/(?:manage|pledges)/${TOKEN}`));
    });

    it('is valid, shrinks to a narrow window and needs no picture', () => {
      const { results } = validator.validateStringSync(mail.html);
      expect(results.flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message}`))).toEqual([]);
      // the code of the door comes with the mail
      const photos = (mail.html.match(/<img[^>]*>/g) ?? []).filter((picture) => !picture.includes('src="cid:'));
      expect(photos.length > 0).toBe(tellsImpact(letter));
      // each says in words what it shows, and no wider than there is room
      for (const photo of photos) expect(photo).toMatch(/ alt="[^"]+".* style="[^"]*width:100%;max-width:\d+px;height:auto/);
      expect(mail.html.replaceAll(/<img[^>]*>/g, '')).not.toMatch(/url\(|\swidth="\d{3,}/);
      expect(mail.html).toContain('max-width:600px');
    });

    it('has a subject of one line', () => {
      expect(mail.subject).toMatch(/^[^\r\n]{5,120}$/);
    });
  });
});

describe('a confirmation of a series', () => {
  const [, letter] = letters('en').filter(({ kind }) => kind === 'confirmation');
  const text = letter ? renderLetter(letter, district).text : '';

  it('says once what is the same of all dates, and of a date by itself what is its own', () => {
    expect(text.match(/^When: .*/gm)).toEqual([
      'When: Tuesday, March 2, 2027 to Tuesday, September 28, 2027, 8:30 – 9:15 AM',
      'When: Tuesday, April 13, 2027, 8:30 – 9:45 AM',
      'When: Tuesday, April 20, 2027 to Tuesday, September 21, 2027, 8:30 – 9:15 AM',
    ]);
    expect(text).toContain('Places: 1 place each');
  });

  it('names each date that was given and each that was not', () => {
    const [given = '', refused = ''] = text.match(/^\d+ dates: .*/gm) ?? [];
    expect(given).toMatch(/^23 dates: Mar 2 · Mar 9 · Mar 30 .* Sep 28$/);
    expect(refused).toBe('4 dates: Apr 20 · Jun 15 · Aug 3 · Sep 21');
    expect(given.split(' · ')).toHaveLength(23);
  });
});

describe('dates of which the store gives the languages in another order', () => {
  const turned = <Held extends { readonly slot: Slot }>(all: readonly Held[]): Held[] =>
    all.map((one, index) => (index % 2 === 0 ? one : { ...one, slot: { ...one.slot, label: reversed(one.slot.label) } }));
  const reversed = (words: LocalizedText): LocalizedText => Object.fromEntries(Object.entries(words).toReversed());

  it('are said as one all the same', () => {
    const [, given] = letters('en').filter((letter) => letter.kind === 'confirmation');
    const [givenBack] = letters('en').filter((letter) => letter.kind === 'cancellation' && letter.slots.length > 1);
    if (given?.kind !== 'confirmation' || givenBack?.kind !== 'cancellation') throw new Error('there is a letter of each kind');
    expect(given.confirmed.map(({ slot }) => Object.keys(slot.label).length)).toContain(2);
    const other = { ...given, confirmed: turned(given.confirmed), refused: turned(given.refused) };
    expect(renderLetter(other, district).text).toBe(renderLetter(given, district).text);
    const otherBack = { ...givenBack, slots: turned(givenBack.slots) };
    expect(renderLetter(otherBack, district).text).toBe(renderLetter(givenBack, district).text);
    expect(renderLetter(givenBack, district).text.match(/^When: .*/gm)).toEqual([
      'When: Tuesday, March 2, 2027 to Tuesday, April 20, 2027, 8:30 – 9:15 AM',
      'When: Tuesday, April 13, 2027, 8:30 – 9:45 AM',
    ]);
  });
});

describe('the code for the door', () => {
  const gives = (letter: AnyLetter): boolean =>
    (letter.kind === 'confirmation' && letter.confirmed.length > 0) ||
    letter.kind === 'move' ||
    (letter.kind === 'waitlist' && (letter.news.about === 'given' || letter.news.about === 'accepted'));
  const all = letters('en');

  it('is in each mail that gives somebody places, once, and in no other', () => {
    expect(all.filter(gives)).toHaveLength(5);
    for (const letter of all) {
      const { html, codes = [] } = renderLetter(letter, district);
      expect(codes).toHaveLength(gives(letter) ? 1 : 0);
      expect([...html.matchAll(/src="cid:([^"]+)"/g)].map(([, cid]) => cid)).toEqual(codes.map(({ cid }) => cid));
    }
  });

  it('is that of the first slot by time, and says what it is to who sees no pictures', () => {
    const [letter] = all;
    if (letter?.kind !== 'confirmation') throw new Error('the first letter must be the confirmation');
    const { html, text, codes } = renderLetter({ ...letter, confirmed: letter.confirmed.toReversed() }, district);
    const first = letter.confirmed[0]?.signUpId;
    expect(codes).toEqual([
      { cid: `${first}@volunteer.example.org`, url: `https://volunteer.example.org/check-in/o/${carnival.opportunityId}/${first}` },
    ]);
    expect(html).toMatch(
      /<img[^>]* alt="QR code for check-in: Spring Carnival" width="196" height="196" style="[^"]*max-width:100%;height:auto/,
    );
    expect(text).toContain(`Show your code for the door:\nhttps://volunteer.example.org/manage/${TOKEN}/check-in`);
  });

  it('is in none where help is from home', () => {
    const [letter] = all;
    if (letter?.kind !== 'confirmation') throw new Error('the first letter must be the confirmation');
    const { place: _none, ...opportunity } = letter.opportunity;
    const { html, codes } = renderLetter({ ...letter, opportunity }, district);
    expect(codes).toBeUndefined();
    expect(html).not.toContain('/check-in');
  });
});

describe('what became of a campaign', () => {
  const told = letters('en').filter(tellsImpact);

  it('is told to sponsors and to givers', () => {
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['giver', 'sponsor']);
  });

  it.each(told.map((letter) => [letter.kind, letter] as const))(
    'is shown in the mail to the %s: the photos of it and no others',
    (_kind, letter) => {
      const { html, text } = renderLetter(letter, district);
      const sources = [...html.matchAll(/<img src="([^"]*)"/g)].map(([, src]) => src);
      const impact = overCampaign.photos.filter(({ place }) => place === 'impact');
      // the same for everyone, and of our own site: nothing tells who opened it
      expect(sources).toEqual(impact.map(({ photoId }) => `${district.siteUrl}/photos/${overCampaign.campaignId}/${photoId}.jpg`));
      for (const { alt } of impact) {
        expect(unescaped(html)).toContain(`alt="${alt.en}"`);
        expect(text).toContain(`[Photo: ${alt.en}]`);
      }
      for (const { alt } of overCampaign.photos.filter(({ place }) => place === 'story')) expect(text).not.toContain(alt.en);
    },
  );

  it('is drawn in its proportions, within the column', () => {
    for (const letter of told) {
      const [, width, height] = /<img[^>]* width="(\d+)" height="(\d+)"/.exec(renderLetter(letter, district).html) ?? [];
      expect([Number(width), Number(height)]).toEqual([544, 408]);
    }
  });
});

describe('a confirmation', () => {
  const [letter] = letters('en');
  it('tells weekday, times of the school, place, who to ask, and what was not given', () => {
    const { text } = renderLetter(letter as NonNullable<typeof letter>, district);
    for (const fact of [
      'Friday, March 5, 2027, 3:00 – 5:00 PM',
      '2 places',
      'Main gym',
      'Ana Gómez',
      '+1 555 010 0101',
      'It filled up just before',
      '2 places left',
      'Thursday, March 4, 2027 at 3:00 PM',
    ]) {
      expect(text).toContain(fact);
    }
  });
  it('names the zone where the school has another one than the district', () => {
    const { text } = renderLetter(letter as NonNullable<typeof letter>, { ...district, zone: 'America/New_York' });
    expect(text).toContain('(Central Time)');
  });
  it('speaks Spanish, and marks words that staff wrote in English only', () => {
    const [spanish] = letters('es');
    const { subject, html } = renderLetter(spanish as NonNullable<typeof spanish>, district);
    expect(subject).toBe(`Su inscripción: ${carnival.title.es}`);
    expect(html).toContain('lang="en"');
    expect(html).toContain('viernes, 5 de marzo de 2027');
  });
});
