/** A pledge in words, the same on the review, the sponsor's page and in mails. */
import type { JSX } from 'preact';
import type { PublicLevel } from '#contracts/resources/campaign-view.ts';
import type { Commitment } from '#contracts/resources/pledge.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { moneyColumnIn, moneyIn } from '../words/money.ts';
import { textOf, type View } from './view.ts';
import { Words } from './words.tsx';

/** `Thursday, January 8`: a day of the district's calendar has no zone. */
export const dayWords = (view: View, day: string): string => view.dates.day(`${day}T12:00:00Z`, 'UTC');

/** `$2,500 in money, level Gold` or `Goods worth $300: paint`. */
export function givesWords(view: View, commitment: Commitment, levels: readonly PublicLevel[]): string {
  const { review } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  if (commitment.kind === 'goods') return `${review.goods(money(commitment.valueCents))}: ${commitment.description}`;
  const level = levels.find(({ levelId }) => levelId === commitment.levelId);
  return `${review.money(money(commitment.amountCents))}${level ? ` · ${review.atLevel(textOf(view, level.name))}` : ''}`;
}

/** When each part is due, as a table. */
export function Schedule({ view, commitment }: { readonly view: View; readonly commitment: Commitment }): JSX.Element | null {
  if (commitment.kind === 'goods') return null;
  const { mine } = fundraisingIn(view.context.language);
  const money = moneyColumnIn(
    view.m.locale,
    commitment.instalments.map(({ amountCents }) => amountCents),
  );
  return (
    <table class="prices">
      <thead>
        <tr>
          <th scope="col">{mine.due}</th>
          <th scope="col" class="sum">
            {mine.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {commitment.instalments.map(({ dueOn, amountCents }) => (
          <tr key={dueOn}>
            <td>{dayWords(view, dueOn)}</td>
            <td class="sum">{money(amountCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a level's sponsor gets. */
export function Benefits({ view, level }: { readonly view: View; readonly level: PublicLevel }): JSX.Element {
  const { campaign } = fundraisingIn(view.context.language);
  return level.benefits.length === 0 ? (
    <p class="soft">{campaign.noBenefits}</p>
  ) : (
    <ul class="benefits">
      {level.benefits.map((benefit) => (
        <li key={textOf(view, benefit)}>
          <Words view={view} of={benefit} />
        </li>
      ))}
    </ul>
  );
}
