/** A logo's way from the file that was sent to the wall, and everything that keeps it from there. */
import { describe, expect, it } from 'vitest';
import { MAX_LOGO_BYTES } from '#contracts/resources/logo.ts';
import { type LogoId, type PledgeId, UploadId } from '#contracts/values.ts';
import { decideLogo, inviteLogo, logoKey, ownLogo, publicLogo, removeLogo, takeLogo } from '#domain/fundraising/logo.ts';
import { iso } from '#domain/time.ts';
import { campaignId } from '#test/support/builders.ts';
import { fakeStudio, fakeUploads } from '#test/support/fake-uploads.ts';
import { aPledgeRequest, fundraising, STAFF } from '#test/support/fundraising.ts';

const upload = (n: number) => UploadId.parse(`upl_${String(n).padStart(16, '0')}`);

async function scene(recognition: 'named' | 'anonymous' = 'named') {
  const all = await fundraising();
  const uploads = fakeUploads();
  const ports = { ...all.ports, uploads, logoStudio: fakeStudio };
  const made = await all.makePledge({ request: aPledgeRequest({ recognition }), key: { kind: 'form', value: 'k'.repeat(16) } });
  if (!made.ok) throw new Error(made.error.code);
  const ref = { campaignId: campaignId(), pledgeId: made.value.pledgeId };
  const pledge = async () => {
    const found = await ports.ledger.pledge(ref.campaignId, ref.pledgeId);
    if (!found) throw new Error('the pledge is gone');
    return found;
  };
  /** A file arrives, `n` milliseconds after the scene began. */
  const send = async (content: string, n = 1, sizeBytes = content.length) => {
    uploads.files.set(`incoming/${ref.campaignId}/${ref.pledgeId}/${upload(n)}`, Buffer.from(content));
    return takeLogo(ports)({ ...ref, uploadId: upload(n), uploadedAt: iso(all.clock.now() + n), sizeBytes });
  };
  const shownOnWall = async () => (await ports.ledger.wall(campaignId(), 10)).map(({ logo }) => logo?.logoId);
  const move = { ...ref, by: STAFF };
  return { all, ports, uploads, ref, move, pledge, send, shownOnWall };
}

const logoIdOf = async ({ pledge }: Awaited<ReturnType<typeof scene>>) => {
  const { logo } = await pledge();
  if (!logo || logo.state === 'unusable') throw new Error('there is no picture');
  return logo.logoId;
};

describe('a sponsor who wants to send a logo', () => {
  it('is invited to put one file under a name of its own, and comes back to where they were', async () => {
    const { ports, uploads, ref } = await scene();
    const invited = await inviteLogo(ports)(ref, (uploadId) => `https://site.example/back?${uploadId}`);
    if (!invited.ok) throw new Error(invited.error.code);
    const { uploadId } = invited.value;
    expect(invited.value.maxBytes).toBe(MAX_LOGO_BYTES);
    expect(uploads.invited).toEqual([
      {
        key: `incoming/${ref.campaignId}/${ref.pledgeId}/${uploadId}`,
        maxBytes: 100 * 1024 * 1024,
        redirectTo: `https://site.example/back?${uploadId}`,
      },
    ]);
  });

  it.each(['declined', 'cancelled'] as const)('is not invited once the pledge is %s', async (state) => {
    const { all, ports, ref, move, uploads } = await scene();
    await (state === 'declined' ? all.declinePledge(move) : all.cancelPledge(move));
    expect(await inviteLogo(ports)(ref, String)).toEqual({ ok: false, error: { code: 'pledge.not-allowed-now' } });
    expect(uploads.invited).toEqual([]);
  });

  it('with a link to a pledge that is gone has an invalid link', async () => {
    const { ports, ref } = await scene();
    const gone = { ...ref, pledgeId: `plg_${'z'.repeat(16)}` as PledgeId };
    expect(await inviteLogo(ports)(gone, String)).toEqual({ ok: false, error: { code: 'link.invalid' } });
  });
});

