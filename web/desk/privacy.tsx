/** Privacy requests: find a person by their address, see what is kept, and hand it to them as a file. */
import type { JSX } from 'preact';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import type { PersonRecord } from '#contracts/resources/person-record.ts';
import { TextField } from '../components/fields.tsx';
import { dayWords } from '../components/pledge-words.tsx';
import { inLanguage, type View, viewOf } from '../components/view.ts';
import { deskPrivacyIn, fundraisingIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { moneyIn } from '../words/money.ts';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskPrivacyModel } from './models-office.ts';

export function deskPrivacyPage(context: PageContext, { reader, email = '', found, wrong = false }: DeskPrivacyModel): string {
  const view = viewOf(context);
  const words = deskPrivacyIn(context.language);
  return deskPage(view, {
    title: words.title,
    reader,
    error: wrong,
    children: (
      <div class="wrap section dash">
        <div>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
        </div>
        <section class="panel noprint" aria-labelledby="find">
          <h2 id="find">{words.find}</h2>
          <form class="act-form" method="post" action={inLanguage(deskFormPath('/api/privacy/find'), context.language)} novalidate>
            <FormToken reader={reader} />
            <TextField
              view={view}
              id="email"
              name="email"
              type="email"
              label={words.email}
              value={email}
              errors={wrong ? [{ fieldId: 'email', words: words.wrong }] : []}
            />
            <button class="button" type="submit">
              {words.find}
            </button>
          </form>
        </section>
        {found !== undefined && <Found view={view} found={found} />}
        {found !== undefined && !isNobody(found) && (
          <form class="noprint" method="post" action={inLanguage(deskFormPath('/api/privacy/export'), context.language)}>
            <FormToken reader={reader} />
            <input type="hidden" name="email" value={email} />
            <p class="hint">{words.exportHint}</p>
            <button class="button" type="submit">
              {words.export}
            </button>
          </form>
        )}
      </div>
    ),
  });
}

const isNobody = ({ signUps, pledges, gifts }: PersonRecord): boolean => signUps.length + pledges.length + gifts.length === 0;

function Found({ view, found }: { readonly view: View; readonly found: PersonRecord }): JSX.Element {
  const words = deskPrivacyIn(view.context.language);
  const { states } = fundraisingIn(view.context.language);
  const { zone } = view.context.district;
  const stateOf = (state: string): string => Object.entries(states).find(([key]) => key === state)?.[1] ?? state;
  return (
    <section class="panel dash" aria-labelledby="found">
      <h2 id="found" tabindex={-1} data-focus>
        {words.found}
      </h2>
      {isNobody(found) && <p role="status">{words.nobody}</p>}
      {found.signUps.length > 0 && (
        <div>
          <h3>{words.signUps}</h3>
          <p class="hint">{words.signUpsHint}</p>
          <ul class="todo">
            {found.signUps.map(({ signUpId, opportunityId, name, state, signedUpAt, keptUntil }) => (
              <li key={signUpId}>
                <span>
                  {name} · <a href={deskPaths.opportunity(opportunityId)}>{words.opportunity}</a> · {words.states[state] ?? state}
                </span>
                <span class="soft">
                  {view.dates.shortDay(signedUpAt, zone)} · {words.keptUntil(view.dates.shortDay(keptUntil, zone))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {found.pledges.length + found.gifts.length > 0 && (
        <div>
          <h3>{words.money}</h3>
          <p class="hint">{words.moneyHint}</p>
          <ul class="todo">
            {found.pledges.map(({ pledgeId, campaignId, sponsorName, contactName, state }) => (
              <li key={pledgeId}>
                <span>
                  <a href={deskPaths.pledge(campaignId, pledgeId)}>{sponsorName}</a> · {contactName}
                </span>
                <span class="soft">{stateOf(state)}</span>
              </li>
            ))}
            {found.gifts.map(({ giftId, campaignId, amountCents, receivedOn }) => (
              <li key={giftId}>
                <a href={deskPaths.campaign(campaignId)}>{words.gift(moneyIn(view.m.locale)(amountCents))}</a>
                <span class="soft">{dayWords(view, receivedOn)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
