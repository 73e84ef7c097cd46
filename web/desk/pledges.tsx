/** Pledges of a campaign in a list, those that a figure counts; and what added to its money in a week. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { dayWords } from '../components/pledge-words.tsx';
import { textOf, type View, viewOf } from '../components/view.ts';
import { deskCampaignIn, deskPledgeIn, fundraisingIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { moneyColumnIn, moneyIn } from '../words/money.ts';
import { Scroll } from './charts/frame.tsx';
import { deskPage } from './layout.tsx';
import type { DeskPledgesModel, DeskWeekModel } from './models-campaign.ts';
import { Heads } from './table-heads.tsx';

export function deskPledgesPage(context: PageContext, model: DeskPledgesModel): string {
  const view = viewOf(context);
  const { list: words } = deskCampaignIn(context.language);
  const { reader, campaign, pledges } = model;
  const title = textOf(view, campaign.title);
  return deskPage(view, {
    title: `${words.title}: ${title}`,
    reader,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.campaign(campaign.campaignId)}>{title}</a>
          </p>
          <h1>{words.title}</h1>
        </div>
        <Which view={view} model={model} />
        <section class="panel">{pledges.length === 0 ? <p class="soft">{words.empty}</p> : <Rows view={view} model={model} />}</section>
      </div>
    ),
  });
}

interface Part {
  readonly view: View;
  readonly model: DeskPledgesModel;
}

/** Links, and no form: each is an address to keep. */
function Which({ view, model: { campaign, show, level } }: Part): JSX.Element {
  const { list: words } = deskCampaignIn(view.context.language);
  const { campaignId, levels } = campaign;
  const kinds = ['all', 'counting', 'open', 'paid', 'match', 'goods'] as const;
  const choices: readonly { readonly to: string; readonly name: string; readonly chosen: boolean }[] = [
    ...kinds.map((kind) => ({
      to: deskPaths.pledges(campaignId, kind === 'all' ? {} : { show: kind }),
      name: words[kind],
      chosen: level === undefined && show === kind,
    })),
    ...levels.map(({ levelId, name }) => ({
      to: deskPaths.pledges(campaignId, { level: levelId }),
      name: words.ofLevel(textOf(view, name)),
      chosen: level === levelId,
    })),
    { to: deskPaths.pledges(campaignId, { level: 'none' }), name: words.noLevel, chosen: level === 'none' },
  ];
  return (
    <nav class="dash-acts noprint" aria-label={words.which}>
      {choices.map(({ to, name, chosen }) => (
        <a
          key={to}
          class={chosen ? 'button button-small' : 'button button-quiet button-small'}
          href={to}
          aria-current={chosen ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

function Rows({ view, model: { pledges } }: Part): JSX.Element {
  const { list: words } = deskCampaignIn(view.context.language);
  const { states, review } = fundraisingIn(view.context.language);
  const say = moneyIn(view.m.locale);
  const sums = {
    owed: pledges.reduce((sum, { owedCents }) => sum + owedCents, 0),
    paid: pledges.reduce((sum, { paidCents }) => sum + paidCents, 0),
    match: pledges.reduce((sum, { matchUsedCents }) => sum + matchUsedCents, 0),
  };
  const money = moneyColumnIn(view.m.locale, [
    ...Object.values(sums),
    ...pledges.flatMap(({ owedCents, paidCents, matchUsedCents }) => [owedCents, paidCents, matchUsedCents]),
  ]);
  return (
    <Scroll view={view} label={words.title}>
      <table class="data">
        <Heads names={[words.sponsor, words.state, words.gives]} sums={[words.owed, words.paidSum, words.matchUsed]} />
        <tbody>
          {pledges.map(({ campaignId, pledgeId, sponsor, state, commitment, owedCents, paidCents, matchUsedCents }) => (
            <tr key={pledgeId}>
              <th scope="row">
                <a href={deskPaths.pledge(campaignId, pledgeId)}>{sponsor.name}</a>
              </th>
              <td>{states[state]}</td>
              <td>{commitment.kind === 'goods' ? review.goods(say(commitment.valueCents)) : say(commitment.amountCents)}</td>
              <td class="sum">{money(owedCents)}</td>
              <td class="sum">{money(paidCents)}</td>
              <td class="sum">{matchUsedCents === 0 ? '–' : money(matchUsedCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan={3}>
              {deskCampaignIn(view.context.language).moved.sum}
            </th>
            <td class="sum">{money(sums.owed)}</td>
            <td class="sum">{money(sums.paid)}</td>
            <td class="sum">{money(sums.match)}</td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

export function deskWeekPage(context: PageContext, model: DeskWeekModel): string {
  const view = viewOf(context);
  const { moved: words } = deskCampaignIn(context.language);
  const { reader, campaign, startsOn, endsOn, earlier, later, moves } = model;
  const title = textOf(view, campaign.title);
  return deskPage(view, {
    title: `${words.title}: ${title}`,
    reader,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={`${deskPaths.campaign(campaign.campaignId)}#weeks`}>{title}</a>
          </p>
          <h1>{words.title}</h1>
          <p class="lead">{words.week(dayWords(view, startsOn), dayWords(view, endsOn))}</p>
        </div>
        <section class="panel">{moves.length === 0 ? <p class="soft">{words.empty}</p> : <Moves view={view} model={model} />}</section>
        <nav class="onward noprint" aria-label={words.title}>
          <a href={deskPaths.campaignWeek(campaign.campaignId, earlier)}>{words.earlier}</a>
          {later !== undefined && <a href={deskPaths.campaignWeek(campaign.campaignId, later)}>{words.later}</a>}
        </nav>
      </div>
    ),
  });
}

function Moves({ view, model: { moves, campaign } }: { readonly view: View; readonly model: DeskWeekModel }): JSX.Element {
  const { moved: words } = deskCampaignIn(view.context.language);
  const { history } = deskPledgeIn(view.context.language);
  const sum = (of: 'raisedCents' | 'receivedCents'): number => moves.reduce((total, one) => total + one[of], 0);
  const money = moneyColumnIn(
    view.m.locale,
    moves.flatMap((one) => [one.raisedCents, one.receivedCents]),
  );
  return (
    <Scroll view={view} label={words.title}>
      <table class="data">
        <Heads names={[words.what, words.when]} sums={[words.raised, words.received]} />
        <tbody>
          {moves.map(({ at, what, pledgeId, sponsorName, raisedCents, receivedCents }) => (
            <tr key={`${at} ${what} ${pledgeId ?? ''}`}>
              <th scope="row">
                {pledgeId === undefined ? (
                  <a href={deskPaths.gifts(campaign.campaignId)}>{words.gift}</a>
                ) : (
                  <a href={deskPaths.pledge(campaign.campaignId, pledgeId)}>{sponsorName}</a>
                )}{' '}
                <span class="soft">{history[what] ?? what}</span>
              </th>
              <td>{view.dates.moment(at, view.context.district.zone)}</td>
              <td class="sum">{money(raisedCents)}</td>
              <td class="sum">{money(receivedCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan={2}>
              {words.sum}
            </th>
            <td class="sum">{money(sum('raisedCents'))}</td>
            <td class="sum">{money(sum('receivedCents'))}</td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}
