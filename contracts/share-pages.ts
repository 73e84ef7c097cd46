/** Ways to pass on what a school offers, and codes for the door: for a frame on its own site, as a poster, to a friend. By themselves, because few functions know them. */
import type { ManageToken, OpportunityId, SignUpId, SlotId, Slug } from './values.ts';

export const SHARE_PAGES = {
  schoolEmbed: { method: 'GET', path: '/schools/{slug}/embed' },
  poster: { method: 'GET', path: '/opportunities/{opportunityId}/poster' },
  doorCodes: { method: 'GET', path: '/manage/{token}/check-in' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

/** What the codes of the door lead to: that of a poster to all who come, that of a person to them. Of the function that checks people in. */
export const DOOR_PAGES = {
  checkIn: { method: 'GET', path: '/check-in/o/{opportunityId}' },
  checkInOf: { method: 'GET', path: '/check-in/o/{opportunityId}/{signUpId}' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

/** Of a frame: which kind of opportunity, and how many slots at most. */
export const EMBED_KIND_PARAMETER = 'kind';
export const EMBED_LIMIT_PARAMETER = 'limit';
/** Of a poster: `letter` or `a4`. */
export const PAPER_PARAMETER = 'paper';
/** Of a poster at the desk, with any value: the one for the door. */
export const DOOR_PARAMETER = 'door';
/** Of an opportunity's page: slots to tick, one each. */
export const SLOT_PARAMETER = 'slot';
/** Of an opportunity's page, with any value: a friend sent it. Who, nobody is told. */
export const FRIEND_PARAMETER = 'friend';

export const sharePaths = {
  schoolEmbed: (slug: Slug) => `/schools/${slug}/embed`,
  poster: (id: OpportunityId) => `/opportunities/${id}/poster`,
  /** Where staff check in who comes to it, or one of them. */
  checkIn: (id: OpportunityId, signUpId?: SignUpId) => `/check-in/o/${id}${signUpId === undefined ? '' : `/${signUpId}`}`,
  doorCodes: (token: ManageToken | string) => `/manage/${token}/check-in`,
  /** The same, below the whole address of a manage page. */
  doorCodesBelow: (manageUrl: string) => `${manageUrl}/check-in`,
  /** With these slots ticked. */
  slots: (id: OpportunityId, slotIds: readonly (SlotId | string)[]) => `/opportunities/${id}?${ticked(slotIds)}`,
  friend: (id: OpportunityId, slotIds: readonly (SlotId | string)[]) => `/opportunities/${id}?${ticked(slotIds)}&${FRIEND_PARAMETER}=1`,
} as const;

const ticked = (slotIds: readonly string[]): string => slotIds.map((slotId) => `${SLOT_PARAMETER}=${slotId}`).join('&');
