/** Pledges as a figure of the dashboard counts them: what each number leads to. Pure. */
import { inState, owedCents, paidCents } from './pledge-states.ts';
import type { Pledge } from './ports.ts';

/** `counting`: accepted, and not written off. `open`: money is to come. `match`: doubles gifts. `paid`: money came, whatever became of it. */
export const SHOWN = ['all', 'counting', 'open', 'goods', 'match', 'paid'] as const;
export type Shown = (typeof SHOWN)[number];

/** Those at no level. */
export const NO_LEVEL = 'none';

const counting = (pledge: Pledge) => inState(pledge, 'accepted', 'invoiced', 'part-paid', 'fulfilled');

const WHICH: Readonly<Record<Shown, (pledge: Pledge) => boolean>> = {
  all: () => true,
  counting: (pledge) => counting(pledge) !== undefined,
  open: (pledge) => {
    const found = counting(pledge);
    return found !== undefined && owedCents(found) > paidCents(found);
  },
  goods: (pledge) => counting(pledge) !== undefined && pledge.commitment.kind === 'goods',
  match: (pledge) => counting(pledge) !== undefined && pledge.matchUpToCents !== undefined,
  paid: (pledge) => 'payments' in pledge && paidCents(pledge) !== 0,
};

/** Of a level: those that hold one of its places, not accepted yet or written off, too. Of none: those of money that count. */
export function whichPledges(pledges: readonly Pledge[], show: Shown, level?: string): readonly Pledge[] {
  const shown = pledges.filter(WHICH[show]);
  if (level === undefined) return shown;
  const levelOf = ({ commitment }: Pledge) => (commitment.kind === 'money' ? (commitment.levelId ?? NO_LEVEL) : undefined);
  return shown.filter(
    (pledge) =>
      levelOf(pledge) === level && (level === NO_LEVEL ? counting(pledge) : pledge.state !== 'declined' && pledge.state !== 'cancelled'),
  );
}