describe('a file that arrived', () => {
  it('is drawn anew, and the drawing waits for staff; nobody else sees it', async () => {
    const here = await scene();
    await here.send('LOGO one');
    const logoId = await logoIdOf(here);
    expect((await here.pledge()).logo).toMatchObject({ state: 'to-check', uploadId: upload(1), width: 480, height: 120 });
    expect([...here.uploads.files.keys()]).toEqual(
      expect.arrayContaining([logoKey(here.ref.pledgeId, logoId, 'webp'), logoKey(here.ref.pledgeId, logoId, 'png')]),
    );
    await here.all.acceptPledge(here.move);
    expect(await here.shownOnWall()).toEqual([undefined]);
    expect(await publicLogo(here.ports)({ ...here.ref, logoId })).toBeUndefined();
    expect(await ownLogo(here.ports)(here.ref)).toBeDefined();
  });

  it('takes the place of the one before, whose files are deleted; the same picture once more keeps its own', async () => {
    const here = await scene();
    await here.send('LOGO one');
    const first = await logoIdOf(here);
    const logos = () => [...here.uploads.files.keys()].filter((key) => key.startsWith('logos/')).toSorted();
    const filesOf = (logoId: LogoId) => (['png', 'webp'] as const).map((kind) => logoKey(here.ref.pledgeId, logoId, kind));
    here.all.clock.advance(1_000);
    await here.send('LOGO one', 2);
    expect(logos()).toEqual(filesOf(first));
    here.all.clock.advance(1_000);
    await here.send('LOGO two', 3);
    const second = await logoIdOf(here);
    expect(second).not.toBe(first);
    expect(logos()).toEqual(filesOf(second));
    // and one that is taken back
    await removeLogo(here.ports)(here.ref);
    expect(logos()).toEqual([]);
  });

  it('that can’t be used says why, and no picture is kept', async () => {
    const here = await scene();
    await here.send('<svg/>');
    expect((await here.pledge()).logo).toMatchObject({ state: 'unusable', problem: 'logo.unknown-kind' });
    expect(await ownLogo(here.ports)(here.ref)).toBeUndefined();
    expect([...here.uploads.files.keys()].filter((key) => key.startsWith('logos/'))).toEqual([]);
  });

  it.each([
    [MAX_LOGO_BYTES, 'to-check'],
    [MAX_LOGO_BYTES + 1, 'unusable'],
  ])('of %d bytes is %s, and one that is too large is not even read', async (sizeBytes, state) => {
    const here = await scene();
    let reads = 0;
    const uploads = {
      ...here.uploads,
      read: (key: string) => {
        reads += 1;
        return here.uploads.read(key);
      },
    };
    here.uploads.files.set(`incoming/${here.ref.campaignId}/${here.ref.pledgeId}/${upload(1)}`, Buffer.from('LOGO'));
    const file = { ...here.ref, uploadId: upload(1), uploadedAt: iso(here.all.clock.now()), sizeBytes };
    await takeLogo({ ...here.ports, uploads })(file);
    expect((await here.pledge()).logo?.state).toBe(state);
    expect(reads).toBe(state === 'unusable' ? 0 : 1);
  });

  it('told of twice changes nothing the second time', async () => {
    const here = await scene();
    await here.send('LOGO one');
    const { version } = await here.pledge();
    await decideLogo(here.ports)({ ...here.move, logoId: await logoIdOf(here), decision: 'accept' });
    await here.send('LOGO one');
    expect(await here.pledge()).toMatchObject({ version: version + 1, logo: { state: 'accepted' } });
  });

  it('told of late does not replace the one that was sent after it', async () => {
    const here = await scene();
    await here.send('LOGO two', 2);
    await here.send('LOGO one', 1);
    expect((await here.pledge()).logo?.uploadId).toBe(upload(2));
  });

  it('that is gone before anyone looked is an error, not a missing logo', async () => {
    const { ports, ref, all } = await scene();
    const file = { ...ref, uploadId: upload(1), uploadedAt: iso(all.clock.now()), sizeBytes: 4 };
    await expect(takeLogo(ports)(file)).rejects.toThrow(/is gone/);
  });

  it('for a pledge that was declined meanwhile is left alone', async () => {
    const here = await scene();
    await here.all.declinePledge(here.move);
    expect(await here.send('LOGO one')).toEqual({ ok: false, error: { code: 'pledge.not-allowed-now' } });
    expect((await here.pledge()).logo).toBeUndefined();
  });
});

