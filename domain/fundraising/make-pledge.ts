/** A sponsor commits to money or goods. The place of a limited level is taken with it, in one write; its money counts once staff accepted it. */

import type { FieldProblem } from '#contracts/problems.ts';
import type { Campaign, Level } from '#contracts/resources/campaign.ts';
import type { Commitment, CommitmentRequest, PledgeRequest } from '#contracts/resources/pledge.ts';
import type { Day, LevelId, PersonId, SubmissionId } from '#contracts/values.ts';
import { normaliseEmail } from '../person.ts';
import type { Clock, Ids, People } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso, millis } from '../time.ts';
import { accountChange, NOTHING } from './account.ts';
import { type ChangingPorts, type Conflict, changing, type LevelFull, ofPledge } from './changing.ts';
import { dayAt, instalmentPlan } from './instalments.ts';
import type { Campaigns, OfferedPledge, Pledge } from './ports.ts';

export interface MakePledgePorts extends ChangingPorts {
  readonly campaigns: Campaigns;
  readonly people: People;
  readonly ids: Ids;
  readonly clock: Clock;
  /** The district's time zone. */
  readonly zone: string;
}

export interface MakePledge {
  readonly request: PledgeRequest;
  /** `form`: of the page that was shown, bound to what was typed. `api`: the caller's own. */
  readonly key: { readonly kind: 'form' | 'api'; readonly value: string };
}

export type MakePledgeError =
  | { readonly code: 'campaign.not-found' | 'campaign.not-open-yet' | 'campaign.closed' | 'request-key.reused' }
  | InvalidCommitment
  | LevelFull
  | Conflict;

interface Facts {
  readonly now: number;
  readonly today: Day;
  readonly personId: PersonId;
  readonly submissionId: SubmissionId;
  readonly fingerprint: string;
  readonly pledgeId: OfferedPledge['pledgeId'];
}

type Refusal = Exclude<MakePledgeError, LevelFull | Conflict>;

/** Decides, without I/O, what a request comes to. Open from `opensAt` on and before `closesAt`. */
export function decideCommitment(
  campaign: Campaign | undefined,
  request: PledgeRequest,
  { now, today }: Pick<Facts, 'now' | 'today'>,
): Result<Commitment, Refusal> {
  if (!campaign || campaign.status === 'draft') return refused({ code: 'campaign.not-found' });
  if (now < millis(campaign.opensAt)) return refused({ code: 'campaign.not-open-yet' });
  if (campaign.status === 'closed' || now >= millis(campaign.closesAt)) return refused({ code: 'campaign.closed' });
  return commitmentOf(campaign.levels, request.commitment, today);
}

function pledgeOf(request: PledgeRequest, commitment: Commitment, facts: Facts): OfferedPledge {
  const { personId, submissionId, fingerprint, pledgeId } = facts;
  const { campaignId, sponsor, matchUpToCents, recognition, language } = request;
  return {
    pledgeId,
    campaignId,
    personId,
    submissionId,
    fingerprint,
    sponsor,
    commitment,
    ...(matchUpToCents !== undefined && { matchUpToCents }),
    recognition,
    language,
    offeredAt: iso(facts.now),
    version: 1,
    state: 'offered',
  };
}

export interface InvalidCommitment {
  readonly code: 'request.invalid';
  readonly fields: readonly FieldProblem[];
}

/** What was asked for, with the days it is due. The amount of a level is the least for it; more is welcome. */
export function commitmentOf(levels: readonly Level[], asked: CommitmentRequest, today: Day): Result<Commitment, InvalidCommitment> {
  if (asked.kind === 'goods') return ok(asked);
  const { levelId, amountCents, instalments } = asked;
  const level = levels.find((one) => one.levelId === levelId);
  const wrong = (pointer: string, code: string, detail: string) =>
    refused({ code: 'request.invalid' as const, fields: [{ pointer, code, detail }] });
  if (levelId !== undefined && !level) return wrong('/commitment/levelId', 'level.not-found', 'the campaign has no such level');
  if (level && amountCents < level.amountCents)
    return wrong('/commitment/amountCents', 'amount.below-level', `the level is ${level.amountCents} cents or more`);
  return ok({
    kind: 'money',
    ...(level && { levelId: level.levelId }),
    amountCents,
    instalments: [...instalmentPlan(amountCents, instalments, today)],
  });
}

export const limitOf =
  ({ levels }: Campaign) =>
  (levelId: LevelId): number | undefined =>
    levels.find((one) => one.levelId === levelId)?.limit;

export const makePledge =
  (ports: MakePledgePorts) =>
  async ({ request, key }: MakePledge): Promise<Result<Pledge, MakePledgeError>> => {
    const now = ports.clock.now();
    const personId = await ports.people.identify(normaliseEmail(request.sponsor.email));
    const fingerprint = ports.ids.fingerprint(request);
    const submissionId = ports.ids.submissionId('pledge', key.kind, key.value, key.kind === 'form' ? fingerprint : personId);
    const pledgeId = ports.ids.pledgeId(submissionId);
    const facts = { now, today: dayAt(now, ports.zone), personId, submissionId, fingerprint, pledgeId };
    return changing<Pledge, Refusal>(ports, async () => {
      const [campaign, there] = await Promise.all([
        ports.campaigns.find(request.campaignId),
        ports.ledger.pledge(request.campaignId, pledgeId),
      ]);
      if (there) return there.fingerprint === fingerprint ? ok({ value: there }) : refused({ code: 'request-key.reused' });
      const decision = decideCommitment(campaign, request, facts);
      if (!decision.ok || !campaign) return decision.ok ? refused({ code: 'campaign.not-found' }) : decision;
      const pledge = pledgeOf(request, decision.value, facts);
      return ok({
        value: pledge,
        change: {
          campaignId: pledge.campaignId,
          pledges: [pledge],
          account: accountChange([ofPledge(undefined, pledge)], limitOf(campaign)),
          history: [
            {
              campaignId: pledge.campaignId,
              about: pledgeId,
              version: 1,
              at: pledge.offeredAt,
              on: facts.today,
              by: 'sponsor',
              what: 'made',
              add: NOTHING,
            },
          ],
        },
      });
    });
  };

/** What a request would become, for showing it before it is made. Writes nothing and takes no place. */
export const previewPledge =
  (ports: MakePledgePorts) =>
  async (request: PledgeRequest): Promise<Result<Commitment, MakePledgeError>> => {
    const now = ports.clock.now();
    const campaign = await ports.campaigns.find(request.campaignId);
    return decideCommitment(campaign, request, { now, today: dayAt(now, ports.zone) });
  };
