/**
 * A sponsor's logo: the sponsor is invited to send a file past us, what arrives is drawn anew, and it is seen once staff said yes. The file that was
 * sent is never shown to anyone.
 */
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import { type LogoProblem, MAX_LOGO_BYTES, type PledgeLogo, type UploadInvitation } from '#contracts/resources/logo.ts';
import type { CampaignId, Instant, LogoId, PledgeId, UploadId } from '#contracts/values.ts';
import type { Clock, Ids } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { millis } from '../time.ts';
import { MOST_SENT_BYTES, type Uploads } from '../uploads.ts';
import type { BrowsePorts } from './browse.ts';
import type { Conflict } from './changing.ts';
import { type Move, type MovePorts, movePledge, type NotFound, type NotNow, notNow } from './move-pledge.ts';
import { type MyPledgeError, mineAfter } from './my-pledge.ts';
import { correctable, withLogo } from './pledge-states.ts';
import type { Ledger, Pledge, PledgeRef } from './ports.ts';

/** A logo drawn anew, as pages show it and as papers do. */
export interface DrawnLogo {
  readonly logoId: LogoId;
  readonly width: number;
  readonly height: number;
  readonly webp: Uint8Array;
  readonly png: Uint8Array;
}
/** Draws what somebody sent anew, or tells why it can't be used. */
export interface LogoStudio {
  draw(bytes: Uint8Array): Promise<Result<DrawnLogo, { readonly code: LogoProblem }>>;
}

export interface SentFile extends PledgeRef {
  readonly uploadId: UploadId;
}

/** What arrives is kept for a day under here, and is nobody's to see. */
const INCOMING = 'incoming/';
export const incomingKey = ({ campaignId, pledgeId, uploadId }: SentFile): string => `${INCOMING}${campaignId}/${pledgeId}/${uploadId}`;
export const logoKey = (pledgeId: PledgeId, logoId: LogoId, kind: 'webp' | 'png'): string => `logos/${pledgeId}/${logoId}.${kind}`;

