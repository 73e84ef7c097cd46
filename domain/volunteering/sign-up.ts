/**
 * Takes places in one or more slots of an opportunity for one person: gate, intent, decide.
 *
 * Each slot is decided by its own ledger, in one conditional write. Repeating the request from any point, also after a crash or a lost answer,
 * answers the same and changes nothing more, because every id in it is derived from the request.
 */
import type { SignUpRequest, SlotResult, Submission } from '#contracts/resources/sign-up.ts';
import type { PersonId, SlotId, SubmissionId } from '#contracts/values.ts';
import { normaliseEmail } from '../person.ts';
import type { Clock, Ids, People } from '../ports.ts';
import { ok, type Result, refused } from '../result.ts';
import { iso } from '../time.ts';
import { type Reservation, reserve, settle } from './allowance.ts';
import { alternatives } from './availability.ts';
import { type IntentPorts, type Placed, placeIntent, takeOrWait } from './intent.ts';
import type { Allowances, SignUp, SlotLedger } from './ports.ts';
import { decideGate, type GateDecision, type GateRefusal, type Refused } from './sign-up-gate.ts';
import { claimDenial, placesLeft, waitDenial } from './slot-state.ts';
import { positionOf } from './waitlist.ts';

export interface SignUpCommand {
  readonly request: SignUpRequest;
  /**
   * `api`: one key means one request; another body under it is refused. `form`: the key and what was entered together name the request, so
   * that going back and choosing differently is a new one.
   */
  readonly key: { readonly kind: 'api' | 'form'; readonly value: string };
}
export type SignUpError =
  | GateRefusal
  | { readonly code: 'request-key.reused' }
  | { readonly code: 'sign-up.all-refused'; readonly results: readonly SlotResult[]; readonly alternatives: readonly SlotId[] }
  /** Others kept changing the same things; nothing is lost, try again. */
  | { readonly code: 'request.conflict' };

export interface SignUpPorts extends IntentPorts {
  readonly allowances: Allowances;
  readonly people: People;
  readonly clock: Clock;
  readonly ids: Ids;
}

export const signUp =
  (ports: SignUpPorts) =>
  async ({ request, key }: SignUpCommand): Promise<Result<Submission, SignUpError>> => {
    const now = ports.clock.now();
    const personId = await ports.people.identify(normaliseEmail(request.person.email));
    const fingerprint = ports.ids.fingerprint(request);
    const submissionId =
      key.kind === 'form' ? ports.ids.submissionId(key.value, fingerprint) : ports.ids.submissionId('api', key.value, personId);
    const signUpIdOf = (slotId: SlotId) => ports.ids.signUpId(submissionId, slotId);

    // an intent shows another body under the same key only where both name a slot; a caller's key is looked up among all of the person's
    const [state, kept] = await Promise.all([
      ports.opportunities.glance(request.opportunityId),
      key.kind === 'api' ? ports.signUps.ofPerson(personId) : [],
    ]);
    if (kept.some(({ submission }) => submission.submissionId === submissionId && submission.fingerprint !== fingerprint)) {
      return refused({ code: 'request-key.reused' });
    }
    const gate = decideGate(state, request, { personId, submissionId, fingerprint, signUpIdOf, now });
    if (!gate.ok) return gate;

    const placed = await Promise.all(gate.value.passed.map((signUp) => placeIntent(ports, signUp, now)));
    if (placed.some((one) => one.kind === 'conflict')) return refused({ code: 'request.conflict' });
    if (placed.some((one) => isOtherRequest(one, fingerprint))) {
      await withdraw(ports, placed);
      return refused({ code: 'request-key.reused' });
    }
    const results = await decide(ports, gate.value, placed, personId, now);
    if (!results) return refused({ code: 'request.conflict' });
    return answer(request, gate.value, results, { personId, submissionId, now });
  };

const isOtherRequest = (placed: Placed, fingerprint: string): boolean =>
  (placed.kind === 'pending' || placed.kind === 'decided') && placed.signUp.submission.fingerprint !== fingerprint;

/** Intents of a request that is refused as a whole must not be taken for one that waits for its decision. */
async function withdraw({ signUps }: SignUpPorts, placed: readonly Placed[]): Promise<void> {
  const ours = placed.flatMap((one) => (one.kind === 'pending' && !one.repeat ? [one.signUp] : []));
  await Promise.all(ours.map((one) => signUps.refuse(one.personId, one.slotId, one.signUpId, 'slot.not-found')));
}

/** Results by slot; undefined when the person's allowance could not be reserved for conflicts. */
async function decide(
  ports: SignUpPorts,
  gate: GateDecision,
  placed: readonly Placed[],
  personId: PersonId,
  now: number,
): Promise<ReadonlyMap<SlotId, SlotResult> | undefined> {
  const known = placed.map((one, index) => knownResult(one, index, gate, placed));
  const open = placed.flatMap((one, index) => (one.kind === 'pending' && known[index] === undefined ? [one.signUp] : []));
  const { opportunity } = gate.state;
  const limit = opportunity.limitPerPerson;
  const reservation: Reservation | { readonly kind: 'conflict' } =
    limit === undefined || open.length === 0
      ? { kind: 'reserved', granted: open.map((one) => one.slotId) }
      : await reserve(ports, { personId, opportunity, limit, wanted: open, now });
  if (reservation.kind === 'conflict') return undefined;

  const decided = await Promise.all(
    open.map((signUp) => (reservation.granted.includes(signUp.slotId) ? claim(ports, signUp, gate, now) : overLimit(ports, signUp, gate))),
  );
  if (reservation.allowance && decided.some(({ result }) => result.outcome === 'refused')) {
    const refusedSlots = decided.filter(({ result }) => result.outcome === 'refused' && reservation.granted.includes(result.slotId));
    const held = refusedSlots.map(({ result, heldPlaces }) => ({ slotId: result.slotId, places: heldPlaces }));
    await settle(ports, { personId, opportunity, now }, reservation.allowance, held);
  }
  const all = [...gate.refused.map(refusedResult), ...known.flatMap((one) => one ?? []), ...decided.map(({ result }) => result)];
  // a slot that a repeat finds refused at the gate, or kept back, has one result: the first
  return new Map([...all].reverse().map((result) => [result.slotId, result]));
}

