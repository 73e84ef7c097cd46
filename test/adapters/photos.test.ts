/** Photos of campaigns and what was said of files that are to come: one suite on the fake and on DynamoDB. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { SentPhoto } from '#contracts/resources/photo.ts';
import { PhotoId, UploadId } from '#contracts/values.ts';
import type { KeptPhotos, Photos } from '#domain/fundraising/ports.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { campaignId } from '#test/support/builders.ts';
import { breakAttempts, fundraisingOn, type TestEngine, testEngine } from '#test/support/dynoxide.ts';
import { fakeStaffHistory } from '#test/support/fake-history.ts';
import { fakePhotos } from '#test/support/fake-photos.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { STAFF } from '#test/support/fundraising.ts';

interface Ports {
  readonly photos: Photos;
  readonly history: Pick<StaffHistory, 'about'>;
}

const photoId = (n: number): PhotoId => PhotoId.parse(`pho_${String(n).padStart(16, '0')}`);
const aPhoto = (n: number) =>
  ({ photoId: photoId(n), width: 960, height: 640, alt: { en: `Photo ${n}`, es: `Foto ${n}` }, place: 'story' }) as const;
const kept = (version: number, photos: readonly number[] = [], gone: readonly number[] = []): KeptPhotos => ({
  campaignId: campaignId(),
  photos: photos.map(aPhoto),
  version,
  gone: gone.map(photoId),
});
const entry = (version: number, by = STAFF): StaffHistoryEntry => ({
  at: '2027-03-01T12:00:00.000Z',
  by,
  what: 'photo.changed',
  about: campaignId(),
  ref: `photos-${version}`,
  changes: [{ field: 'photos', before: [{ en: 'A' }], after: [{ en: 'B' }] }],
});
const aSent = (with_: Partial<SentPhoto> = {}): SentPhoto => ({
  uploadId: UploadId.parse(`upl_${'u'.repeat(16)}`),
  campaignId: campaignId(),
  alt: { en: 'A slide' },
  place: 'impact',
  by: STAFF,
  state: 'awaited',
  invitedAt: '2027-03-01T12:00:00.000Z',
  expiresAt: '2027-03-02T12:00:00.000Z',
  ...with_,
});

function suite(make: () => Promise<Ports>): void {
  it('of a campaign that never had any are none', async () => {
    const { photos } = await make();
    expect(await photos.of(campaignId())).toEqual(kept(0));
  });

  it('come back as they were saved, with the history of it', async () => {
    const { photos, history } = await make();
    expect(await photos.save(kept(1, [1, 2]), entry(1))).toBe('saved');
    expect(await photos.save(kept(2, [2], [1]), entry(2))).toBe('saved');
    expect(await photos.of(campaignId())).toEqual(kept(2, [2], [1]));
    expect(await photos.of(campaignId(2))).toMatchObject({ photos: [], version: 0 });
    expect(await history.about(campaignId())).toEqual([entry(1), entry(2)]);
  });

  it('are saved by one of two at the same version, and only that one is in the history', async () => {
    const { photos, history } = await make();
    await photos.save(kept(1, [1]), entry(1));
    expect(await photos.save(kept(2, [1, 2]), entry(2))).toBe('saved');
    expect(await photos.save(kept(2, [1, 3]), entry(2, 'other@riverbend.example'))).toBe('version-conflict');
    expect(await photos.save(kept(1, [3]), entry(1, 'other@riverbend.example'))).toBe('version-conflict');
    expect(await photos.of(campaignId())).toEqual(kept(2, [1, 2]));
    expect((await history.about(campaignId())).map(({ by }) => by)).toEqual([STAFF, STAFF]);
  });

  it('and what is said of a file that is to come is noted once', async () => {
    const { photos } = await make();
    expect(await photos.sent(aSent())).toBeUndefined();
    await photos.announce(aSent());
    await photos.announce(aSent({ alt: { en: 'Another' } }));
    expect(await photos.sent(aSent())).toEqual(aSent());
    expect(await photos.sent({ ...aSent(), campaignId: campaignId(2) })).toBeUndefined();
  });

  it('are one more with a file that is used then, and never again', async () => {
    const { photos, history } = await make();
    await photos.announce(aSent());
    const used = aSent({ state: 'used' });
    expect(await photos.add(kept(1, [1]), entry(1), used)).toBe('saved');
    expect(await photos.sent(aSent())).toEqual(used);
    expect(await photos.add(kept(2, [1, 2]), entry(2), used)).toBe('used');
    expect(await photos.of(campaignId())).toEqual(kept(1, [1]));
    expect(await history.about(campaignId())).toEqual([entry(1)]);
  });

  it('are not one more when they changed meanwhile, and the file is awaited as before', async () => {
    const { photos } = await make();
    await photos.announce(aSent());
    await photos.save(kept(1, [1]), entry(1));
    expect(await photos.add(kept(1, [2]), entry(1), aSent({ state: 'used' }))).toBe('version-conflict');
    expect(await photos.sent(aSent())).toEqual(aSent());
  });

  it('take no file that was never announced', async () => {
    const { photos } = await make();
    expect(await photos.add(kept(1, [1]), entry(1), aSent({ state: 'used' }))).toBe('used');
    expect(await photos.of(campaignId())).toEqual(kept(0));
  });

  it('know why a file can’t be used, unless it is used', async () => {
    const { photos } = await make();
    const unusable = aSent({ state: 'unusable', problem: 'photo.broken' });
    await photos.announce(aSent());
    await photos.refuse(unusable);
    expect(await photos.sent(aSent())).toEqual(unusable);
    expect(await photos.add(kept(1, [1]), entry(1), aSent({ state: 'used' }))).toBe('used');

    const other = { uploadId: UploadId.parse(`upl_${'v'.repeat(16)}`) };
    await photos.announce(aSent(other));
    await photos.add(kept(1, [1]), entry(1), aSent({ ...other, state: 'used' }));
    await photos.refuse({ ...unusable, ...other });
    expect(await photos.sent(aSent(other))).toMatchObject({ state: 'used' });
  });
}

describe('photos in memory', () => {
  suite(async () => {
    const history = fakeStaffHistory();
    return { photos: fakePhotos(history), history };
  });
});

describe('photos on DynamoDB', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await testEngine();
  });
  afterAll(() => engine.stop());
  const made = async (client = engine.connect()) => {
    const { photos, campaignHistory: history } = fundraisingOn(client, (await engine.createTables()).fundraising, fakeClock());
    return { photos, history };
  };
  suite(() => made());

  it('know their own save when its answer was lost', async () => {
    const client = engine.connect();
    const { photos } = await made(client);
    await photos.announce(aSent());
    breakAttempts(client, (command, attempt) => (command === 'TransactWriteItems' && attempt === 1 ? 'after' : undefined));
    expect(await photos.add(kept(1, [1]), entry(1), aSent({ state: 'used' }))).toBe('saved');
  });
});
