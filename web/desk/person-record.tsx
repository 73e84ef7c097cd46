/** What is kept of a person, on the page on which staff look for it. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { PersonRecord } from '#contracts/resources/person-record.ts';
import { dayWords } from '../components/pledge-words.tsx';
import { textOf, type View } from '../components/view.ts';
import { deskIn, deskPrivacyIn, fundraisingIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import { pluralIn } from '../words/plural.ts';

interface Props {
  readonly view: View;
  readonly record: PersonRecord;
}

export function PersonRecordPanel({ view, record, isNobody }: Props & { readonly isNobody: boolean }): JSX.Element {
  const words = deskPrivacyIn(view.context.language);
  return (
    <section class="panel dash" aria-labelledby="found">
      <h2 id="found" tabindex={-1} data-focus>
        {words.found}
      </h2>
      {isNobody && <p role="status">{words.nobody}</p>}
      {record.signUps.length > 0 && <SignUps view={view} record={record} />}
      {record.pledges.length + record.gifts.length > 0 && <Money view={view} record={record} />}
      <Besides view={view} record={record} />
    </section>
  );
}

/** The latest first. */
const byTime = (a: SignUp, b: SignUp): number => ((a.startsAt ?? a.signedUpAt) < (b.startsAt ?? b.signedUpAt) ? 1 : -1);
type SignUp = PersonRecord['signUps'][number];

function SignUps({ view, record }: Props): JSX.Element {
  const words = deskPrivacyIn(view.context.language);
  const { zone } = view.context.district;
  return (
    <div>
      <h3>{words.signUps}</h3>
      <p class="hint">{words.signUpsHint}</p>
      <ul class="todo">
        {record.signUps.toSorted(byTime).map(({ signUpId, opportunityId, title, name, state, note, startsAt, signedUpAt, keptUntil }) => (
          <li key={signUpId}>
            <span>
              {name} · <a href={deskPaths.opportunity(opportunityId)}>{textOf(view, title) || words.opportunity}</a> ·{' '}
              {words.states[state] ?? state}
              {note !== undefined && (
                <>
                  <br />
                  <span class="soft">{words.note(note)}</span>
                </>
              )}
            </span>
            <span class="soft">
              {view.dates.shortDay(startsAt ?? signedUpAt, zone)} · {words.keptUntil(view.dates.shortDay(keptUntil, zone))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Money({ view, record }: Props): JSX.Element {
  const words = deskPrivacyIn(view.context.language);
  const { states } = fundraisingIn(view.context.language);
  const stateOf = (state: string): string => Object.entries(states).find(([key]) => key === state)?.[1] ?? state;
  return (
    <div>
      <h3>{words.money}</h3>
      <p class="hint">{words.moneyHint}</p>
      <ul class="todo">
        {record.pledges.map(({ pledgeId, campaignId, sponsorName, contactName, state }) => (
          <li key={pledgeId}>
            <span>
              <a href={deskPaths.pledge(campaignId, pledgeId)}>{sponsorName}</a> · {contactName}
            </span>
            <span class="soft">{stateOf(state)}</span>
          </li>
        ))}
        {record.gifts.map(({ giftId, campaignId, amountCents, receivedOn }) => (
          <li key={giftId}>
            <a href={deskPaths.campaign(campaignId)}>{words.gift(moneyIn(view.m.locale)(amountCents))}</a>
            <span class="soft">{dayWords(view, receivedOn)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const COUNTED = ['feedback', 'links', 'linkRequests', 'mails', 'allowances', 'months'] as const;

function Besides({ view, record }: Props): JSX.Element | null {
  const words = deskPrivacyIn(view.context.language);
  const { roles } = deskIn(view.context.language);
  const plural = pluralIn(view.m.locale);
  const { staff, noMail, mailPreferences } = record;
  const lines = [
    ...COUNTED.filter((part) => record[part].length > 0).map((part) => plural(record[part].length, words[part])),
    ...(record.calendar ? [words.calendar] : []),
    ...(noMail?.state === 'standing' ? [words.noMail] : []),
    ...(mailPreferences ? [words.mailPreferences(view.dates.shortDay(mailPreferences.keptUntil, view.context.district.zone))] : []),
    ...(staff ? [staff.active ? words.staff(roles[staff.role]) : words.staffLeft] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{words.more}</h3>
      <ul class="todo">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
