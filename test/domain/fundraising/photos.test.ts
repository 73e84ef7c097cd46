/** Photos of a campaign: from what staff say of one to everyone’s eyes, and to its end; whatever comes twice, late, or at the same time as others. */
import { describe, expect, it } from 'vitest';
import { MAX_PHOTO_BYTES, MAX_PHOTOS, type PhotosToSave } from '#contracts/resources/photo.ts';
import type { CampaignId, PhotoId, UploadId } from '#contracts/values.ts';
import { deskPhoto, invitePhoto, publicPhoto, savePhotos, sentPhoto, sentPhotoKey, takePhoto } from '#domain/fundraising/photos.ts';
import type { Photos } from '#domain/fundraising/ports.ts';
import { DAY } from '#domain/time.ts';
import { campaignId, schoolId } from '#test/support/builders.ts';
import { type FundraisingSabotage, fakeFundraising } from '#test/support/fake-fundraising.ts';
import { fakePhotoStudio, fakeUploads } from '#test/support/fake-uploads.ts';
import { fakeClock, fakeIds } from '#test/support/fakes.ts';
import { aCampaign, STAFF } from '#test/support/fundraising.ts';

async function scene(without: FundraisingSabotage = {}) {
  const fake = fakeFundraising(without);
  const campaign = aCampaign({ schoolId: schoolId(1) });
  await fake.campaigns.save(campaign);
  const uploads = fakeUploads();
  const clock = fakeClock();
  const ports = { ...fake, uploads, clock, ids: fakeIds(), photoStudio: fakePhotoStudio };
  const invite = (key: string, alt = key, place: 'story' | 'impact' = 'story') =>
    invitePhoto(ports)(
      { campaignId: campaignId(), request: { alt: { en: alt }, place, permission: true }, by: STAFF, key },
      (id) => `/back/${id}`,
    );
  const arrives = (uploadId: UploadId, content: string, sizeBytes = content.length) => {
    const ref = { campaignId: campaignId(), uploadId };
    uploads.files.set(sentPhotoKey(ref), Buffer.from(content));
    return takePhoto(ports)({ ...ref, sizeBytes });
  };
  const send = async (key: string, content = `PHOTO of ${key}`) => {
    const invited = await invite(key);
    if (!invited.ok) throw new Error(invited.error.code);
    return { uploadId: invited.value.uploadId, outcome: await arrives(invited.value.uploadId, content) };
  };
  const kept = () => ports.photos.of(campaignId());
  const wanted = async (change: (photos: PhotosToSave['photos']) => PhotosToSave['photos']): Promise<PhotosToSave> => {
    const { photos, version } = await kept();
    return { version, photos: change(photos.map(({ photoId, alt, place }) => ({ photoId, alt, place }))) };
  };
  const save = (to: PhotosToSave) => savePhotos(ports)({ campaign, wanted: to, by: STAFF });
  const history = () => fake.campaignHistory.about(campaignId());
  return { ports, uploads, clock, campaign, invite, arrives, send, kept, wanted, save, history };
}

const shownBy = ({ ports }: Awaited<ReturnType<typeof scene>>, photoId: PhotoId) =>
  publicPhoto(ports)({ campaignId: campaignId(), photoId }, 'webp');

describe('an invitation to send a photo', () => {
  it('says nothing of the photo in the address under which the file is kept, nor in the one that is led back to', async () => {
    const here = await scene();
    await here.invite('key-1', 'The slide behind the gym');
    const [invited] = here.uploads.invited;
    expect(invited?.key).toMatch(/^incoming-photos\/cmp_\w{26}\/upl_[\w-]{16}$/);
    expect(JSON.stringify(invited)).not.toContain('slide');
    expect(invited?.maxBytes).toBeGreaterThan(MAX_PHOTO_BYTES);
  });

  it('that is asked for again is the same one, and with other words it is refused', async () => {
    const here = await scene();
    const first = await here.invite('key-1', 'A slide');
    expect(await here.invite('key-1', 'A slide')).toEqual(first);
    expect(await here.invite('key-1', 'A swing')).toEqual({ ok: false, error: { code: 'request-key.reused' } });
    expect(await here.invite('key-1', 'A slide', 'impact')).toEqual({ ok: false, error: { code: 'request-key.reused' } });
  });

  it('is not given while the campaign has all it can have', async () => {
    const here = await scene();
    for (let n = 0; n < MAX_PHOTOS; n += 1) await here.send(`key-${n}`);
    expect(await here.invite('one-more')).toEqual({ ok: false, error: { code: 'photo.too-many' } });
  });

  it('is of use for a day', async () => {
    const here = await scene();
    const invited = await here.invite('key-1');
    if (!invited.ok) throw new Error(invited.error.code);
    const ref = { campaignId: campaignId(), uploadId: invited.value.uploadId };
    here.clock.advance(DAY - 1);
    expect(await sentPhoto(here.ports)(ref)).toMatchObject({ state: 'awaited' });
    here.clock.advance(1);
    expect(await sentPhoto(here.ports)(ref)).toBeUndefined();
    expect(await here.arrives(ref.uploadId, 'PHOTO')).toEqual({ ok: true, value: 'left' });
    expect((await here.kept()).photos).toEqual([]);
  });
});

