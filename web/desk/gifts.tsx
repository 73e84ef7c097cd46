/** Gifts of a campaign at the desk: recorded by hand, all of them in a list, and what is given back of one. */
import type { JSX } from 'preact';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { type Gift, PaymentMethod } from '#contracts/resources/pledge.ts';
import { ErrorSummary } from '../components/fields.tsx';
import { dayWords } from '../components/pledge-words.tsx';
import { textOf, type View, viewOf } from '../components/view.ts';
import { deskCampaignIn, fundraisingIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { moneyColumnIn, moneyIn } from '../words/money.ts';
import { languageNameIn } from '../words/plural.ts';
import { ActForm, Told } from './act-form.tsx';
import { giftFieldOf } from './campaign-bodies.ts';
import { Scroll } from './charts/frame.tsx';
import { errorsOf, Line, Select } from './form-parts.tsx';
import { deskPage } from './layout.tsx';
import type { DeskGiftsModel } from './models-campaign.ts';
import { deskProblemWords } from './problem-words.ts';
import { Heads } from './table-heads.tsx';

interface Part {
  readonly view: View;
  readonly model: DeskGiftsModel;
}

export function deskGiftsPage(context: PageContext, model: DeskGiftsModel): string {
  const view = viewOf(context);
  const { gifts: words, errors: wrong } = deskCampaignIn(context.language);
  const { reader, campaign, problem, posted, may } = model;
  const title = textOf(view, campaign.title);
  const errors = errorsOf(view, posted?.errors ?? [], giftFieldOf, wrong);
  return deskPage(view, {
    title: `${words.title}: ${title}`,
    reader,
    error: errors.length > 0 || problem !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.campaign(campaign.campaignId)}>{title}</a>
          </p>
          <h1>{words.title}</h1>
        </div>
        <ErrorSummary view={view} errors={errors} />
        <Told
          done={doneWords(view, model)}
          problem={problem === undefined || errors.length > 0 ? undefined : deskProblemWords(view, problem)}
        />
        {model.refunding !== undefined && may.record && <Refund view={view} model={model} gift={model.refunding} errors={errors} />}
        {may.record && model.refunding === undefined && <Record view={view} model={model} errors={errors} />}
        <List view={view} model={model} />
      </div>
    ),
  });
}

function doneWords(view: View, { done, recorded }: DeskGiftsModel): string | undefined {
  const { gifts: words, done: said } = deskCampaignIn(view.context.language);
  if (done === undefined) return undefined;
  if (done !== 'recordGift' || !recorded) return said[done];
  const money = moneyIn(view.m.locale);
  const doubled = matchedCents(recorded);
  return words.recorded(money(recorded.amountCents), doubled > 0 ? money(doubled) : undefined);
}

const matchedCents = ({ matched }: Gift): number => matched.reduce((sum, { amountCents }) => sum + amountCents, 0);
const giverOf = (view: View, { giver }: Gift): string => giver?.name ?? deskCampaignIn(view.context.language).gifts.anonymous;

function Record({ view, model, errors }: Part & { readonly errors: ReturnType<typeof errorsOf> }): JSX.Element {
  const { gifts: words } = deskCampaignIn(view.context.language);
  const { methods } = fundraisingIn(view.context.language);
  const { campaign, reader, formKey, posted, matchLeftCents } = model;
  const { context, m, dates } = view;
  const typed = (name: string, otherwise = ''): string => posted?.values[name] ?? otherwise;
  const props = { view, errors };
  if (campaign.status === 'draft') return <p class="notice">{words.notOpen}</p>;
  return (
    <section class="panel" aria-labelledby="record">
      <h2 id="record">{words.record}</h2>
      <ActForm view={view} reader={reader} action={deskFormPath(`/api/campaigns/${campaign.campaignId}/gifts`)} formKey={formKey} wide>
        <p class="hint">{matchLeftCents > 0 ? words.matchLeft(moneyIn(m.locale)(matchLeftCents)) : words.noMatch}</p>
        <div class="row-fields">
          <Line {...props} name="amount" type="money" label={words.amount} value={typed('amount')} />
          <Select
            {...props}
            name="method"
            label={words.method}
            value={typed('method', 'cash')}
            options={PaymentMethod.options.map((one) => [one, methods[one]] as const)}
          />
          <Line
            {...props}
            name="receivedOn"
            type="date"
            label={words.receivedOn}
            value={typed('receivedOn', dates.dayKey(context.now, context.district.zone))}
          />
        </div>
        <div class="row-fields">
          <Line {...props} name="giver-name" label={words.giverName} hint={words.giverNameHint} value={typed('giver-name')} optional />
          <Line
            {...props}
            name="giver-email"
            type="email"
            label={words.giverEmail}
            hint={words.giverEmailHint}
            value={typed('giver-email')}
            optional
          />
          <Select
            {...props}
            name="language"
            label={words.language}
            value={typed('language', context.district.languages[0])}
            options={context.district.languages.map((one) => [one, languageNameIn(m.locale, one)] as const)}
          />
        </div>
        <p>
          <button class="button" type="submit">
            {words.save}
          </button>
        </p>
      </ActForm>
    </section>
  );
}

