/** A campaign: what it buys, how far it is, at which levels one can take part, who does already. */

import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { PublicCampaign, PublicLevel } from '#contracts/resources/campaign-view.ts';
import { timeLeft } from '../components/campaign-cards.tsx';
import { ContactLines } from '../components/contact.tsx';
import { Illustration } from '../components/illustrations.tsx';
import { page } from '../components/layout.tsx';
import { Photos, Picture, photosOf } from '../components/photos.tsx';
import { Benefits } from '../components/pledge-words.tsx';
import { QrCode } from '../components/qr-code.tsx';
import { percentOf, Thermometer } from '../components/thermometer.tsx';
import { textOf, type View, viewOf } from '../components/view.ts';
import { Paragraphs, Words } from '../components/words.tsx';
import { fundraisingIn } from '../messages/areas.ts';
import { moneyColumnIn, moneyIn } from '../words/money.ts';
import type { CampaignModel, PageContext } from './models.ts';

export function campaignPage(context: PageContext, { campaign, school, preview }: CampaignModel): string {
  const view = viewOf(context);
  const props = { view, campaign, forStaff: preview !== undefined };
  return page(view, {
    title: textOf(view, campaign.title),
    description: textOf(view, campaign.summary),
    // there is no picture of what nobody sees yet
    ...(preview ? { unlisted: true } : { card: { path: paths.campaignCard(campaign.slug), alt: cardWords(view, campaign) } }),
    children: (
      <>
        {preview && (
          <p class="wrap notice">
            {preview.banner} <a href={preview.href}>{preview.back}</a>
          </p>
        )}
        <Head {...props} owner={school?.name ?? fundraisingIn(view.context.language).district} />
        <div class="wrap two">
          <div class="two-main campaign">
            <Impact {...props} />
            <Paragraphs view={view} of={campaign.story} />
            <Photos {...props} photos={photosOf(campaign, 'story').slice(1)} />
            <Buys view={view} campaign={campaign} />
            <Levels view={view} campaign={campaign} />
            <Wall view={view} campaign={campaign} />
          </div>
          <Side view={view} campaign={campaign} />
        </div>
      </>
    ),
  });
}

/** What the share card shows, for those who don't see it. */
function cardWords(view: View, { title, raisedCents, goalCents }: PublicCampaign): string {
  const money = moneyIn(view.m.locale);
  const { label } = fundraisingIn(view.context.language).progress;
  return `${textOf(view, title)}: ${label(money(raisedCents), money(goalCents), percentOf(raisedCents, goalCents))}`;
}

interface PartProps {
  readonly view: View;
  readonly campaign: PublicCampaign;
  readonly forStaff?: boolean | undefined;
}

function Head({ view, campaign, owner, forStaff }: PartProps & { readonly owner: string }): JSX.Element {
  const words = fundraisingIn(view.context.language).campaign;
  const [photo] = photosOf(campaign, 'story');
  return (
    <div class="hero">
      <div class="wrap hero-row">
        <div class="hero-words">
          <p class="crumb">
            <a href={paths.campaigns}>{words.back}</a>
          </p>
          <p class="eyebrow">{owner}</p>
          <h1>
            <Words view={view} of={campaign.title} />
          </h1>
          <p class="lead">
            <Words view={view} of={campaign.summary} />
          </p>
          <Thermometer view={view} campaign={campaign} />
          <p class="hero-act">
            {campaign.phase === 'open' && (
              <a class="button button-sun" href={paths.pledge(campaign.slug)}>
                {words.pledge}
              </a>
            )}
            <span class="hero-figures">
              {fundraisingIn(view.context.language).progress.sponsors(campaign.totals.sponsors)} · {timeLeft(view, campaign)}
            </span>
          </p>
        </div>
        {photo ? (
          <Picture view={view} campaign={campaign} photo={photo} forStaff={forStaff} first />
        ) : (
          <Illustration name={campaign.illustration} />
        )}
      </div>
    </div>
  );
}

/** Told once it is over; photos of it may come before there are words. */
function Impact({ view, campaign, forStaff }: PartProps): JSX.Element | null {
  const photos = photosOf(campaign, 'impact');
  const { impact, phase } = campaign;
  if (impact === undefined && (phase !== 'over' || photos.length === 0)) return null;
  return (
    <section aria-labelledby="impact">
      <h2 id="impact">{fundraisingIn(view.context.language).campaign.impact}</h2>
      {impact !== undefined && <Paragraphs view={view} of={impact} />}
      <Photos view={view} campaign={campaign} photos={photos} forStaff={forStaff} />
    </section>
  );
}