describe('a file that arrives', () => {
  it('becomes a photo with the words that were said of it, and the history knows who sent it', async () => {
    const here = await scene();
    expect((await here.send('A slide')).outcome).toEqual({ ok: true, value: 'added' });
    const { photos, version } = await here.kept();
    expect(photos).toEqual([{ photoId: photos[0]?.photoId, width: 960, height: 640, alt: { en: 'A slide' }, place: 'story' }]);
    expect(version).toBe(1);
    expect(await here.history()).toMatchObject([{ what: 'photo.added', by: STAFF, about: campaignId(), schoolId: schoolId(1) }]);
  });

  it('is shown to everyone in both kinds, and to nobody as it was sent', async () => {
    const here = await scene();
    await here.send('A slide', 'PHOTO with its place');
    const photoId = (await here.kept()).photos[0]?.photoId as PhotoId;
    for (const kind of ['webp', 'jpg'] as const)
      expect(await publicPhoto(here.ports)({ campaignId: campaignId(), photoId }, kind)).toBeDefined();
    expect(await publicPhoto(here.ports)({ campaignId: campaignId(9) as CampaignId, photoId }, 'webp')).toBeUndefined();
    expect([...here.uploads.files.keys()].filter((key) => key.startsWith('photos/'))).toHaveLength(2);
  });

  it('is told of twice and becomes one photo, even when it was removed in between', async () => {
    const here = await scene();
    const { uploadId } = await here.send('A slide');
    expect(await here.arrives(uploadId, 'PHOTO of A slide')).toEqual({ ok: true, value: 'left' });
    expect((await here.kept()).photos).toHaveLength(1);
    await here.save(await here.wanted(() => []));
    expect(await here.arrives(uploadId, 'PHOTO of A slide')).toEqual({ ok: true, value: 'left' });
    expect((await here.kept()).photos).toEqual([]);
  });

  it('is looked at by two at once and becomes one photo; without the guard it would be two', async () => {
    for (const [sabotage, expected] of [
      [{}, 1],
      [{ photoOnce: true }, 2],
    ] as const) {
      const here = await scene(sabotage);
      const invited = await here.invite('A slide');
      if (!invited.ok) throw new Error(invited.error.code);
      const { uploadId } = invited.value;
      // the second arrives while the first is being drawn: both have read that the file is awaited
      const slow = {
        ...here.ports,
        photoStudio: {
          draw: async (bytes: Uint8Array) => {
            await here.arrives(uploadId, 'PHOTO two');
            return fakePhotoStudio.draw(bytes);
          },
        },
      };
      here.uploads.files.set(sentPhotoKey({ campaignId: campaignId(), uploadId }), Buffer.from('PHOTO one'));
      await takePhoto(slow)({ campaignId: campaignId(), uploadId, sizeBytes: 9 });
      expect((await here.kept()).photos).toHaveLength(expected);
    }
  });

  it('of which two come at the same moment are both there; without the guard of the version one would be lost', async () => {
    for (const [sabotage, expected] of [
      [{}, 2],
      [{ photosVersion: true }, 1],
    ] as const) {
      const here = await scene(sabotage);
      let between: (() => Promise<unknown>) | undefined = () => here.send('second');
      const photos: Photos = {
        ...here.ports.photos,
        of: async (id) => {
          const found = await here.ports.photos.of(id);
          const run = between;
          between = undefined;
          await run?.();
          return found;
        },
      };
      const invited = await here.invite('first');
      if (!invited.ok) throw new Error(invited.error.code);
      const ref = { campaignId: campaignId(), uploadId: invited.value.uploadId };
      here.uploads.files.set(sentPhotoKey(ref), Buffer.from('PHOTO first'));
      await takePhoto({ ...here.ports, photos })({ ...ref, sizeBytes: 11 });
      expect((await here.kept()).photos).toHaveLength(expected);
    }
  });

  it('that can’t be used says why, is no photo, and does not come back', async () => {
    const here = await scene();
    const { uploadId, outcome } = await here.send('A slide', '<svg/>');
    expect(outcome).toEqual({ ok: false, error: { code: 'photo.unknown-kind' } });
    expect(await sentPhoto(here.ports)({ campaignId: campaignId(), uploadId })).toMatchObject({
      state: 'unusable',
      problem: 'photo.unknown-kind',
    });
    expect(await here.arrives(uploadId, 'PHOTO')).toEqual({ ok: true, value: 'left' });
    expect((await here.kept()).photos).toEqual([]);
  });

  it('that is too large is not even read', async () => {
    const here = await scene();
    const invited = await here.invite('A slide');
    if (!invited.ok) throw new Error(invited.error.code);
    const ports = { ...here.ports, uploads: { ...here.uploads, read: () => Promise.reject(new Error('read')) } };
    const file = { campaignId: campaignId(), uploadId: invited.value.uploadId };
    expect(await takePhoto(ports)({ ...file, sizeBytes: MAX_PHOTO_BYTES + 1 })).toEqual({ ok: false, error: { code: 'photo.too-large' } });
    expect(await takePhoto(here.ports)({ ...file, sizeBytes: 1 })).toEqual({ ok: true, value: 'left' });
  });

  it('of which nobody said anything, or for no campaign, changes nothing', async () => {
    const here = await scene();
    const upload = `upl_${'x'.repeat(16)}` as UploadId;
    expect(await here.arrives(upload, 'PHOTO')).toEqual({ ok: true, value: 'left' });
    expect((await here.kept()).photos).toEqual([]);
  });

  it('that comes when eight others came meanwhile is refused', async () => {
    const here = await scene();
    const late = await here.invite('late');
    if (!late.ok) throw new Error(late.error.code);
    for (let n = 0; n < MAX_PHOTOS; n += 1) await here.send(`key-${n}`);
    expect(await here.arrives(late.value.uploadId, 'PHOTO')).toEqual({ ok: false, error: { code: 'photo.too-many' } });
    expect((await here.kept()).photos).toHaveLength(MAX_PHOTOS);
  });

  it('that is gone before anyone looked at it is an error, which comes again', async () => {
    const here = await scene();
    const invited = await here.invite('A slide');
    if (!invited.ok) throw new Error(invited.error.code);
    const file = { campaignId: campaignId(), uploadId: invited.value.uploadId, sizeBytes: 5 };
    await expect(takePhoto(here.ports)(file)).rejects.toThrow('gone');
  });
});

