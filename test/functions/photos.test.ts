/** Photos at the desk and in public: from the words that are said of one to the picture that everyone sees, and to its end. */
import { describe, expect, it } from 'vitest';
import { deskPaths, FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { sentPhotoKey } from '#domain/fundraising/photos.ts';
import { DAY } from '#domain/time.ts';
import { createHandler as onPhotoSent } from '#functions/fundraising/on-photo-sent.ts';
import { campaignId, schoolId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { FILES, fakePhotoStudio } from '#test/support/fake-uploads.ts';
import { aCampaign } from '#test/support/fundraising.ts';
import { type DeskBrowser, deskScene, tokenIn } from './desk-session.ts';
import { portsOf } from './http.ts';
import { sendPhoto } from './people.ts';

const PHOTOS = deskPaths.photos(campaignId());
const WORDS = { 'alt.en': 'The new slide', 'alt.es': '', place: 'impact', permission: 'yes' };

async function scene(email: string = DANA) {
  const { there, here, browser } = await deskScene();
  await browser.signIn(email);
  const ports = portsOf(there);
  const kept = () => ports.photos.of(campaignId());
  /** As S3 tells of it. */
  const arrives = async (key: string, content: string): Promise<void> => {
    there.uploads.files.set(key, Buffer.from(content));
    const detail = { object: { key, size: content.length } };
    await onPhotoSent({ ...ports, photoStudio: fakePhotoStudio })({ time: '2027-03-01T12:00:00Z', detail } as never);
  };
  return { there, here, browser, kept, arrives };
}
const post = async (browser: DeskBrowser, path: string, fields: Readonly<Record<string, string>>) =>
  browser.post(path, { [FORM_TOKEN_FIELD]: tokenIn((await browser.get(PHOTOS)).body), key: 'key-of-a-page-0123456789', ...fields });
const invite = (browser: DeskBrowser, fields: Readonly<Record<string, string>> = WORDS) => post(browser, `${PHOTOS}/invitations`, fields);

/** The fields of the form that shows all photos, as its page has them. */
async function rows({ browser, kept }: Awaited<ReturnType<typeof scene>>, change: Readonly<Record<string, string>>) {
  const { photos, version } = await kept();
  const fields = photos.flatMap(({ photoId, alt, place }, index) => [
    [`photos.${index}.id`, photoId],
    [`photos.${index}.alt.en`, alt.en ?? ''],
    [`photos.${index}.place`, place],
  ]);
  return post(browser, PHOTOS, { version: String(version), ...Object.fromEntries(fields), ...change });
}

describe('sending a photo', () => {
  it('goes from its words to a form that leads straight to where files are kept, and back', async () => {
    const { browser, there, kept, arrives } = await scene();
    const invited = await invite(browser);
    expect(invited.status).toBe(303);
    const form = await browser.get(invited.headers.location ?? '');
    expect(form.headers['content-security-policy']).toContain(`form-action 'self' ${FILES};`);
    expect(form.headers['cache-control']).toBe('no-store');
    expect(form.body).toContain('The new slide');
    const { key = '', redirectTo = '' } = there.uploads.invited.at(-1) ?? {};
    for (const said of [key, redirectTo, invited.headers.location ?? '']) expect(said).not.toMatch(/slide/i);
    const back = redirectTo.slice(redirectTo.indexOf('/desk'));

    expect((await browser.get(back)).body).toContain('data-reload');
    await arrives(key, 'PHOTO');
    expect((await browser.get(back)).body).toContain('The photo is there.');
    expect((await kept()).photos).toMatchObject([{ alt: { en: 'The new slide' }, place: 'impact' }]);
    // who goes back in the browser and sends again
    expect(await browser.get(invited.headers.location ?? '')).toMatchObject({ status: 303, headers: { location: back } });
    await arrives(key, 'PHOTO again');
    expect((await kept()).photos).toHaveLength(1);
  });

  it('twice with one page is one invitation', async () => {
    const { browser, there } = await scene();
    const [first, second] = [await invite(browser), await invite(browser)];
    expect(second.headers.location).toBe(first.headers.location);
    expect(new Set(there.uploads.invited.map(({ key }) => key)).size).toBe(1);
  });

  it.each([
    ['words', { ...WORDS, 'alt.en': ' ' }, 'alt-en'],
    ['the families’ permission', { 'alt.en': 'The new slide', 'alt.es': 'La resbaladilla', place: 'impact' }, 'permission'],
    ['its place', { ...WORDS, place: 'wall' }, 'place'],
  ])('without %s shows the form again, with an error beside the field and all that was typed', async (_, fields, field) => {
    const { browser, there } = await scene();
    const again = await invite(browser, fields);
    expect(again.status).toBe(422);
    expect(again.body).toContain(`href="#${field}"`);
    if (field !== 'alt-en') expect(again.body).toContain('value="The new slide"');
    expect(there.uploads.invited).toEqual([]);
  });

  it.each([
    ['<svg onload=alert(1)>', /We can’t read this kind of file/],
    ['not a photo', /We can’t read this kind of file/],
  ])('that is %s tells why it can’t be used', async (content, words) => {
    const { browser, there, arrives } = await scene();
    await invite(browser);
    const { key = '', redirectTo = '' } = there.uploads.invited.at(-1) ?? {};
    await arrives(key, content);
    const page = await browser.get(redirectTo.slice(redirectTo.indexOf('/desk')));
    expect(page.body).toMatch(words);
    expect(page.body).not.toContain('data-reload');
  });

  it('is over with the day: its form is not there any more', async () => {
    const { browser, there } = await scene();
    const { location = '' } = (await invite(browser)).headers;
    there.clock.advance(DAY);
    await browser.signIn(DANA);
    expect((await browser.get(location)).status).toBe(404);
    expect((await browser.get(deskPaths.photoFile(campaignId(), 'upl_nonsense'))).status).toBe(404);
  });

  it('tells of a file under a name that is none of ours', async () => {
    const { arrives } = await scene();
    await expect(arrives('incoming-photos/../logos/x', 'PHOTO')).rejects.toThrow();
    await expect(arrives(`incoming/${campaignId()}/upl_${'x'.repeat(16)}`, 'PHOTO')).rejects.toThrow();
  });
});

describe('the page of a campaign’s photos', () => {
  it('lets who may edit change them, and others look', async () => {
    for (const [email, edits] of [
      [DANA, true],
      ['pat@riverbend.example', false],
    ] as const) {
      const { browser, there } = await scene(email);
      await sendPhoto(there);
      const { body, status } = await browser.get(PHOTOS);
      expect(status).toBe(200);
      expect(body.includes('<form class="dash"')).toBe(edits);
      expect(body).toContain('alt="Photo 1"');
      const src = /src="(\/desk\/campaigns\/[^"]+\/picture)"/.exec(body)?.[1] ?? '';
      expect(await browser.get(src)).toMatchObject({ status: 200, headers: { 'content-type': 'image/webp', 'cache-control': 'no-store' } });
    }
  });

  it('is not there for staff of another school, nor are its pictures and forms', async () => {
    const { browser, there, kept } = await scene('hannah@riverbend.example');
    const ref = await sendPhoto(there);
    await there.fundraising.campaigns.save(aCampaign({ version: 2, schoolId: schoolId(1) }));
    const photoId = (await kept()).photos[0]?.photoId ?? '';
    const pages = [PHOTOS, deskPaths.photo(campaignId(), photoId), deskPaths.photoFile(campaignId(), ref.uploadId)];
    for (const path of pages) expect([path, (await browser.get(path)).status]).toEqual([path, 404]);
  });

  it('is where a viewer may not send: the page of the form is refused', async () => {
    const { browser, there } = await scene('pat@riverbend.example');
    const ref = await sendPhoto(there);
    expect((await browser.get(deskPaths.photoFile(campaignId(), ref.uploadId))).status).toBe(403);
  });

  it('moves one and keeps what else was typed', async () => {
    const here = await scene();
    for (const n of [1, 2, 3]) await sendPhoto(here.there, 'story', { n });
    const saved = await rows(here, { do: 'later.0', 'photos.2.alt.en': 'The third' });
    expect([saved.status, saved.headers.location]).toEqual([303, `${PHOTOS}?done=savePhotos`]);
    expect((await here.kept()).photos.map(({ alt }) => alt.en)).toEqual(['Photo 2', 'Photo 1', 'The third']);
    await rows(here, { do: 'earlier.2' });
    expect((await here.kept()).photos.map(({ alt }) => alt.en)).toEqual(['Photo 2', 'The third', 'Photo 1']);
  });

  it.each(['save', 'earlier.0', 'later.1', 'later.9', 'remove.9', 'remove.x', 'remove.-1', ''])(
    'with %j moves and removes nothing',
    async (act) => {
      const here = await scene();
      for (const n of [1, 2]) await sendPhoto(here.there, 'story', { n });
      expect((await rows(here, { do: act })).status).toBe(303);
      expect(await here.kept()).toMatchObject({ version: 2, photos: [{ alt: { en: 'Photo 1' } }, { alt: { en: 'Photo 2' } }] });
    },
  );

  it('shows what is wrong where it is, also when another is moved or removed at once', async () => {
    const here = await scene();
    for (const n of [1, 2, 3]) await sendPhoto(here.there, 'story', { n });
    for (const act of ['save', 'later.0', 'remove.0']) {
      const again = await rows(here, { do: act, 'photos.2.alt.en': '', 'photos.1.alt.en': 'Kept' });
      expect(again.status).toBe(422);
      expect(again.body).toContain('href="#photos-2-alt-en"');
      expect(again.body).toContain('value="Kept"');
    }
    expect((await here.kept()).version).toBe(3);
  });

  it('that somebody else changed meanwhile shows what there is now, with the words that were typed', async () => {
    const here = await scene();
    for (const n of [1, 2]) await sendPhoto(here.there, 'story', { n });
    const late = await rows(here, { do: 'save', version: '1', 'photos.0.alt.en': 'My words' });
    expect(late.status).toBe(409);
    expect(late.body).toContain('Somebody else changed this in the meantime.');
    expect(late.body).toContain('value="My words"');
    expect(late.body).toContain('name="version" value="2"');
  });

  it('removes one for good, once', async () => {
    const here = await scene();
    for (const n of [1, 2]) await sendPhoto(here.there, 'story', { n });
    const gone = (await here.kept()).photos[0]?.photoId ?? '';
    await rows(here, { do: 'remove.0' });
    expect((await here.kept()).photos.map(({ alt }) => alt.en)).toEqual(['Photo 2']);
    expect([...here.there.uploads.files.keys()].filter((key) => key.includes(gone))).toEqual([]);
    expect((await here.browser.get(deskPaths.photo(campaignId(), gone))).status).toBe(404);
  });

  it('whose form says no version, or a broken one, changes nothing', async () => {
    const here = await scene();
    await sendPhoto(here.there);
    for (const version of ['', 'x', '-1', '1.5']) expect((await rows(here, { version, do: 'remove.0' })).status).toBe(422);
    expect((await here.kept()).photos).toHaveLength(1);
  });
});

