/**
 * Receipts for the United States, as IRS Publication 1771, "Charitable Contributions: Substantiation and Disclosure Requirements"
 * (rev. 11-2023), explains the law:
 *
 * - 26 U.S.C. § 170(f)(17): whatever the sum, a gift of money needs the organisation's name, the date and the amount. Every
 *   receipt has them among its facts.
 * - 26 U.S.C. § 170(f)(8): from $250 on, a written acknowledgment has the amount of money, or a description but not the value
 *   of goods; whether goods or services were given in return; and if so, a description and a good-faith estimate of their value.
 * - 26 U.S.C. § 6115: when more than $75 were paid partly as a gift and partly for something in return, the organisation says
 *   that only the excess over the value of the return is deductible, and estimates that value in good faith. Governmental units
 *   (§ 170(c)(1)), which most districts are, are let off; the foundation that some of them collect through is not, and the giver
 *   needs the figure either way.
 */
import type { Receipt } from '#contracts/resources/documents.ts';
import type { Saying } from '../saying.ts';
import type { ReceiptRules } from './index.ts';

/** § 170(f)(8)(A): "any contribution of $250 or more". */
const ACKNOWLEDGED_FROM_CENTS = 25_000;
/** § 6115(a) with (b): a quid pro quo contribution "in excess of $75". */
const DISCLOSED_ABOVE_CENTS = 7_500;

export const us: ReceiptRules = {
  statements: (receipt, saying) => [...inReturn(receipt, saying), ...deductible(receipt, saying), ...keep(receipt, saying)],
};

/** Said of every gift: the law asks from $250 on, and below it is as true and as useful. */
function inReturn({ benefitValueCents, benefits }: Receipt, { words, money }: Saying): readonly string[] {
  const say = words.receipt.us;
  if (benefitValueCents === 0) return [say.nothingGiven];
  return [benefits.length > 0 ? say.given(money(benefitValueCents)) : say.givenUnnamed(money(benefitValueCents))];
}

/** The threshold is compared with what was paid, not with what is left of it after the return (Publication 1771). */
function deductible({ gift, benefitValueCents }: Receipt, { words, money }: Saying): readonly string[] {
  if (benefitValueCents === 0) return [];
  const say = words.receipt.us;
  // what goods are worth is not ours to say, so no threshold can be known to be missed
  if (gift.kind === 'goods') return [say.limitedGoods(money(benefitValueCents))];
  if (gift.amountCents <= DISCLOSED_ABOVE_CENTS) return [];
  const left = Math.max(0, gift.amountCents - benefitValueCents);
  return [say.limited(money(gift.amountCents), money(benefitValueCents), money(left))];
}

/** Reckoned from what was paid, so that nobody is left without the acknowledgment because something was given in return. */
function keep({ gift }: Receipt, { words }: Saying): readonly string[] {
  const say = words.receipt.us;
  if (gift.kind === 'goods') return [say.goodsValue, say.acknowledgment];
  return [gift.amountCents >= ACKNOWLEDGED_FROM_CENTS ? say.acknowledgment : say.keep];
}