describe('photos of a draft', () => {
  it('are seen by staff, and not by everyone', async () => {
    const here = await scene();
    await here.send('A slide');
    await here.ports.campaigns.save({ ...here.campaign, status: 'draft', version: 2 });
    const photoId = (await here.kept()).photos[0]?.photoId as PhotoId;
    expect(await shownBy(here, photoId)).toBeUndefined();
    expect(await deskPhoto(here.ports)({ campaignId: campaignId(), photoId }, 'webp')).toBeDefined();
  });
});

describe('saving photos', () => {
  async function three() {
    const here = await scene();
    for (const name of ['one', 'two', 'three']) await here.send(name);
    return here;
  }
  const names = async (here: Awaited<ReturnType<typeof scene>>) => (await here.kept()).photos.map(({ alt }) => alt.en);

  it('puts them in another order, says other words of them, and elsewhere', async () => {
    const here = await three();
    const to = await here.wanted((photos) =>
      photos.toReversed().map((one, at) => (at === 0 ? { ...one, alt: { en: 'third', es: 'tercera' }, place: 'impact' } : one)),
    );
    expect(await here.save(to)).toMatchObject({ ok: true, value: { version: 4 } });
    expect(await names(here)).toEqual(['third', 'two', 'one']);
    expect((await here.kept()).photos[0]).toMatchObject({ width: 960, place: 'impact' });
    expect((await here.history()).at(-1)).toMatchObject({ what: 'photo.changed', by: STAFF, ref: 'photos-4' });
  });

  it('again the same changes nothing, whatever version it names', async () => {
    const here = await three();
    const to = await here.wanted((photos) => photos.toReversed());
    await here.save(to);
    expect(await here.save(to)).toMatchObject({ ok: true, value: { version: 4 } });
    expect(await here.history()).toHaveLength(4);
  });

  it('from what is no longer there is refused', async () => {
    const here = await three();
    const to = await here.wanted((photos) => photos.toReversed());
    await here.send('four');
    expect(await here.save(to)).toEqual({ ok: false, error: { code: 'version.conflict' } });
    expect(await names(here)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('at the same time as somebody else is refused', async () => {
    const here = await three();
    const to = await here.wanted((photos) => photos.toReversed());
    const photos: Photos = { ...here.ports.photos, save: async () => 'version-conflict' };
    const saved = await savePhotos({ ...here.ports, photos })({ campaign: here.campaign, wanted: to, by: STAFF });
    expect(saved).toEqual({ ok: false, error: { code: 'version.conflict' } });
    expect([...here.uploads.files.keys()].filter((key) => key.startsWith('photos/'))).toHaveLength(6);
  });

  it('of a photo that is not there, or twice, is refused', async () => {
    const here = await three();
    const stranger = `pho_${'x'.repeat(16)}` as PhotoId;
    const to = await here.wanted((photos) => photos.map((one, at) => (at === 1 ? { ...one, photoId: stranger } : one)));
    expect(await here.save(to)).toMatchObject({
      error: { code: 'request.invalid', fields: [{ pointer: '/photos/1/photoId', code: 'photo.unknown' }] },
    });
    const twice = await here.wanted((photos) => [...photos, ...photos.slice(0, 1)]);
    expect(await here.save(twice)).toMatchObject({ error: { fields: [{ pointer: '/photos/3/photoId', code: 'value.repeated' }] } });
  });

  it('without one removes it: from everyone’s eyes, and its files', async () => {
    const here = await three();
    const gone = (await here.kept()).photos[1]?.photoId as PhotoId;
    await here.save(await here.wanted((photos) => photos.filter(({ photoId }) => photoId !== gone)));
    expect(await names(here)).toEqual(['one', 'three']);
    expect(await shownBy(here, gone)).toBeUndefined();
    expect([...here.uploads.files.keys()].filter((key) => key.includes(gone))).toEqual([]);
    expect((await here.history()).at(-1)).toMatchObject({ what: 'photo.removed' });
  });

  it('that was cut off before the files were deleted deletes them when it is done again', async () => {
    const here = await three();
    const gone = (await here.kept()).photos[0]?.photoId as PhotoId;
    const to = await here.wanted((photos) => photos.slice(1));
    const cut = { ...here.uploads, remove: () => Promise.reject(new Error('cut off')) };
    await expect(savePhotos({ ...here.ports, uploads: cut })({ campaign: here.campaign, wanted: to, by: STAFF })).rejects.toThrow(
      'cut off',
    );
    const left = () => [...here.uploads.files.keys()].filter((key) => key.includes(gone));
    expect(left()).toHaveLength(2);
    expect(await shownBy(here, gone)).toBeUndefined();
    await here.save(to);
    expect(left()).toEqual([]);
  });

  it('that was cut off so is made good with the next change, too', async () => {
    const here = await three();
    const gone = (await here.kept()).photos[0]?.photoId as PhotoId;
    const cut = { ...here.uploads, remove: () => Promise.reject(new Error('cut off')) };
    const to = await here.wanted((photos) => photos.slice(1));
    await expect(savePhotos({ ...here.ports, uploads: cut })({ campaign: here.campaign, wanted: to, by: STAFF })).rejects.toThrow(
      'cut off',
    );
    await here.save(await here.wanted((photos) => photos.toReversed()));
    expect([...here.uploads.files.keys()].filter((key) => key.includes(gone))).toEqual([]);
  });
});
