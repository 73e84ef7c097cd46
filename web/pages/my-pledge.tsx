/** A sponsor's own page, through the link of their letter: where the pledge stands, what is due, what came, and taking it back. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import { ContactLines } from '../components/contact.tsx';
import { CorrectionForm } from '../components/correction-form.tsx';
import { page } from '../components/layout.tsx';
import { MyLogo } from '../components/my-logo.tsx';
import { dayWords, givesWords, Schedule } from '../components/pledge-words.tsx';
import { inLanguage, problemWords, textOf, type View, viewOf } from '../components/view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import type { MyPledgeModel, PageContext } from './models.ts';

export function myPledgePage(context: PageContext, model: MyPledgeModel): string {
  const view = viewOf(context);
  const { mine, states } = fundraisingIn(view.context.language);
  const { pledge, token } = model;
  const title = textOf(view, pledge.campaign.title);
  return page(view, {
    title: mine.title,
    error: model.problem !== undefined,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <h1>{mine.title}</h1>
        <p class="lead">
          {mine.lead('')}
          <a href={paths.campaign(pledge.campaign.slug)}>{title}</a>
        </p>
        {model.notice !== undefined && (
          <p class="notice notice-good" role="status">
            {mine.notices[model.notice]}
          </p>
        )}
        {model.problem !== undefined && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {problemWords(view, model.problem)}
          </p>
        )}
        <section class="ticket" aria-labelledby="state">
          <h2 id="state" class="eyebrow">
            {mine.state}
          </h2>
          <p class="ticket-title">{states[pledge.state]}</p>
          <p>{givesWords(view, pledge.commitment, pledge.campaign.levels)}</p>
          <Standing view={view} pledge={pledge} />
        </section>
        {pledge.commitment.kind === 'money' && pledge.state !== 'declined' && pledge.state !== 'cancelled' && (
          <section aria-labelledby="schedule">
            <h2 id="schedule">{mine.schedule}</h2>
            <Schedule view={view} commitment={pledge.commitment} />
          </section>
        )}
        <Timeline view={view} pledge={pledge} />
        <Papers view={view} pledge={pledge} token={token} />
        <MyLogo view={view} token={token} pledge={pledge} sent={model.logoSent} />
        {pledge.canCorrect !== 'nothing' && <CorrectionForm view={view} token={token} pledge={pledge} posted={model.correction} />}
        {pledge.canCancel && <Withdraw view={view} token={token} />}
        <section aria-labelledby="ask">
          <h2 id="ask">{mine.ask}</h2>
          {(pledge.state === 'invoiced' || pledge.state === 'part-paid') && <p>{mine.fixed}</p>}
          <ContactLines view={view} contact={pledge.campaign.contact} />
        </section>
        <p class="soft noprint">{mine.private}</p>
      </div>
    ),
  });
}

function Standing({ view, pledge }: { readonly view: View; readonly pledge: MyPledge }): JSX.Element | null {
  const { mine } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const { owedCents, paidCents, matchUpToCents, matchUsedCents, reason, state, due } = pledge;
  const today = view.dates.dayKey(view.context.now, view.context.district.zone);
  const counts = state === 'accepted' || state === 'invoiced' || state === 'part-paid' || state === 'fulfilled';
  return (
    <>
      {counts && owedCents > 0 && <p class="soft">{owedCents > paidCents ? mine.open(money(owedCents - paidCents)) : mine.nothingOpen}</p>}
      {state === 'offered' && matchUpToCents !== undefined && (
        <p class="soft">
          {fundraisingIn(view.context.language).letters.match}:{' '}
          {fundraisingIn(view.context.language).letters.matchUpTo(money(matchUpToCents))}
        </p>
      )}
      {due && (
        <p class={due.dueOn < today ? 'overdue' : 'soft'}>
          {(due.dueOn < today ? mine.overdue : mine.dueNext)(money(due.amountCents), dayWords(view, due.dueOn))}
        </p>
      )}
      {counts && matchUpToCents !== undefined && <p class="soft">{mine.matchUsed(money(matchUsedCents), money(matchUpToCents))}</p>}
      {reason !== undefined && (
        <p>
          {mine.reason}: {reason}
        </p>
      )}
    </>
  );
}

interface Step {
  readonly day: string;
  readonly words: string;
}

function stepsOf(view: View, pledge: MyPledge): readonly Step[] {
  const { mine, methods } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const { zone } = view.context.district;
  return [
    { day: view.dates.day(pledge.offeredAt, zone), words: mine.offered },
    ...(pledge.acceptedAt === undefined ? [] : [{ day: view.dates.day(pledge.acceptedAt, zone), words: mine.accepted }]),
    ...pledge.invoices.map(({ number, amountCents, issuedOn }) => ({
      day: dayWords(view, issuedOn),
      words: mine.invoiced(number, money(amountCents)),
    })),
    ...pledge.payments.map(({ kind, amountCents, method, receivedOn }) => ({
      day: dayWords(view, receivedOn),
      words: (kind === 'payment' ? mine.paid : mine.refunded)(money(amountCents), methods[method]),
    })),
  ];
}

function Timeline({ view, pledge }: { readonly view: View; readonly pledge: MyPledge }): JSX.Element {
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{fundraisingIn(view.context.language).mine.timeline}</h2>
      <ol class="timeline">
        {stepsOf(view, pledge).map(({ day, words }) => (
          <li key={`${day} ${words}`}>
            <span class="soft">{day}</span>
            <strong>{words}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Letter, invoices and receipts, to read and print here or to keep as a file. */
function Papers({ view, pledge, token }: { readonly view: View; readonly pledge: MyPledge; readonly token: string }): JSX.Element | null {
  const { mine } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  if (pledge.state === 'declined' || pledge.state === 'cancelled') return null;
  const papers = [
    { paper: 'letter', words: mine.letter },
    ...pledge.invoices.map(({ number, amountCents }) => ({ paper: `invoice-${number}`, words: mine.invoiced(number, money(amountCents)) })),
    ...pledge.payments
      .filter(({ kind }) => kind === 'payment')
      .map(({ paymentId, amountCents, receivedOn }) => ({
        paper: `receipt-${paymentId}`,
        words: mine.receipt(money(amountCents), dayWords(view, receivedOn)),
      })),
    ...(pledge.deliveredOn === undefined ? [] : [{ paper: 'receipt-goods', words: mine.goodsReceipt(dayWords(view, pledge.deliveredOn)) }]),
  ];
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{mine.papers}</h2>
      <ul class="papers">
        {papers.map(({ paper, words }) => (
          <li key={paper}>
            <a href={paths.paper(token, paper)}>{words}</a>{' '}
            <a class="soft" href={paths.paper(token, `${paper}.pdf`)} aria-label={`${words}, PDF`}>
              PDF
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Withdraw({ view, token }: { readonly view: View; readonly token: string }): JSX.Element {
  const { mine } = fundraisingIn(view.context.language);
  return (
    <details class="act-more noprint">
      <summary class="act act-grave">{mine.withdraw}</summary>
      <form
        class="act-form"
        method="post"
        action={inLanguage(paths.withdrawPledge(token), view.context.language)}
        data-once={view.m.form.sending}
      >
        <p>{mine.withdrawSure}</p>
        <button class="button button-grave" type="submit">
          {mine.withdrawYes}
        </button>
      </form>
    </details>
  );
}