function Refund({ view, model, gift, errors }: Part & { readonly gift: Gift; readonly errors: ReturnType<typeof errorsOf> }): JSX.Element {
  const { gifts: words } = deskCampaignIn(view.context.language);
  const { campaign, reader, posted } = model;
  const typed = (name: string): string => posted?.values[name] ?? '';
  const action = deskFormPath(`/api/campaigns/${campaign.campaignId}/gifts/${gift.giftId}/refund`);
  const props = { view, errors };
  return (
    <section class="panel" aria-labelledby="refund">
      <h2 id="refund">{words.refundOf(giverOf(view, gift), moneyIn(view.m.locale)(gift.amountCents))}</h2>
      <ActForm view={view} reader={reader} action={action} wide>
        <p class="hint">{words.refundHint}</p>
        <div class="row-fields">
          <Line {...props} name="refunded" type="money" label={words.refunded} value={typed('refunded')} />
          <Line {...props} name="reason" label={words.reason} value={typed('reason')} />
        </div>
        <p class="dash-acts">
          <button class="button button-grave" type="submit">
            {words.refundDo}
          </button>
          <a class="button button-quiet" href={deskPaths.gifts(campaign.campaignId)}>
            {words.cancel}
          </a>
        </p>
      </ActForm>
    </section>
  );
}

function List({ view, model: { gifts, campaign, may } }: Part): JSX.Element {
  const { gifts: words } = deskCampaignIn(view.context.language);
  const { methods } = fundraisingIn(view.context.language);
  const say = moneyIn(view.m.locale);
  const money = moneyColumnIn(
    view.m.locale,
    gifts.flatMap((gift) => [gift.amountCents, matchedCents(gift), gift.refundedCents]),
  );
  return (
    <section class="panel" aria-labelledby="all">
      <h2 id="all">{words.list}</h2>
      {gifts.length === 0 ? (
        <p class="soft">{words.empty}</p>
      ) : (
        <Scroll view={view} label={words.list}>
          <table class="data">
            <Heads names={[words.giver, words.day]} sums={[words.given, words.doubled, words.back]}>
              <th scope="col" class="noprint">
                {words.acts}
              </th>
            </Heads>
            <tbody>
              {gifts.map((gift) => {
                const about = [giverOf(view, gift), say(gift.amountCents)] as const;
                return (
                  <tr key={gift.giftId} id={gift.giftId}>
                    <th scope="row">
                      {about[0]}
                      {gift.giver?.email !== undefined && <span class="soft small-line">{gift.giver.email}</span>}
                    </th>
                    <td>
                      {dayWords(view, gift.receivedOn)} <span class="soft">{methods[gift.method]}</span>
                    </td>
                    <td class="sum">{money(gift.amountCents)}</td>
                    <td class="sum">{gift.matched.length === 0 ? '–' : <Matched view={view} gift={gift} say={money} />}</td>
                    <td class="sum">{gift.refundedCents === 0 ? '–' : money(gift.refundedCents)}</td>
                    <td class="noprint">
                      {gift.giver !== undefined && (
                        <a href={deskPaths.giftReceipt(campaign.campaignId, gift.giftId)} aria-label={words.receiptOf(...about)}>
                          {words.receipt}
                        </a>
                      )}{' '}
                      {may.record && gift.refundedCents < gift.amountCents && (
                        <a
                          href={`${deskPaths.gifts(campaign.campaignId)}?refund=${gift.giftId}#refund`}
                          aria-label={words.refundOf(...about)}
                        >
                          {words.refund}
                        </a>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

/** Each part leads to the pledge whose match it is. */
const Matched = ({ gift, say }: { readonly view: View; readonly gift: Gift; readonly say: (cents: number) => string }): JSX.Element => (
  <>
    {gift.matched.map(({ pledgeId, amountCents }, index) => (
      <span key={pledgeId}>
        {index > 0 && ' + '}
        <a href={deskPaths.pledge(gift.campaignId, pledgeId)}>{say(amountCents)}</a>
      </span>
    ))}
  </>
);