const refusedResult = (one: Refused): SlotResult => ({ outcome: 'refused', ...one });

/** What is settled without asking the ledger: repeats of decided ones, places by another sign-up, and slots the first try refused at the gate. */
function knownResult(placed: Placed, index: number, gate: GateDecision, siblings: readonly Placed[]): SlotResult | undefined {
  const asked = gate.passed[index];
  if (!asked || placed.kind === 'conflict') return undefined;
  const ledger = gate.state.ledgers.find((one) => one.slotId === asked.slotId);
  const left = ledger ? placesLeft(ledger) : 0;
  if (placed.kind === 'already') return { outcome: 'refused', slotId: asked.slotId, code: 'sign-up.already', placesLeft: left };
  if (placed.kind === 'decided') {
    const { state, refusal, signUpId } = placed.signUp;
    if (state === 'refused') return { outcome: 'refused', slotId: asked.slotId, code: refusal ?? 'slot.full', placesLeft: left };
    return givenResult(ledger, { ...asked, signUpId }, state !== 'confirmed' && asked.waitlist === true);
  }
  if (placed.repeat) return undefined;
  const first = siblings.flatMap((one) => (one.kind === 'decided' || (one.kind === 'pending' && one.repeat) ? [one.signUp] : []))[0];
  const before = first?.submission.refused.find((one) => one.slotId === asked.slotId);
  return before && { outcome: 'refused', ...before };
}

interface Decided {
  readonly result: SlotResult;
  /** Places the person has in the slot after a refusal, by another sign-up. */
  readonly heldPlaces: number;
}

/** Confirmed, or in line where the ledger says so; `waited` where it says nothing of them any more. */
function givenResult(ledger: SlotLedger | undefined, { slotId, signUpId, places, personId }: SignUp, waited: boolean): SlotResult {
  const isIn = ledger?.queue?.[personId]?.signUpId === signUpId;
  if (!isIn && (!waited || ledger?.claims[personId]?.signUpId === signUpId)) return { outcome: 'confirmed', slotId, signUpId, places };
  const position = isIn ? positionOf(ledger, personId) : undefined;
  return { outcome: 'waitlisted', slotId, signUpId, places, ...(position !== undefined && { position }) };
}

async function claim(ports: SignUpPorts, signUp: SignUp, { state }: GateDecision, now: number): Promise<Decided> {
  const { slotId, places, personId, opportunityId } = signUp;
  const seen = state.ledgers.find((one) => one.slotId === slotId);
  const outcome = await takeOrWait(ports, signUp, seen, iso(now));
  if (outcome.kind === 'done' || outcome.kind === 'replayed') {
    // where they stand is known after they are in line
    const ledger = signUp.waitlist && (await ports.slots.find(opportunityId, slotId));
    return { result: givenResult(ledger, signUp, false), heldPlaces: places };
  }
  if (outcome.kind === 'missing') return refuse(ports, signUp, { slotId, code: 'slot.not-found', placesLeft: 0 }, 0);
  const denial = (signUp.waitlist ? waitDenial : claimDenial)(outcome.ledger, signUp, now);
  if (!denial) throw new Error(`the ledger of ${slotId} refused what the rule of places allows`);
  return refuse(ports, signUp, { slotId, ...denial }, (outcome.ledger.claims[personId] ?? outcome.ledger.queue?.[personId])?.places ?? 0);
}

function overLimit(ports: SignUpPorts, signUp: SignUp, gate: GateDecision): Promise<Decided> {
  const ledger = gate.state.ledgers.find((one) => one.slotId === signUp.slotId);
  return refuse(ports, signUp, { slotId: signUp.slotId, code: 'person.limit-reached', placesLeft: ledger ? placesLeft(ledger) : 0 }, 0);
}

/** In a submit of several the refusal is marked, so that the mail knows all is settled. A single one has nobody waiting and runs out. */
async function refuse({ signUps }: SignUpPorts, signUp: SignUp, why: Refused, heldPlaces: number): Promise<Decided> {
  if (signUp.submission.slotIds.length > 1) await signUps.refuse(signUp.personId, signUp.slotId, signUp.signUpId, why.code);
  return { result: refusedResult(why), heldPlaces };
}

function answer(
  request: SignUpRequest,
  { state }: GateDecision,
  decided: ReadonlyMap<SlotId, SlotResult>,
  { personId, submissionId, now }: { readonly personId: PersonId; readonly submissionId: SubmissionId; readonly now: number },
): Result<Submission, SignUpError> {
  const without = request.slots.map((slot) => slot.slotId);
  const results = without.flatMap((slotId) => decided.get(slotId) ?? []);
  const someRefused = results.some((result) => result.outcome === 'refused');
  const others = someRefused ? alternatives(state, { without, personId, now }).map(({ slot }) => slot.slotId) : [];
  if (results.every((result) => result.outcome === 'refused')) {
    return refused({ code: 'sign-up.all-refused', results, alternatives: others });
  }
  const { opportunityId } = request;
  return ok({ submissionId, opportunityId, receipt: `${personId}.${submissionId}`, results, alternatives: others });
}
