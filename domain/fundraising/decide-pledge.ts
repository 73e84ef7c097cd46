/** Staff accept or decline what was offered; sponsor or staff take it back; staff write off what will not come; either side corrects amounts. */
import type { Commitment, CommitmentRequest } from '#contracts/resources/pledge.ts';
import { same } from '#contracts/same.ts';
import { ok, type Result } from '../result.ts';
import { iso } from '../time.ts';
import type { Conflict, LevelFull } from './changing.ts';
import { dayAt } from './instalments.ts';
import { commitmentOf, type InvalidCommitment } from './make-pledge.ts';
import { type Move, type MovePorts, movePledge, moveToLevel, type NotFound, type NotNow, notNow } from './move-pledge.ts';
import { accept, cancel, decline, inState, revise, withoutMatchUsed, writeOff } from './pledge-states.ts';
import type { Pledge } from './ports.ts';

type Operation<Command> = (ports: MovePorts) => (command: Command) => Promise<Result<Pledge, NotFound | NotNow | Conflict>>;

export const acceptPledge: Operation<Move> = (ports) => (command) =>
  movePledge(ports, command, (pledge) => {
    const offered = inState(pledge, 'offered');
    if (offered) return ok({ after: accept(offered, iso(ports.clock.now())), what: 'accepted' });
    return inState(pledge, 'declined', 'cancelled', 'written-off') ? notNow : ok({ done: pledge });
  });

export const declinePledge: Operation<Move & { readonly reason?: string }> = (ports) => (command) =>
  movePledge(ports, command, (pledge) => {
    const offered = inState(pledge, 'offered');
    if (!offered) return pledge.state === 'declined' ? ok({ done: pledge }) : notNow;
    const { reason } = command;
    return ok({ after: decline(offered, iso(ports.clock.now()), reason), what: 'declined', ...(reason !== undefined && { reason }) });
  });

/** Until it is invoiced, and as long as no gift was doubled with its match. */
export const cancelPledge: Operation<Move> = (ports) => (command) =>
  movePledge(ports, command, (pledge) => {
    if (pledge.state === 'cancelled') return ok({ done: pledge });
    const accepted = inState(pledge, 'accepted');
    const free = inState(pledge, 'offered') ?? (accepted && withoutMatchUsed(accepted));
    if (!free) return notNow;
    return ok({ after: cancel(free, iso(ports.clock.now()), command.by === 'sponsor' ? 'sponsor' : 'staff'), what: 'cancelled' });
  });

export const writeOffPledge: Operation<Move & { readonly reason: string }> = (ports) => (command) =>
  movePledge(ports, command, (pledge) => {
    if (pledge.state === 'written-off') return ok({ done: pledge });
    const live = inState(pledge, 'accepted', 'invoiced', 'part-paid');
    if (!live) return notNow;
    return ok({ after: writeOff(live, iso(ports.clock.now()), command.reason), what: 'written-off', reason: command.reason });
  });

/** Another level, sum or plan, before money was asked for. What was before stays in the history. */
export const revisePledge =
  (ports: MovePorts) =>
  (
    command: Move & { readonly commitment: CommitmentRequest; readonly reason?: string },
  ): Promise<Result<Pledge, NotFound | NotNow | Conflict | LevelFull | InvalidCommitment>> =>
    moveToLevel<NotNow | InvalidCommitment>(ports, command, (pledge, campaign) => {
      const open = inState(pledge, 'offered', 'accepted');
      if (!open) return notNow;
      if (same(command.commitment, askedFor(open.commitment))) return ok({ done: pledge });
      const commitment = commitmentOf(campaign.levels, command.commitment, dayAt(ports.clock.now(), ports.zone));
      if (!commitment.ok) return commitment;
      const { reason } = command;
      return ok({ after: revise(open, commitment.value), what: 'revised', ...(reason !== undefined && { reason }) });
    });

/** What was asked for, without the days it is due: a repeat on another day changes none of them. */
const askedFor = (commitment: Commitment) =>
  commitment.kind === 'goods' ? commitment : { ...commitment, instalments: commitment.instalments.length };
