/** Passing on what a school offers, over HTTP: a frame for other sites, posters, a friend's link, what messengers are told. */
import { describe, expect, it } from 'vitest';
import { anItem, anOpportunity, aShift, opportunityId, slotId } from '#test/support/builders.ts';
import { archiveDefinition } from '#test/support/calendars.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { world } from '#test/support/world.ts';
import { deskBrowser } from './desk-session.ts';
import { SITE, site } from './http.ts';
import { ANA, anaForm, OPPORTUNITY_PATH, signedUp } from './people.ts';

const EMBED = '/schools/lincoln-elementary/embed';
const POSTER = `${OPPORTUNITY_PATH}/poster`;

async function scene(with_: Parameters<typeof world>[0] = {}) {
  const there = await world({ slots: [aShift(1), aShift(2, { capacity: 2 }), anItem(3)], ...with_ });
  return { there, here: site(there) };
}
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

describe('what is open at a school, for a frame', () => {
  it('may stand on any site, runs no script, has no form and remembers nothing', async () => {
    const { here } = await scene();
    const answer = await here.get(`${EMBED}?lang=es`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(answer.cookies).toEqual([]);
    expect(answer.body).not.toMatch(/<script|<form/);
    // and no other page may
    expect((await here.get('/schools/lincoln-elementary')).headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('leads out of the frame, to the slot that was chosen, in its language', async () => {
    const { here } = await scene();
    const { body } = await here.get(`${EMBED}?lang=es`);
    const links = linksIn(body);
    expect(links[0]).toBe(`${SITE}${OPPORTUNITY_PATH}?slot=${slotId(1)}&lang=es`);
    expect(body.match(/<a /g)?.length).toBe(body.match(/<a [^>]*target="_blank" rel="noopener"/g)?.length);
    expect((await here.get(links[0]?.slice(SITE.length) ?? '')).body).toMatch(
      new RegExp(`value="${slotId(1)}"[^>]* checked|checked[^>]* value="${slotId(1)}"`),
    );
  });

  it('shows what can be taken, and nothing else', async () => {
    const { here, there } = await scene();
    const shown = async () => [...(await here.get(EMBED)).body.matchAll(/slot=(slot_\d+)/g)].map(([, slot]) => slot);
    expect(await shown()).toEqual([slotId(1), slotId(2), slotId(3)]);
    await signedUp(here, { slots: [{ slotId: slotId(2), places: 2 }] });
    expect(await shown()).toEqual([slotId(1), slotId(3)]);
    there.clock.set('2027-03-05T23:00:00.000Z');
    expect(await shown()).toEqual([slotId(3)]);
    await archiveDefinition(there);
    expect(await shown()).toEqual([]);
  });

  it.each([
    ['limit=1', 1],
    ['limit=2', 2],
    ['limit=0', 3],
    ['limit=-1', 3],
    ['limit=1e9', 3],
    ['limit=1.5', 3],
    ['limit=x', 3],
    ['kind=event', 3],
    ['kind=committee', 0],
    ['kind=nonsense', 3],
    [`kind=${'x'.repeat(5_000)}`, 3],
  ])('with %s', async (query, count) => {
    const { here } = await scene();
    const { status, body } = await here.get(`${EMBED}?${query}`);
    expect([status, body.match(/slot=slot_/g)?.length ?? 0]).toEqual([200, count]);
  });

  it.each(['/schools/nowhere/embed', '/schools/%2e%2e/embed'])('there is none at %s', async (path) => {
    expect((await (await scene()).here.get(path)).status).toBe(404);
  });
});

describe('a poster', () => {
  it('is in all languages, unless one is asked for', async () => {
    const { here } = await scene();
    const heads = async (query: string) =>
      [...(await here.get(POSTER + query)).body.matchAll(/<section lang="(\w+)"/g)].map(([, lang]) => lang);
    expect(await heads('')).toEqual(['en', 'es']);
    expect(await heads('?lang=es')).toEqual(['es']);
    expect(await heads('?lang=all')).toEqual(['en', 'es']);
    expect(await heads('?lang=tlh')).toEqual(['en', 'es']);
  });

  it.each([
    ['', 'letter'],
    ['?paper=a4', 'a4'],
    ['?paper=a0', 'letter'],
  ])('on paper %j', async (query, paper) => {
    expect((await (await scene()).here.get(POSTER + query)).body).toContain(`poster-${paper}`);
  });

  it('tells nobody’s name, also where first names are shown', async () => {
    const { here, there } = await scene({ showFirstNames: true });
    await signedUp(here);
    await there.deliver();
    expect((await here.get(OPPORTUNITY_PATH)).body).toContain('Ana');
    expect((await here.get(POSTER)).body).not.toContain('Ana');
  });

  it('there is none of what nobody sees', async () => {
    const { here, there } = await scene();
    await archiveDefinition(there);
    for (const path of [POSTER, `/opportunities/${opportunityId(9)}/poster`, '/opportunities/%2e%2e/poster'])
      expect((await here.get(path)).status).toBe(404);
  });

  it('of a draft is there for staff of its school, with a way back', async () => {
    const { here, there } = await scene();
    const id = opportunityId(7);
    await there.ports.opportunities.save(anOpportunity({ opportunityId: id, status: 'draft', slots: [aShift(7)] }));
    expect((await here.get(`/opportunities/${id}/poster`)).status).toBe(404);
    const desk = `/desk/opportunities/${id}/poster`;
    const as = async (email: string) => {
      const browser = deskBrowser(here);
      await browser.signIn(email);
      return browser.get(desk);
    };
    const seen = await as(DANA);
    expect([seen.status, linksIn(seen.body)[0]]).toEqual([200, `/desk/opportunities/${id}`]);
    expect(seen.body).toContain(`QR code for ${SITE}/opportunities/${id}"`);
    // of another school; and who is not signed in is asked to
    expect((await as('hannah@riverbend.example')).status).toBe(404);
    expect((await here.get(desk)).status).toBe(303);
  });

  it('for the door leads staff to the check-in', async () => {
    const { here } = await scene();
    const browser = deskBrowser(here);
    await browser.signIn(DANA);
    const { body } = await browser.get(`/desk/opportunities/${opportunityId()}/poster?door=yes`);
    expect(body).toContain(`QR code for ${SITE}/check-in/o/${opportunityId()}"`);
    expect(body).toContain('paper=a4');
    const { body: page } = await browser.get(`/desk/opportunities/${opportunityId()}`);
    expect(linksIn(page)).toContain(`/desk/opportunities/${opportunityId()}/poster?door=yes`);
  });
});

describe('a friend’s link', () => {
  const ticked = (html: string): readonly string[] =>
    [...html.matchAll(/<input[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => tag.includes(' checked') && tag.includes('slot-tick'))
      .map((tag) => /value="([^"]+)"/.exec(tag)?.[1] ?? '');
  const NOTICE = 'A friend takes part in this and thought of you.';

  it('ticks what is open of what it names, and says that a friend thought of the reader, not who', async () => {
    const { here, there } = await scene();
    await signedUp(here, { slots: [{ slotId: slotId(2), places: 2 }] });
    await there.deliver();
    const { body, status } = await here.get(`${OPPORTUNITY_PATH}?slot=${slotId(1)}&slot=${slotId(2)}&slot=${slotId(99)}&slot=x&friend=1`);
    expect([status, ticked(body), body.includes(NOTICE), body.includes('Ana')]).toEqual([200, [slotId(1)], true, false]);
    const plain = (await here.get(OPPORTUNITY_PATH)).body;
    expect([ticked(plain), plain.includes(NOTICE)]).toEqual([[], false]);
  });

  it.each([
    'slot=',
    `slot=${'x'.repeat(9_000)}`,
    `slot=%22%3E%3Cscript%3Ealert(1)%3C/script%3E`,
    Array.from({ length: 500 }, (_, n) => `slot=${slotId(n)}`).join('&'),
  ])('that was mangled still shows the page', async (query) => {
    const { here } = await scene();
    const { status, body } = await here.get(`${OPPORTUNITY_PATH}?${query}&friend=1`);
    expect([status, body.includes('<script>alert')]).toEqual([200, false]);
  });

  it('is on the page after a sign-up, on the manage page and in the mail, and leads to what was chosen', async () => {
    const { here, there } = await scene();
    const posted = await here.post(OPPORTUNITY_PATH, anaForm());
    const after = (await here.get(posted.headers.location ?? '')).body.replaceAll('&amp;', '&');
    await there.deliver();
    const manage = (await here.get(`/manage/${await here.tokenOf(ANA.email)}`)).body.replaceAll('&amp;', '&');
    for (const html of [after, manage]) {
      const [link] = new RegExp(`${SITE}${OPPORTUNITY_PATH}\\?slot=[^\\s<"]+`).exec(html) ?? [];
      expect(link).toMatch(new RegExp(`slot=${slotId(1)}&friend=1&lang=en$`));
      const friends = (await here.get(link?.slice(SITE.length) ?? '')).body;
      expect([ticked(friends), friends.includes(NOTICE), friends.includes(ANA.email)]).toEqual([[slotId(1)], true, false]);
    }
  });
});

describe('a text to pass on', () => {
  const textIn = async (lang: 'en' | 'es', with_: Parameters<typeof world>[0] = {}) => {
    const { here } = await scene({ title: { en: 'Spring Carnival', es: 'Feria de primavera' }, ...with_ });
    return /id="share-text"[^>]*>([^<]*)</.exec((await here.get(`${OPPORTUNITY_PATH}?lang=${lang}`)).body)?.[1];
  };
  const at = (lang: string) => `${SITE}${OPPORTUNITY_PATH}?lang=${lang}`;

  it('says when one slot is, and of several their day', async () => {
    const one = { slots: [aShift(1)] };
    expect(await textIn('en', one)).toBe(
      `Lincoln Elementary is looking for help: Spring Carnival, Friday, March 5, 5:00 – 7:00 PM. Sign up here: ${at('en')}`,
    );
    expect(await textIn('en')).toBe(`Lincoln Elementary is looking for help: Spring Carnival, Friday, March 5. Sign up here: ${at('en')}`);
  });

  it('ends its sentences once', async () => {
    // a Spanish time ends in a full stop of its own
    expect(await textIn('es', { slots: [aShift(1)] })).toMatch(/5 de marzo, [\d:–\s]+p\.m\. Inscríbase aquí/u);
    expect(await textIn('en', { slots: [anItem(1)], title: { en: 'Bring a cake!' } })).toContain('help: Bring a cake! Sign up');
  });

  it('names no day that was called off', async () => {
    const off = aShift(1, { calledOff: true, startsAt: '2027-03-04T23:00:00.000Z', endsAt: '2027-03-05T01:00:00.000Z' });
    expect(await textIn('en', { slots: [off, aShift(2), aShift(3)] })).toContain('Carnival, Friday, March 5.');
  });
});

describe('what messengers are told of an opportunity', () => {
  const tags = (html: string) =>
    Object.fromEntries([...html.matchAll(/<meta property="(og:[\w:]+)" content="([^"]*)"/g)].map(([, name, value]) => [name, value]));

  it.each([
    ['en', 'en_US', 'es_US'],
    ['es', 'es_US', 'en_US'],
  ])('in %s', async (lang, locale, other) => {
    const { here } = await scene({ title: { en: 'Spring Carnival', es: 'Feria de primavera' }, summary: { en: 'Games', es: 'Juegos' } });
    // what fetches it asks for no language, and the address alone says which
    const { body } = await here.get(`${OPPORTUNITY_PATH}?slot=${slotId(1)}&friend=1&lang=${lang}`);
    expect(tags(body)).toMatchObject({
      'og:title': expect.stringContaining(lang === 'en' ? 'Spring Carnival' : 'Feria de primavera'),
      'og:description': lang === 'en' ? 'Games' : 'Juegos',
      'og:image': `${SITE}${OPPORTUNITY_PATH}/card.png?lang=${lang}`,
      'og:url': `${SITE}${OPPORTUNITY_PATH}?lang=${lang}`,
      'og:locale': locale,
      'og:locale:alternate': other,
      'og:type': 'website',
    });
  });

  it('can be copied in each language, each with the address of its language', async () => {
    const { here } = await scene();
    const { body } = await here.get(OPPORTUNITY_PATH);
    const texts = [...body.matchAll(/<p class="share-text"[^>]*lang="(\w+)"[^>]*>([^<]+)<\/p>/g)].map(([, lang, text]) => [lang, text]);
    expect(texts).toEqual([
      ['en', expect.stringMatching(/^Lincoln Elementary is looking for help: Spring Carnival, Friday, March 5\. .*lang=en$/)],
      ['es', expect.stringMatching(/^Lincoln Elementary busca ayuda: Spring Carnival, viernes, 5 de marzo\. .*lang=es$/)],
    ]);
    // before a person follows a link, nobody else is asked for anything
    expect(body).not.toMatch(/(?:src|srcset)="https?:|<link[^>]+href="https?:\/\/(?!volunteer\.example\.org)/);
  });
});
