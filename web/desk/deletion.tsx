/** Before a person is deleted: what goes, what stays and why, and once more whether that is meant. */
import type { JSX } from 'preact';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import type { DeletionPlan } from '#contracts/resources/person-record.ts';
import { inLanguage, type View, viewOf } from '../components/view.ts';
import { deskPrivacyIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { pluralIn } from '../words/plural.ts';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskDeletionModel } from './models-office.ts';

export function deskDeletionPage(context: PageContext, { reader, email, plan }: DeskDeletionModel): string {
  const view = viewOf(context);
  const words = deskPrivacyIn(context.language);
  const { confirm } = words;
  return deskPage(view, {
    title: words.title,
    reader,
    children: (
      <div class="wrap section dash">
        <div>
          <h1 tabindex={-1} data-focus>
            {confirm.title}
          </h1>
          <p class="lead whose">{email}</p>
          <p>{confirm.lead}</p>
        </div>
        <section class="panel" aria-labelledby="goes">
          <h2 id="goes">{confirm.goes}</h2>
          <Goes view={view} plan={plan} />
        </section>
        <section class="panel" aria-labelledby="stays">
          <h2 id="stays">{confirm.stays}</h2>
          <Stays view={view} plan={plan} />
        </section>
        <form class="act-form noprint" method="post" action={inLanguage(deskFormPath('/api/privacy/delete'), context.language)}>
          <FormToken reader={reader} />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="confirmed" value="yes" />
          <button class="button button-grave" type="submit">
            {confirm.button}
          </button>
          <a href={deskPaths.privacy}>{confirm.back}</a>
        </form>
      </div>
    ),
  });
}

/** In the order of what matters to the person. */
const PARTS = [
  'placesToCome',
  'signUps',
  'pastSignUps',
  'feedback',
  'links',
  'calendar',
  'pledges',
  'gifts',
  'mails',
  'noMail',
  'mailPreferences',
] as const;

function Goes({ view, plan }: { readonly view: View; readonly plan: DeletionPlan }): JSX.Element {
  const { confirm, linkRequests, allowances } = deskPrivacyIn(view.context.language);
  const plural = pluralIn(view.m.locale);
  const lines = [
    ...PARTS.filter((part) => plan.goes[part] > 0).map((part) => plural(plan.goes[part], confirm[part])),
    ...(plan.goes.linkRequests > 0 ? [plural(plan.goes.linkRequests, linkRequests)] : []),
    ...(plan.goes.allowances > 0 ? [plural(plan.goes.allowances, allowances)] : []),
  ];
  if (lines.length === 0) return <p>{confirm.nothingGoes}</p>;
  return (
    <ul class="todo">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Stays({ view, plan }: { readonly view: View; readonly plan: DeletionPlan }): JSX.Element {
  const { confirm } = deskPrivacyIn(view.context.language);
  return (
    <ul class="todo">
      {plan.stays.map((one) =>
        one.what === 'pledge' ? (
          <li key={one.pledgeId}>
            <a href={deskPaths.pledge(one.campaignId, one.pledgeId)}>{confirm.pledge(one.sponsorName)}</a>
          </li>
        ) : (
          <li key={one.what}>{one.what === 'complaint' ? confirm.complaint : one.isActive ? confirm.staffActive : confirm.staffLeft}</li>
        ),
      )}
      <li>{confirm.history}</li>
    </ul>
  );
}
