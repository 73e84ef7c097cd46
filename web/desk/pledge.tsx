/** One pledge at the desk: who, what, where it stands, what happened, and what the reader can do with it. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { StaffPledge } from '#contracts/resources/pledge.ts';
import { dayWords, givesWords, Schedule } from '../components/pledge-words.tsx';
import { telLink, textOf, type View, viewOf } from '../components/view.ts';
import { deskPledgeIn, fundraisingIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { moneyIn } from '../words/money.ts';
import { deskPage } from './layout.tsx';
import type { DeskPledgeModel } from './models-fundraising.ts';
import { PledgeActions } from './pledge-actions.tsx';
import { PledgeBenefits, PledgeLogoPanel } from './pledge-extras.tsx';
import { deskProblemWords } from './problem-words.ts';

export function deskPledgePage(context: PageContext, model: DeskPledgeModel): string {
  const view = viewOf(context);
  const words = deskPledgeIn(view.context.language);
  const { pledge, campaign, reader, done, problem } = model;
  const title = words.title(pledge.sponsor.name);
  return deskPage(view, {
    title,
    reader,
    error: problem !== undefined || model.posted !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.campaign(campaign.campaignId)}>{textOf(view, campaign.title)}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">{fundraisingIn(view.context.language).states[pledge.state]}</p>
        </div>
        {done !== undefined && words.done[done] !== undefined && (
          <p class="notice notice-good" role="status">
            {words.done[done]}
          </p>
        )}
        {problem !== undefined && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {deskProblemWords(view, problem)}
          </p>
        )}
        <div class="dash-two">
          <div class="dash">
            <Facts view={view} pledge={pledge} levels={campaign.levels} />
            <Money view={view} pledge={pledge} />
            <PledgeBenefits view={view} model={model} />
            <PledgeLogoPanel view={view} model={model} />
          </div>
          <div class="dash">
            <PledgeActions view={view} model={model} />
            <Steps view={view} model={model} />
          </div>
        </div>
      </div>
    ),
  });
}

function Contact({ view, pledge }: { readonly view: View; readonly pledge: StaffPledge }): JSX.Element {
  const words = deskPledgeIn(view.context.language);
  const { zone } = view.context.district;
  const { sponsor, forgottenAt, toForgetSince } = pledge;
  if (forgottenAt !== undefined) return <span class="soft">{words.forgotten(view.dates.shortDay(forgottenAt, zone))}</span>;
  return (
    <span>
      {sponsor.contactName}
      <br />
      <a href={`mailto:${sponsor.email}`}>{sponsor.email}</a>
      {sponsor.phone !== undefined && (
        <>
          <br />
          <a href={telLink(sponsor.phone)}>{sponsor.phone}</a>
        </>
      )}
      {sponsor.address !== undefined && (
        <>
          <br />
          {sponsor.address}
        </>
      )}
      {toForgetSince !== undefined && (
        <>
          <br />
          <span class="soft">{words.toForget}</span>
        </>
      )}
    </span>
  );
}

function Facts({
  view,
  pledge,
  levels,
}: {
  readonly view: View;
  readonly pledge: StaffPledge;
  readonly levels: DeskPledgeModel['campaign']['levels'];
}): JSX.Element {
  const words = deskPledgeIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const { commitment, matchUpToCents, matchUsedCents, recognition, owedCents, paidCents } = pledge;
  const facts: readonly (readonly [string, JSX.Element | string])[] = [
    [words.contact, <Contact key="contact" view={view} pledge={pledge} />],
    [words.gives, givesWords(view, commitment, levels)],
    ...(matchUpToCents === undefined ? [] : [[words.match, words.matchWords(money(matchUsedCents), money(matchUpToCents))] as const]),
    [words.public, words.recognition[recognition]],
    ...(owedCents > 0
      ? ([
          [words.owed, money(owedCents)],
          [words.paid, money(paidCents)],
          [words.open, money(Math.max(0, owedCents - paidCents))],
        ] as const)
      : []),
  ];
  return (
    <section class="panel">
      <dl class="facts">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Money({ view, pledge }: { readonly view: View; readonly pledge: StaffPledge }): JSX.Element {
  const words = deskPledgeIn(view.context.language);
  const { methods, mine } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  return (
    <section class="panel dash" aria-label={words.payments}>
      {pledge.commitment.kind === 'money' && (
        <div>
          <h2>{words.schedule}</h2>
          <Schedule view={view} commitment={pledge.commitment} />
        </div>
      )}
      <div>
        <h2>{words.invoices}</h2>
        {pledge.invoices.length === 0 ? (
          <p class="soft">{words.none}</p>
        ) : (
          <ul class="todo">
            {pledge.invoices.map(({ number, amountCents, issuedOn }) => (
              <li key={number}>
                <span>{mine.invoiced(number, money(amountCents))}</span>
                <span class="soft">{dayWords(view, issuedOn)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h2>{words.payments}</h2>
        {pledge.payments.length === 0 ? (
          <p class="soft">{words.none}</p>
        ) : (
          <ul class="todo">
            {pledge.payments.map(({ paymentId, kind, amountCents, method, receivedOn }) => (
              <li key={paymentId}>
                <span>
                  {kind === 'payment' ? money(amountCents) : words.refundOf(money(amountCents))} <span class="soft">{methods[method]}</span>
                </span>
                <span class="soft">{dayWords(view, receivedOn)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Steps({ view, model: { history } }: { readonly view: View; readonly model: DeskPledgeModel }): JSX.Element {
  const words = deskPledgeIn(view.context.language);
  const { zone } = view.context.district;
  return (
    <section class="panel" aria-labelledby="steps">
      <h2 id="steps">{words.steps}</h2>
      <ol class="timeline">
        {history.map(({ at, by, what, reason, ref }) => (
          <li key={`${at} ${what} ${ref ?? ''}`}>
            <span class="soft">
              {view.dates.moment(at, zone)} · {words.by[by] ?? by}
            </span>
            <strong>{words.history[what] ?? what}</strong>
            {reason !== undefined && <span>{reason}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
