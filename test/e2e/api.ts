/** The JSON API as stories use it: a call as one of the demo's staff, or as nobody. */
import { systemIds } from '#adapters/system/ids.ts';
import { paths } from '#contracts/pages.ts';
import { SchoolList } from '#contracts/resources/availability.ts';
import { CampaignList, type CampaignSummary, PledgeMade } from '#contracts/resources/campaign-view.ts';
import { HOUR } from '#domain/time.ts';
import { staffToken } from '#local/staff-token.ts';
import type { Platform } from './platform.ts';

export interface Call {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** `key` is the Idempotency-Key. Without a body it is a GET. */
export async function call(platform: Platform, path: string, token?: string, body?: unknown, key?: string): Promise<Call> {
  const response = await fetch(`${platform.siteUrl}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Of one of the demo's staff, by address; the admin unless told otherwise. */
export const tokenOf = (platform: Platform, email = 'dana.whitfield@riverbend.example'): Promise<string> =>
  staffToken(platform.local?.identityUrl ?? '', platform.siteUrl, email);

/** Publishes an opportunity at Lincoln Elementary with these slots, and gives its address on the site. */
export async function publish(
  platform: Platform,
  title: string,
  slots: readonly { readonly label: string; readonly startsAt: number; readonly capacity: number }[],
): Promise<string> {
  const { schools } = SchoolList.parse((await call(platform, '/api/schools')).body);
  const school = schools.find(({ name }) => /Lincoln/.test(name));
  const body = {
    opportunityId: systemIds.opportunityId('story', title),
    schoolId: school?.schoolId,
    kind: 'event',
    status: 'published',
    title: { en: title },
    summary: { en: 'Come and help.' },
    place: { name: 'Main gym' },
    languages: ['en'],
    contact: { name: 'Luis Ortega', email: 'luis.ortega@riverbend.example' },
    slots: slots.map(({ label, startsAt, capacity }) => ({
      kind: 'shift',
      slotId: systemIds.slotId('story', title, label),
      label: { en: label },
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + HOUR).toISOString(),
      capacity,
    })),
    questions: [],
    dropOutHours: 0,
    showFirstNames: false,
    version: 0,
  };
  const { status, body: saved } = await call(platform, '/api/opportunities', await tokenOf(platform), body);
  if (status !== 200) throw new Error(`the opportunity must be published: ${JSON.stringify(saved)}`);
  return paths.opportunity(body.opportunityId);
}

export async function campaignOf(platform: Platform, slug: string): Promise<CampaignSummary> {
  const { campaigns } = CampaignList.parse((await call(platform, '/api/campaigns')).body);
  const found = campaigns.find((one) => one.slug === slug);
  if (!found) throw new Error(`the demo has no campaign ${slug}`);
  return found;
}

/** A business pledges money for the demo's playground, in one part; `path` is where staff see it. */
export async function makePledge(platform: Platform, name: string, email: string, amountCents: number) {
  const { campaignId } = await campaignOf(platform, 'lincoln-playground');
  const request = {
    campaignId,
    sponsor: { name, kind: 'business', contactName: 'Rosa Díaz', email },
    commitment: { kind: 'money', amountCents, instalments: 1 },
    recognition: 'named',
    language: 'en',
    policy: true,
    consent: true,
  };
  const key = `desk-story-${email}`.slice(0, 60).replaceAll(/[^\w-]/g, '-');
  const { pledgeId } = PledgeMade.parse((await call(platform, '/api/pledges', undefined, request, key)).body);
  return { campaignId, path: `/desk/campaigns/${campaignId}/pledges/${pledgeId}` };
}
