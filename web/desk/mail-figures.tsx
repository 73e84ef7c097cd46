/** The figures of mails: single numbers, days, what did not go well, and the shares that the mail service looks at. */
import type { JSX } from 'preact';
import { MAIL_LIMITS, type MailHealth, type MailRates } from '#contracts/resources/mail.ts';
import type { View } from '../components/view.ts';
import { deskMailIn } from '../messages/areas.ts';
import { BarChart } from './charts/bars.tsx';

interface Part {
  readonly view: View;
  readonly health: MailHealth;
}

/** Each number leads to what it counts. `toList`: whether the reader sees the addresses. */
export function MailTiles({ view, health: { total }, toList }: Part & { readonly toList: boolean }): JSX.Element {
  const { tiles: words } = deskMailIn(view.context.language);
  const number = new Intl.NumberFormat(view.m.locale);
  const share = total.sent === 0 ? undefined : shareIn(view)(total.delivered / total.sent);
  const all = [
    { name: words.sent, to: '#days', value: total.sent, note: undefined },
    { name: words.delivered, to: '#days', value: total.delivered, note: share === undefined ? undefined : words.deliveredNote(share) },
    { name: words.bounced, to: '#trouble', value: total.bounced, note: words.bouncedNote(total.bouncedForNow) },
    { name: words.complained, to: '#trouble', value: total.complained, note: words.complainedNote },
    { name: words.suppressed, to: toList ? '#suppressed' : '#trouble', value: total.suppressed, note: words.suppressedNote },
    ...(total.failed > 0 ? [{ name: words.failed, to: '#trouble', value: total.failed, note: words.failedNote }] : []),
  ];
  const isEmpty = total.sent + total.suppressed + total.failed === 0;
  return (
    <dl class="tiles tiles-row">
      {all.map(({ name, to, value, note }) => (
        <div class="tile" key={name}>
          <dt>{name}</dt>
          <dd>
            {isEmpty && to !== '#suppressed' ? number.format(value) : <a href={to}>{number.format(value)}</a>}
            {note !== undefined && <span class="soft">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Whole numbers alone have a tick: half a mail is none. */
const wholeIn = (view: View) => {
  const number = new Intl.NumberFormat(view.m.locale);
  return (value: number): string => (Number.isInteger(value) ? number.format(value) : '');
};
/** Two digits where they make a difference: complaints are counted in tenths of a percent. */
const shareIn = (view: View): ((share: number) => string) => {
  const percent = new Intl.NumberFormat(view.m.locale, { style: 'percent', maximumFractionDigits: 2 });
  return (share) => percent.format(share);
};

const noon = (day: string): string => `${day}T12:00:00Z`;
const tickOf = (view: View, day: string): string =>
  new Intl.DateTimeFormat(view.m.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(noon(day)));

export function MailDays({ view, health: { days, total } }: Part): JSX.Element {
  const { days: words, columns } = deskMailIn(view.context.language);
  const say = wholeIn(view);
  return (
    <BarChart
      view={view}
      title={words.title}
      label={words.label(total.sent, total.delivered)}
      bars={days.map(({ day, sent, delivered }) => ({ name: day, tick: tickOf(view, day), values: [sent, delivered] }))}
      series={[
        { mark: 'c-raised', words: columns.sent },
        { mark: 'c-received', words: columns.delivered },
      ]}
      say={say}
      table={{
        columns: [columns.day, columns.sent, columns.delivered],
        rows: days.map(({ day, sent, delivered }) => [view.dates.shortDay(noon(day), 'UTC'), say(sent), say(delivered)]),
      }}
    />
  );
}

export function MailTrouble({ view, health: { days, total } }: Part): JSX.Element {
  const { trouble: words, columns } = deskMailIn(view.context.language);
  const say = wholeIn(view);
  const bounced = total.bounced + total.bouncedForNow;
  if (bounced + total.complained + total.suppressed + total.failed === 0)
    return (
      <>
        <h2>{words.title}</h2>
        <p class="soft">{words.empty}</p>
      </>
    );
  return (
    <BarChart
      view={view}
      title={words.title}
      label={words.label(bounced, total.complained, total.suppressed)}
      bars={days.map((one) => ({
        name: one.day,
        tick: tickOf(view, one.day),
        values: [one.bounced + one.bouncedForNow, one.complained, one.suppressed],
      }))}
      series={[
        { mark: 'c-raised', words: columns.bounced },
        { mark: 'c-wrong', words: columns.complained },
        { mark: 'c-received', words: columns.suppressed },
      ]}
      say={say}
      table={{
        columns: [columns.day, columns.bounced, columns.bouncedForNow, columns.complained, columns.suppressed, columns.failed],
        rows: days.map((one) => [
          view.dates.shortDay(noon(one.day), 'UTC'),
          ...[one.bounced, one.bouncedForNow, one.complained, one.suppressed, one.failed].map(say),
        ]),
      }}
    />
  );
}

const LIMITS_SOURCE = 'https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html';

/** Of so few mails that a single one would be over the limit, a share says nothing. */
export function judged(of: keyof MailRates, rate: number, sent: number): 'fine' | 'few' | 'review' | 'pause' {
  const { review, pause } = MAIL_LIMITS[of];
  if (rate < review) return 'fine';
  if (sent * review < 1) return 'few';
  return rate >= pause ? 'pause' : 'review';
}

export function MailRatesPanel({ view, health: { rates, total } }: Part): JSX.Element {
  const { rates: words } = deskMailIn(view.context.language);
  const share = shareIn(view);
  return (
    <section class="panel" aria-labelledby="rates">
      <h2 id="rates">{words.title}</h2>
      {rates === undefined ? (
        <p class="soft">{words.none}</p>
      ) : (
        <ul class="rates">
          {(['bounced', 'complained'] as const).map((of) => {
            const state = judged(of, rates[of], total.sent);
            return (
              <li key={of}>
                <strong>{words[of](share(rates[of]))}</strong>{' '}
                <span class={state === 'fine' || state === 'few' ? 'tag' : 'tag tag-late'}>{words[state]}</span>
                <br />
                <span class="soft">{words.limit(share(MAIL_LIMITS[of].review), share(MAIL_LIMITS[of].pause))}</span>
              </li>
            );
          })}
        </ul>
      )}
      <p class="hint">
        <a href={LIMITS_SOURCE}>{words.source}</a>
      </p>
    </section>
  );
}