describe('in public', () => {
  async function shown() {
    const all = await scene();
    await sendPhoto(all.there, 'story');
    const { photoId } = (await all.kept()).photos[0] ?? {};
    return { ...all, path: `/photos/${campaignId()}/${photoId}` };
  }

  it('a photo stands on the campaign’s page, in its API, and as a picture of either kind', async () => {
    const { here, path } = await shown();
    expect((await here.get('/campaigns/playground')).body).toContain(`src="${path}.webp"`);
    expect((await here.get(`/api/campaigns/${campaignId()}`)).json()).toMatchObject({ photos: [{ alt: { en: 'Photo 1' } }] });
    for (const [kind, type] of [
      ['webp', 'image/webp'],
      ['jpg', 'image/jpeg'],
    ])
      expect(await here.get(`${path}.${kind}`)).toMatchObject({
        status: 200,
        headers: {
          'content-type': type,
          'cache-control': 'public, max-age=3600',
          'content-security-policy': "default-src 'none'; sandbox",
        },
      });
  });

  it('it is gone with its removal, and hidden while the campaign is a draft', async () => {
    const all = await shown();
    await all.there.fundraising.campaigns.save(aCampaign({ status: 'draft', version: 2 }));
    expect((await all.here.get(`${all.path}.webp`)).status).toBe(404);
    await all.there.fundraising.campaigns.save(aCampaign({ version: 3 }));
    expect((await all.here.get(`${all.path}.webp`)).status).toBe(200);
    await all.here.send({
      method: 'POST',
      path: `/api/campaigns/${campaignId()}/photos`,
      json: { version: 1, photos: [] },
      headers: asStaff(DANA),
    });
    for (const kind of ['webp', 'jpg']) expect((await all.here.get(`${all.path}.${kind}`)).status).toBe(404);
  });

  it('nothing else is found there: no other kind, no other campaign’s, not what was sent', async () => {
    const { here, path, there } = await shown();
    const ref = await sendPhoto(there, 'story', { n: 2, content: 'GIF' });
    expect(there.uploads.files.has(sentPhotoKey(ref))).toBe(true);
    const wrong = [
      path,
      `${path}.png`,
      `${path}.webp.jpg`.replace('.webp.jpg', '.exe'),
      `${path.replace(campaignId(), campaignId(9))}.webp`,
      `/photos/${campaignId()}/${ref.uploadId}.webp`,
      '/photos/x/y.webp',
    ];
    for (const one of wrong) expect([one, (await here.get(one)).status]).toEqual([one, 404]);
  });
});
