/** The pledge once more in words, before it is made: amount, days, fees, benefits, who. All that was typed travels along unseen. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import { page } from '../components/layout.tsx';
import { Benefits, givesWords, Schedule } from '../components/pledge-words.tsx';
import { inLanguage, textOf, type View, viewOf } from '../components/view.ts';
import { PLEDGE_FIELDS, type PledgeFormValues, type PledgeStep } from '../forms/pledge-form.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import type { PageContext, PledgeReviewModel } from './models.ts';

export function pledgeReviewPage(context: PageContext, model: PledgeReviewModel): string {
  const view = viewOf(context);
  const words = fundraisingIn(view.context.language).review;
  return page(view, {
    title: words.title,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Terms view={view} model={model} />
        <div class="send-row">
          <Again view={view} model={model} step="send" label={words.send} sending={words.sending} />
          <Again view={view} model={model} step="edit" label={words.change} />
        </div>
      </div>
    ),
  });
}

function Terms({ view, model }: { readonly view: View; readonly model: PledgeReviewModel }): JSX.Element {
  const { review: words, sponsorKinds, form } = fundraisingIn(view.context.language);
  const money = moneyIn(view.m.locale);
  const { campaign, commitment, request } = model;
  const { sponsor, matchUpToCents } = request;
  const amountCents = commitment.kind === 'money' ? commitment.amountCents : 0;
  const level = commitment.kind === 'money' ? campaign.levels.find(({ levelId }) => levelId === commitment.levelId) : undefined;
  return (
    <dl class="facts terms">
      <Term label={words.youGive}>
        <strong>{givesWords(view, commitment, campaign.levels)}</strong>
        <br />
        {textOf(view, campaign.title)}
      </Term>
      {commitment.kind === 'money' && (
        <Term label={words.when}>
          <Schedule view={view} commitment={commitment} />
          <span class="soft">{words.fees}</span>
        </Term>
      )}
      {matchUpToCents !== undefined && (
        <Term label={words.match}>
          {words.matchWords(money(matchUpToCents))} {words.inAll(money(amountCents + matchUpToCents))}
        </Term>
      )}
      {level && (
        <Term label={words.benefits}>
          <Benefits view={view} level={level} />
          {level.benefitValueCents > 0 && <span class="soft">{words.benefitValue(money(level.benefitValueCents))}</span>}
        </Term>
      )}
      <Term label={words.sponsor}>
        {sponsor.name} ({sponsorKinds[sponsor.kind]})
        <br />
        {[sponsor.contactName, sponsor.email, sponsor.phone, sponsor.address].filter((one) => one !== undefined).join(' · ')}
      </Term>
      <Term label={words.recognition}>{request.recognition === 'named' ? form.named : form.anonymous}</Term>
    </dl>
  );
}

function Term({
  label,
  children,
}: {
  readonly label: string;
  readonly children: JSX.Element | string | (JSX.Element | string | false)[];
}): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface AgainProps {
  readonly view: View;
  readonly model: PledgeReviewModel;
  readonly step: PledgeStep;
  readonly label: string;
  /** What the button says while it is sent; only once. */
  readonly sending?: string;
}

/** All values again, with what to do with them. */
function Again({ view, model, step, label, sending }: AgainProps): JSX.Element {
  return (
    <form method="post" action={inLanguage(paths.pledge(model.campaign.slug), view.context.language)} data-once={sending}>
      <Kept values={model.values} />
      <input type="hidden" name={PLEDGE_FIELDS.step} value={step} />
      <button class={step === 'send' ? 'button' : 'button button-quiet'} type="submit">
        {label}
      </button>
    </form>
  );
}

function Kept({ values }: { readonly values: PledgeFormValues }): JSX.Element {
  return (
    <>
      {(Object.entries(values) as [keyof PledgeFormValues, string | boolean][]).map(([key, value]) =>
        value === false ? null : <input key={key} type="hidden" name={PLEDGE_FIELDS[key]} value={value === true ? 'yes' : value} />,
      )}
    </>
  );
}
