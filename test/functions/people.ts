/** People and what they send, for the tests of functions: Ana's sign-up as a form and as JSON. */

import { PledgeMade } from '#contracts/resources/campaign-view.ts';
import type { PledgeLogo } from '#contracts/resources/logo.ts';
import type { PhotoPlace } from '#contracts/resources/photo.ts';
import type { PledgeRequest } from '#contracts/resources/pledge.ts';
import type { SignUpRequest } from '#contracts/resources/sign-up.ts';
import { Submission } from '#contracts/resources/sign-up.ts';
import { type LogoId, type ManageToken, type PledgeId, type SignUpId, UploadId } from '#contracts/values.ts';
import { acceptPledge } from '#domain/fundraising/decide-pledge.ts';
import { decideLogo, incomingKey, takeLogo } from '#domain/fundraising/logo.ts';
import { invitePhoto, type SentPhotoRef, sentPhotoKey, takePhoto } from '#domain/fundraising/photos.ts';
import { iso } from '#domain/time.ts';
import { aSignUpRequest, campaignId, opportunityId, slotId } from '#test/support/builders.ts';
import { fakePhotoStudio, fakeStudio } from '#test/support/fake-uploads.ts';
import { aPledgeRequest, STAFF } from '#test/support/fundraising.ts';
import type { World } from '#test/support/world.ts';
import { type Answer, portsOf, type Site } from './http.ts';

export const KEY = 'key-0123456789abcdef';
export const FORM_KEY = 'form-0123456789abcdef';
export const ANA = { name: 'Ana Gómez', email: 'ana@example.org' } as const;
export const OPPORTUNITY_PATH = `/opportunities/${opportunityId()}`;

/** The form as Ana fills it: two places in the first slot. */
export const anaForm = (with_: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  slot: slotId(1),
  [`places.${slotId(1)}`]: '2',
  ...ANA,
  consent: 'yes',
  formKey: FORM_KEY,
  ...with_,
});

export const postSignUp = (site: Site, request: unknown, key: string | undefined = KEY): Promise<Answer> =>
  site.send({ method: 'POST', path: '/api/sign-ups', json: request, headers: key === undefined ? {} : { 'idempotency-key': key } });

/** Signs up over the API and gives the id of the first slot's sign-up. */
export async function signedUp(site: Site, with_: Partial<SignUpRequest> = {}, key: string = KEY): Promise<SignUpId> {
  const answer = await postSignUp(site, aSignUpRequest({ slots: [{ slotId: slotId(1), places: 2 }], ...with_ }), key);
  const result = answer.status === 201 ? Submission.parse(answer.json()).results[0] : undefined;
  if (result?.outcome !== 'confirmed') throw new Error(`the sign-up must be confirmed: ${answer.body}`);
  return result.signUpId;
}

/** Signs up over the API for slots that are full, and gives the id of the first one, which is in line. */
export async function waitlisted(
  site: Site,
  slots: SignUpRequest['slots'],
  key: string = KEY,
  person: SignUpRequest['person'] = ANA,
): Promise<SignUpId> {
  const answer = await postSignUp(site, aSignUpRequest({ slots, person }), key);
  const result = answer.status === 201 ? Submission.parse(answer.json()).results[0] : undefined;
  if (result?.outcome !== 'waitlisted') throw new Error(`the sign-up must be waitlisted: ${answer.body}`);
  return result.signUpId;
}

export const bearer = (token: string): { readonly authorization: string } => ({ authorization: `Bearer ${token}` });

export const postPledge = (site: Site, request: unknown, key: string | undefined = KEY): Promise<Answer> =>
  site.send({ method: 'POST', path: '/api/pledges', json: request, headers: key === undefined ? {} : { 'idempotency-key': key } });

/** Pledges over the API and gives the pledge's id. */
export async function pledged(site: Site, with_: Partial<PledgeRequest> = {}, key: string = KEY): Promise<PledgeId> {
  const answer = await postPledge(site, aPledgeRequest(with_), key);
  if (answer.status !== 201) throw new Error(`the pledge must be made: ${answer.body}`);
  return PledgeMade.parse(answer.json()).pledgeId;
}

/** Sends a file as the logo of a pledge, as S3 tells of it, and gives what became of it. */
export async function sendLogo(
  world: World,
  pledgeId: PledgeId,
  content = `LOGO${'-'.repeat(200)}`,
  n = 1,
): Promise<PledgeLogo | undefined> {
  const ports = portsOf(world);
  const uploadId = UploadId.parse(`upl_${String(n).padStart(16, '0')}`);
  const file = { campaignId: campaignId(), pledgeId, uploadId };
  world.uploads.files.set(incomingKey(file), Buffer.from(content));
  const uploadedAt = iso(world.clock.now() + n);
  await takeLogo({ ...ports, logoStudio: fakeStudio })({ ...file, uploadedAt, sizeBytes: Buffer.byteLength(content) });
  return (await ports.ledger.pledge(campaignId(), pledgeId))?.logo;
}

/** A logo that everyone may see, and the pledge accepted with it. */
export async function shownLogo(world: World, pledgeId: PledgeId): Promise<LogoId> {
  const logo = await sendLogo(world, pledgeId);
  if (logo?.state !== 'to-check') throw new Error(`the logo must be usable: ${logo?.state}`);
  const move = { campaignId: campaignId(), pledgeId, by: STAFF };
  await acceptPledge(portsOf(world))(move);
  await decideLogo(portsOf(world))({ ...move, logoId: logo.logoId, decision: 'accept' });
  return logo.logoId;
}

/** Sends a file as a photo of the campaign, as S3 tells of it; what is sent again with the same `n` is the same photo. */
export async function sendPhoto(
  world: World,
  place: PhotoPlace = 'story',
  { n = 1, content = `PHOTO ${n}` }: { readonly n?: number; readonly content?: string } = {},
): Promise<SentPhotoRef> {
  const ports = { ...portsOf(world), photoStudio: fakePhotoStudio };
  const request = { alt: { en: `Photo ${n}` }, place, permission: true } as const;
  const invited = await invitePhoto(ports)({ campaignId: campaignId(), request, by: STAFF, key: `photo-${n}` }, () => '');
  if (!invited.ok) throw new Error(`one must be invited: ${invited.error.code}`);
  const ref = { campaignId: campaignId(), uploadId: invited.value.uploadId };
  world.uploads.files.set(sentPhotoKey(ref), Buffer.from(content));
  await takePhoto(ports)({ ...ref, sizeBytes: content.length });
  return ref;
}

/** The link of a pledge that is made for it. */
export const pledgeToken = async (site: Site): Promise<ManageToken> => site.pledgeTokenOf(await pledged(site));
