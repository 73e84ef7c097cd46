/** People and what they send, for the tests of functions: Ana's sign-up as a form and as JSON. */

import { PledgeMade } from '#contracts/resources/campaign-view.ts';
import type { PledgeRequest } from '#contracts/resources/pledge.ts';
import type { SignUpRequest } from '#contracts/resources/sign-up.ts';
import { Submission } from '#contracts/resources/sign-up.ts';
import type { ManageToken, PledgeId, SignUpId } from '#contracts/values.ts';
import { aSignUpRequest, opportunityId, slotId } from '#test/support/builders.ts';
import { aPledgeRequest } from '#test/support/fundraising.ts';
import type { Answer, Site } from './http.ts';

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

export const bearer = (token: string): { readonly authorization: string } => ({ authorization: `Bearer ${token}` });

export const postPledge = (site: Site, request: unknown, key: string | undefined = KEY): Promise<Answer> =>
  site.send({ method: 'POST', path: '/api/pledges', json: request, headers: key === undefined ? {} : { 'idempotency-key': key } });

/** Pledges over the API and gives the pledge's id. */
export async function pledged(site: Site, with_: Partial<PledgeRequest> = {}, key: string = KEY): Promise<PledgeId> {
  const answer = await postPledge(site, aPledgeRequest(with_), key);
  if (answer.status !== 201) throw new Error(`the pledge must be made: ${answer.body}`);
  return PledgeMade.parse(answer.json()).pledgeId;
}

/** The link of a pledge that is made for it. */
export const pledgeToken = async (site: Site): Promise<ManageToken> => site.pledgeTokenOf(await pledged(site));
