/** What goes along with a pledge at the desk: the benefits that are owed, and the logo. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import { dayWords } from '../components/pledge-words.tsx';
import { deskPledgeIn, fundraisingIn } from '../messages/areas.ts';
import { ActionForm, type ActionProps, LineField } from './pledge-actions.tsx';

export function PledgeBenefits({ view, model }: ActionProps): JSX.Element | null {
  const words = deskPledgeIn(view.context.language);
  const { pledge, may } = model;
  const counts =
    pledge.state !== 'offered' && pledge.state !== 'declined' && pledge.state !== 'cancelled' && pledge.state !== 'written-off';
  if (pledge.benefits.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="benefits">
      <h2 id="benefits">{words.benefits}</h2>
      <ul class="todo">
        {pledge.benefits.map(({ benefit, givenOn }) => (
          <li key={benefit}>
            <span>
              {benefit} {givenOn !== undefined && <span class="tag">{words.given(dayWords(view, givenOn))}</span>}
            </span>
            {may.decide && counts && (
              <details class="act-more noprint">
                <summary class="act" aria-label={`${givenOn === undefined ? words.tick : words.untick}: ${benefit}`}>
                  {givenOn === undefined ? words.tick : words.untick}
                </summary>
                <ActionForm view={view} model={model} step="tickBenefit">
                  <input type="hidden" name="benefit" value={benefit} />
                  {givenOn === undefined && <BenefitDay view={view} model={model} benefit={benefit} />}
                  <button class="button button-small" type="submit">
                    {givenOn === undefined ? words.tick : words.untick}
                  </button>
                </ActionForm>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A page may have several, so each has an id of its own. */
function BenefitDay({ view, model, benefit }: ActionProps & { readonly benefit: string }): JSX.Element {
  const id = `given-${model.pledge.benefits.findIndex((one) => one.benefit === benefit)}`;
  const today = view.dates.dayKey(view.context.now, view.context.district.zone);
  return (
    <div class="field">
      <label for={id}>{deskPledgeIn(view.context.language).givenOn}</label>
      <input id={id} name="givenOn" type="date" value={today} />
    </div>
  );
}

export function PledgeLogoPanel({ view, model }: ActionProps): JSX.Element | null {
  const words = deskPledgeIn(view.context.language);
  const fundraising = fundraisingIn(view.context.language);
  const { pledge, may } = model;
  const { logo, sponsor } = pledge;
  if (logo === undefined) return null;
  const { campaignId, pledgeId } = pledge;
  return (
    <section class="panel" aria-labelledby="logo">
      <h2 id="logo">{words.logo}</h2>
      <p>
        <span class={logo.state === 'to-check' ? 'tag' : 'soft'}>{words.logoStates[logo.state]}</span>
      </p>
      {logo.state === 'unusable' ? (
        <p class="soft">{fundraising.logo.problems[logo.problem]}</p>
      ) : (
        <>
          <p class="logo-plate">
            <img src={deskPaths.pledgeLogo(campaignId, pledgeId, logo.logoId)} alt={sponsor.name} width={logo.width} height={logo.height} />
          </p>
          {logo.state === 'declined' && logo.reason !== undefined && (
            <p>
              {words.reason}: {logo.reason}
            </p>
          )}
          {may.decide && logo.state !== 'accepted' && (
            <ActionForm view={view} model={model} step="decideLogo">
              <input type="hidden" name="logoId" value={logo.logoId} />
              <input type="hidden" name="decision" value="accept" />
              <button class="button" type="submit">
                {words.logoAccept}
              </button>
            </ActionForm>
          )}
          {may.decide && logo.state !== 'declined' && (
            <details class="act-more noprint">
              <summary class="act">{words.logoDecline}</summary>
              <ActionForm view={view} model={model} step="decideLogo">
                <input type="hidden" name="logoId" value={logo.logoId} />
                <input type="hidden" name="decision" value="decline" />
                <LineField view={view} model={model} step="decideLogo" name="reason" label={words.reason} hint={words.reasonHint} />
                <button class="button button-grave" type="submit">
                  {words.logoDecline}
                </button>
              </ActionForm>
            </details>
          )}
        </>
      )}
    </section>
  );
}
