/** Gifts of a campaign on a page of the desk: as it is asked for, and again with what went wrong with a form of it. */
import { randomUUID } from 'node:crypto';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import { GiftId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import { type DeskGiftsModel, deskGiftsPage, withMoneyFaults } from '#web/desk/index.ts';
import { type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { PostedForm } from '../_http/staff-operation.ts';
import type { DeskPledgePorts } from './_desk-pledge.ts';

export async function showGifts(
  ports: DeskPledgePorts,
  visit: DeskVisit,
  request: HttpRequest,
  campaign: Campaign,
  more: Pick<DeskGiftsModel, 'done' | 'problem' | 'posted'> & {
    readonly status?: number;
    readonly refundOf?: string | undefined;
    readonly recordedId?: string | null;
  } = {},
): Promise<HttpResponse> {
  const { campaignId } = campaign;
  const [gifts, account] = await Promise.all([ports.ledger.gifts(campaignId), ports.ledger.account(campaignId)]);
  const { status, refundOf, recordedId, ...shown } = more;
  const refunding = refundOf === undefined ? undefined : gifts.find(({ giftId }) => giftId === refundOf);
  if (refundOf !== undefined && !refunding) throw new Refusal('gift.not-found');
  const recorded = gifts.find(({ giftId }) => giftId === recordedId);
  const html = deskGiftsPage(
    { ...pageContext(ports, request), url: deskPaths.gifts(campaignId) },
    {
      reader: readerOf(visit),
      campaign,
      gifts: gifts.toReversed(),
      matchLeftCents: Object.values(account.matches).reduce((sum, left) => sum + left, 0),
      may: { record: mayDo(visit.member, 'money.record', campaign) },
      formKey: randomUUID(),
      ...(refunding && { refunding }),
      ...(recorded && { recorded }),
      ...shown,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}

/** One of its forms, shown again with everything that was typed. */
export const showGiftsAgain = (
  ports: DeskPledgePorts,
  visit: DeskVisit,
  request: HttpRequest,
  campaign: Campaign,
  { operationId, values, errors, problem, status }: PostedForm,
): Promise<HttpResponse> => {
  const refundOf = GiftId.safeParse(request.params.giftId).data;
  return showGifts(ports, visit, request, campaign, {
    status,
    ...(problem && { problem }),
    posted: { operationId, values: Object.fromEntries(values), errors },
    ...(refundOf !== undefined && { refundOf }),
  });
};

/** Says of sums that can't be read why. */
export const withFaults = (body: (form: URLSearchParams) => unknown, posted: PostedForm): PostedForm => ({
  ...posted,
  errors: withMoneyFaults(body(posted.values), posted.errors),
});