describe('a logo', () => {
  async function accepted(recognition: 'named' | 'anonymous' = 'named') {
    const here = await scene(recognition);
    await here.send('LOGO one');
    const logoId = await logoIdOf(here);
    await decideLogo(here.ports)({ ...here.move, logoId, decision: 'accept' });
    return { ...here, logoId };
  }

  it('is seen once both the pledge and the picture are accepted', async () => {
    const here = await accepted();
    expect(await publicLogo(here.ports)({ ...here.ref, logoId: here.logoId })).toBeUndefined();
    await here.all.acceptPledge(here.move);
    expect(await here.shownOnWall()).toEqual([here.logoId]);
    expect(Buffer.from((await publicLogo(here.ports)({ ...here.ref, logoId: here.logoId })) ?? []).toString()).toBe('LOGO one');
  });

  it('of an anonymous sponsor is not seen', async () => {
    const here = await accepted('anonymous');
    await here.all.acceptPledge(here.move);
    expect(await here.shownOnWall()).toEqual([]);
    expect(await publicLogo(here.ports)({ ...here.ref, logoId: here.logoId })).toBeUndefined();
  });

  it('is no longer seen when it was replaced, removed, declined after all, or the pledge was written off', async () => {
    const ways: readonly ((here: Awaited<ReturnType<typeof accepted>>) => Promise<unknown>)[] = [
      (here) => here.send('LOGO two', 2),
      (here) => removeLogo(here.ports)(here.ref),
      (here) => decideLogo(here.ports)({ ...here.move, logoId: here.logoId, decision: 'decline', reason: 'too faint' }),
      (here) => here.all.writeOffPledge({ ...here.move, reason: 'closed down' }),
    ];
    for (const way of ways) {
      const here = await accepted();
      await here.all.acceptPledge(here.move);
      await way(here);
      expect((await here.shownOnWall()).filter(Boolean)).toEqual([]);
      expect(await publicLogo(here.ports)({ ...here.ref, logoId: here.logoId })).toBeUndefined();
    }
  });

  it('is decided about by what was looked at: a decision about an earlier picture is refused', async () => {
    const here = await scene();
    await here.send('LOGO one');
    const looked = await logoIdOf(here);
    await here.send('LOGO two', 2);
    const decision = { ...here.move, logoId: looked, decision: 'accept' } as const;
    expect(await decideLogo(here.ports)(decision)).toEqual({ ok: false, error: { code: 'pledge.not-allowed-now' } });
    expect((await here.pledge()).logo?.state).toBe('to-check');
  });

  it('that is declined keeps the reason, in the history too, and saying so again changes nothing', async () => {
    const here = await accepted();
    const decline = { ...here.move, logoId: here.logoId, decision: 'decline', reason: 'too faint' } as const;
    await decideLogo(here.ports)(decline);
    const { version, logo } = await here.pledge();
    expect(logo).toMatchObject({ state: 'declined', reason: 'too faint' });
    await decideLogo(here.ports)(decline);
    expect((await here.pledge()).version).toBe(version);
    const last = (await here.ports.ledger.history(campaignId())).at(-1);
    expect(last).toMatchObject({ what: 'logo-changed', ref: 'declined', reason: 'too faint', by: STAFF });
  });

  it('that is not there can be removed without a change', async () => {
    const here = await scene();
    expect(await removeLogo(here.ports)(here.ref)).toMatchObject({ ok: true });
    expect((await here.pledge()).version).toBe(1);
  });
});