function Buys({ view, campaign }: PartProps): JSX.Element {
  const words = fundraisingIn(view.context.language).campaign;
  const money = moneyColumnIn(view.m.locale, [campaign.goalCents, ...campaign.buys.map(({ priceCents }) => priceCents)]);
  return (
    <section aria-labelledby="buys">
      <h2 id="buys">{words.buys}</h2>
      <table class="prices">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col" class="sum">
              {words.price}
            </th>
          </tr>
        </thead>
        <tbody>
          {campaign.buys.map(({ label, priceCents }) => (
            <tr key={textOf(view, label)}>
              <td>
                <Words view={view} of={label} />
              </td>
              <td class="sum">{money(priceCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td class="sum">{money(campaign.goalCents)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Levels({ view, campaign }: PartProps): JSX.Element | null {
  const words = fundraisingIn(view.context.language).campaign;
  if (campaign.levels.length === 0) return null;
  return (
    <section aria-labelledby="levels">
      <h2 id="levels">{words.levels}</h2>
      <p class="section-hint">{words.levelsHint}</p>
      <ul class="levels">
        {campaign.levels.map((level) => (
          <LevelCard key={level.levelId} view={view} campaign={campaign} level={level} />
        ))}
      </ul>
      {campaign.phase === 'open' ? (
        <p>
          <a class="button button-quiet" href={paths.pledge(campaign.slug)}>
            {words.other}
          </a>
        </p>
      ) : (
        <p class="soft">
          {campaign.phase === 'over' ? words.over : words.notOpen(view.dates.moment(campaign.opensAt, view.context.district.zone))}
        </p>
      )}
    </section>
  );
}

function LevelCard({ view, campaign, level }: PartProps & { readonly level: PublicLevel }): JSX.Element {
  const words = fundraisingIn(view.context.language).campaign;
  const name = textOf(view, level.name);
  const free = level.left === undefined || level.left > 0;
  return (
    <li class={free ? 'level' : 'level level-taken'}>
      <h3>
        <Words view={view} of={level.name} />
      </h3>
      <p class="level-amount">
        {moneyIn(view.m.locale)(level.amountCents)} <span class="soft">{words.orMore}</span>
      </p>
      <Benefits view={view} level={level} />
      {level.left !== undefined && <p class={free ? 'soft' : 'level-gone'}>{free ? words.left(level.left) : words.soldOut}</p>}
      {free && campaign.phase === 'open' && (
        <p>
          <a class="button button-small" href={`${paths.pledge(campaign.slug)}?level=${level.levelId}`}>
            {words.choose(name)}
          </a>
        </p>
      )}
    </li>
  );
}

/** Level by level; those without a level come last. */
function Wall({ view, campaign }: PartProps): JSX.Element {
  const words = fundraisingIn(view.context.language).campaign;
  const groups = [
    ...campaign.levels.map((level) => ({
      name: textOf(view, level.name),
      sponsors: campaign.wall.filter(({ levelId }) => levelId === level.levelId),
    })),
    {
      name: words.wallOthers,
      sponsors: campaign.wall.filter(({ levelId }) => !campaign.levels.some((level) => level.levelId === levelId)),
    },
  ].filter(({ sponsors }) => sponsors.length > 0);
  return (
    <section aria-labelledby="wall">
      <h2 id="wall">{words.wall}</h2>
      {groups.length === 0 && <p class="soft">{words.wallEmpty}</p>}
      {groups.map(({ name, sponsors }, index) => (
        <div key={name} class="wall-group">
          <h3 class="eyebrow">{name}</h3>
          <ul class={index === 0 ? 'wall wall-large' : 'wall'}>
            {sponsors.map((sponsor) => (
              <li key={sponsor.pledgeId}>
                {sponsor.logo === undefined ? (
                  sponsor.name
                ) : (
                  <img
                    src={paths.logo(campaign.campaignId, sponsor.pledgeId, sponsor.logo.logoId)}
                    alt={sponsor.name}
                    width={sponsor.logo.width}
                    height={sponsor.logo.height}
                    loading="lazy"
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {groups.length > 0 && <p class="hint">{words.wallNote}</p>}
    </section>
  );
}

function Side({ view, campaign }: PartProps): JSX.Element {
  const { campaign: words, progress } = fundraisingIn(view.context.language);
  const { totals } = campaign;
  const figures: readonly (readonly [string, number])[] = [
    [progress.pledged, totals.pledgedCents],
    [progress.gifts, totals.giftsCents],
    [progress.matched, totals.matchedCents],
    [progress.goods, totals.goodsCents],
    [progress.received, totals.receivedCents],
  ];
  const shown = figures.filter(([, cents]) => cents > 0);
  const money = moneyColumnIn(
    view.m.locale,
    shown.map(([, cents]) => cents),
  );
  const url = `${view.context.district.siteUrl}${paths.campaign(campaign.slug)}`;
  return (
    <aside class="two-side" aria-label={words.share}>
      <dl class="facts">
        {shown.map(([label, cents]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{money(cents)}</dd>
          </div>
        ))}
        <div>
          <dt>{words.ask}</dt>
          <dd>
            <ContactLines view={view} contact={campaign.contact} />
          </dd>
        </div>
        <div class="facts-share">
          <dt>{words.share}</dt>
          <dd>
            <QrCode url={url} label={words.qr(url)} />
            <p class="hint">{words.shareHint}</p>
          </dd>
        </div>
      </dl>
    </aside>
  );
}