export interface InviteLogoPorts {
  readonly ledger: Ledger;
  readonly uploads: Uploads;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** `backTo`: the page that one is sent to after the file arrived. */
export const inviteLogo =
  ({ ledger, uploads, ids, clock }: InviteLogoPorts) =>
  async (ref: PledgeRef, backTo: (uploadId: UploadId) => string): Promise<Result<UploadInvitation, MyPledgeError | NotNow>> => {
    const pledge = await ledger.pledge(ref.campaignId, ref.pledgeId);
    if (!pledge) return refused({ code: 'link.invalid' });
    if (correctable(pledge) === 'nothing') return notNow;
    const uploadId = ids.uploadId(ids.submissionId('upload', pledge.pledgeId, String(clock.now())));
    const invitation = await uploads.invite(incomingKey({ ...ref, uploadId }), { maxBytes: MOST_SENT_BYTES, redirectTo: backTo(uploadId) });
    return ok({ uploadId, maxBytes: MAX_LOGO_BYTES, url: invitation.url, fields: { ...invitation.fields } });
  };

export type TakeLogoPorts = MovePorts & { readonly uploads: Uploads; readonly logoStudio: LogoStudio };

/** A file arrived. Whatever comes twice or late changes nothing. */
export const takeLogo =
  (ports: TakeLogoPorts) =>
  async (
    file: SentFile & { readonly uploadedAt: Instant; readonly sizeBytes: number },
  ): Promise<Result<Pledge, NotFound | NotNow | Conflict>> => {
    const { uploadId, uploadedAt } = file;
    const drawn = file.sizeBytes > MAX_LOGO_BYTES ? refused({ code: 'logo.too-large' as const }) : await drawnFrom(ports, file);
    if (drawn.ok) await keep(ports.uploads, file.pledgeId, drawn.value);
    return movingLogo(ports, { campaignId: file.campaignId, pledgeId: file.pledgeId, by: 'sponsor' }, (pledge) => {
      if (correctable(pledge) === 'nothing') return notNow;
      const { logo } = pledge;
      if (logo && (logo.uploadId === uploadId || millis(logo.uploadedAt) >= millis(uploadedAt))) return ok({ done: pledge });
      const sent = { uploadId, uploadedAt };
      if (!drawn.ok) return changed(pledge, { ...sent, state: 'unusable', problem: drawn.error.code });
      const { logoId, width, height } = drawn.value;
      return changed(pledge, { ...sent, state: 'to-check', logoId, width, height });
    });
  };

async function drawnFrom({ uploads, logoStudio }: TakeLogoPorts, file: SentFile): ReturnType<LogoStudio['draw']> {
  const bytes = await uploads.read(incomingKey(file));
  if (!bytes) throw new Error(`the file of ${file.uploadId} is gone before anyone looked at it`);
  return logoStudio.draw(bytes);
}

async function keep(uploads: Uploads, pledgeId: PledgeId, { logoId, webp, png }: DrawnLogo): Promise<void> {
  await Promise.all([
    uploads.write(logoKey(pledgeId, logoId, 'webp'), webp, 'image/webp'),
    uploads.write(logoKey(pledgeId, logoId, 'png'), png, 'image/png'),
  ]);
}

/** What is replaced or taken back is deleted, once the pledge no longer names it. */
async function movingLogo(
  ports: MovePorts & { readonly uploads: Pick<Uploads, 'remove'> },
  move: Move,
  decide: Parameters<typeof movePledge<NotNow>>[2],
): Promise<Result<Pledge, NotFound | NotNow | Conflict>> {
  let before: PledgeLogo | undefined;
  const moved = await movePledge<NotNow>(ports, move, (pledge, campaign) => {
    before = pledge.logo;
    return decide(pledge, campaign);
  });
  if (moved.ok) await discardLogo(ports.uploads, moved.value.pledgeId, before, moved.value.logo);
  return moved;
}

/** Deletes the files of a drawing, unless it is the one that is `still` there. Repeatable. */
export async function discardLogo(
  uploads: Pick<Uploads, 'remove'>,
  pledgeId: PledgeId,
  logo: PledgeLogo | undefined,
  still?: PledgeLogo,
): Promise<void> {
  if (!logo || logo.state === 'unusable') return;
  if (still && still.state !== 'unusable' && still.logoId === logo.logoId) return;
  await Promise.all((['webp', 'png'] as const).map((kind) => uploads.remove(logoKey(pledgeId, logo.logoId, kind))));
}

const changed = (pledge: Pledge, logo: PledgeLogo | undefined) =>
  ok({ after: withLogo(pledge, logo), what: 'logo-changed' as const, ref: logo?.state ?? 'removed' });

/** By its sponsor. */
export const removeLogo =
  (ports: BrowsePorts & MovePorts & { readonly uploads: Pick<Uploads, 'remove'> }) =>
  async (ref: PledgeRef): Promise<Result<MyPledge, MyPledgeError | NotNow | Conflict>> =>
    mineAfter(
      ports,
      ref,
      await movingLogo(ports, { ...ref, by: 'sponsor' }, (pledge) => {
        if (!pledge.logo) return ok({ done: pledge });
        return correctable(pledge) === 'nothing' ? notNow : changed(pledge, undefined);
      }),
    );

export interface DecideLogo extends Move {
  /** The very picture that was looked at: another may have come since. */
  readonly logoId: LogoId;
  readonly decision: 'accept' | 'decline';
  readonly reason?: string;
}

export const decideLogo =
  (ports: MovePorts) =>
  ({ logoId, decision, reason, ...move }: DecideLogo): Promise<Result<Pledge, NotFound | NotNow | Conflict>> =>
    movePledge<NotNow>(ports, move, (pledge) => {
      const { logo } = pledge;
      if (!logo || logo.state === 'unusable' || logo.logoId !== logoId || correctable(pledge) === 'nothing') return notNow;
      const { uploadId, uploadedAt, width, height } = logo;
      const picture = { uploadId, uploadedAt, logoId, width, height };
      if (decision === 'accept')
        return logo.state === 'accepted' ? ok({ done: pledge }) : changed(pledge, { ...picture, state: 'accepted' });
      if (logo.state === 'declined') return ok({ done: pledge });
      const declined = changed(pledge, { ...picture, state: 'declined', ...(reason !== undefined && { reason }) });
      return ok({ ...declined.value, ...(reason !== undefined && { reason }) });
    });

/** Whether everyone may see this picture: of a named sponsor that counts, accepted by staff. */
export function isPublicLogo(pledge: Pledge, logoId: LogoId): boolean {
  const { logo, recognition, state } = pledge;
  const counts = state === 'accepted' || state === 'invoiced' || state === 'part-paid' || state === 'fulfilled';
  return counts && recognition === 'named' && logo?.state === 'accepted' && logo.logoId === logoId;
}

/** The picture of one logo, for everyone. Undefined: there is none that everyone may see. */
export const publicLogo =
  ({ ledger, uploads }: { readonly ledger: Ledger; readonly uploads: Uploads }) =>
  async (of: {
    readonly campaignId: CampaignId;
    readonly pledgeId: PledgeId;
    readonly logoId: LogoId;
  }): Promise<Uint8Array | undefined> => {
    const pledge = await ledger.pledge(of.campaignId, of.pledgeId);
    return pledge && isPublicLogo(pledge, of.logoId) ? uploads.read(logoKey(of.pledgeId, of.logoId, 'webp')) : undefined;
  };

/** A sponsor's own logo, whatever staff made of it. */
export const ownLogo =
  ({ ledger, uploads }: { readonly ledger: Ledger; readonly uploads: Uploads }) =>
  async ({ campaignId, pledgeId }: PledgeRef): Promise<Uint8Array | undefined> => {
    const logo = (await ledger.pledge(campaignId, pledgeId))?.logo;
    return logo && logo.state !== 'unusable' ? uploads.read(logoKey(pledgeId, logo.logoId, 'webp')) : undefined;
  };
