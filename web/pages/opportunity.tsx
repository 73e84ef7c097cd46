/** An opportunity: what it is, where, when, who to ask; its slots; and the form to take places, right there. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import type { SlotId } from '#contracts/values.ts';
import { ContactLines } from '../components/contact.tsx';
import { ErrorSummary } from '../components/fields.tsx';
import { page } from '../components/layout.tsx';
import { AllFull, AllRefused, Unavailable } from '../components/opportunity-notices.tsx';
import { errorsInWords, SignUpForm } from '../components/sign-up-form.tsx';
import { foreignZone, mapLink, textOf, type View, viewOf } from '../components/view.ts';
import { Paragraphs, Words } from '../components/words.tsx';
import { EMPTY_SIGN_UP_FORM, meantSlots, type SignUpFormValues } from '../forms/sign-up-form.ts';
import { inOrder } from '../words/figures.ts';
import { languageNameIn, listIn } from '../words/plural.ts';
import type { OpportunityModel, PageContext } from './models.ts';

export function opportunityPage(
  context: PageContext,
  { opportunity, formKey, form, preview, share, meant, notice }: OpportunityModel,
): string {
  const view = viewOf(context);
  const values = shownValues(opportunity, form?.values, meant);
  const errors = errorsInWords(view, form?.values ?? EMPTY_SIGN_UP_FORM, form?.errors ?? []);
  const refusedResults = form?.results ?? [];
  const wrong = errors.length > 0 || refusedResults.length > 0;
  // a full slot can be waited for
  const choosable = opportunity.slots.some(({ availability }) => availability.state === 'open' || availability.state === 'full');
  const allFull = choosable && !opportunity.slots.some(({ availability }) => availability.state === 'open');
  return page(view, {
    title: textOf(view, opportunity.title),
    description: textOf(view, opportunity.summary),
    card: {
      path: paths.opportunityCard(opportunity.opportunityId),
      alt: `${opportunity.school.name}: ${textOf(view, opportunity.title)}`,
    },
    error: wrong,
    unlisted: form !== undefined || preview !== undefined,
    children: (
      <>
        {preview && (
          <p class="wrap notice">
            {preview.banner} <a href={preview.href}>{preview.back}</a>
          </p>
        )}
        <Head view={view} opportunity={opportunity} />
        <div class={wrong ? 'wrap two two-wrong' : 'wrap two'}>
          <div class="two-main">
            <ErrorSummary view={view} errors={errors} />
            {refusedResults.length > 0 && (
              <AllRefused view={view} opportunity={opportunity} results={refusedResults} alternatives={form?.alternatives ?? []} />
            )}
            {notice !== undefined && <p class="notice notice-good">{notice}</p>}
            {opportunity.description !== undefined && <Paragraphs view={view} of={opportunity.description} />}
            {allFull && <AllFull view={view} />}
            {choosable ? (
              <SignUpForm view={view} opportunity={opportunity} formKey={formKey} values={values} errors={errors} />
            ) : (
              <Unavailable view={view} opportunity={opportunity} />
            )}
          </div>
          <Facts view={view} opportunity={opportunity} />
        </div>
        {share}
      </>
    ),
  });
}

/** What the form shows: as posted; slots that were likely meant are ticked; of a fresh form, those a link asks for or the only open one. */
function shownValues(
  opportunity: PublicOpportunity,
  posted: SignUpFormValues | undefined,
  meant: readonly SlotId[] = [],
): SignUpFormValues {
  const tick = (values: SignUpFormValues, ids: readonly string[]): SignUpFormValues => ({
    ...values,
    slots: {
      ...values.slots,
      ...Object.fromEntries(ids.map((id) => [id, { places: values.slots[id]?.places ?? '1', chosen: true, waits: true }])),
    },
    // of a series, places were set for all of its dates
    series: {
      ...values.series,
      ...Object.fromEntries((opportunity.series ?? []).flatMap(({ seriesId }) => (ids.includes(seriesId) ? [[seriesId, []]] : []))),
    },
  });
  if (posted !== undefined) return tick(posted, meantSlots(posted));
  const open = opportunity.slots.filter(({ availability }) => availability.state === 'open');
  const wished = open.length === 1 ? open : open.filter(({ slot }) => meant.includes(slot.slotId));
  return tick(
    EMPTY_SIGN_UP_FORM,
    wished.map(({ slot }) => slot.slotId),
  );
}

function Head({ view, opportunity }: { readonly view: View; readonly opportunity: PublicOpportunity }): JSX.Element {
  const { m } = view;
  return (
    <div class="band">
      <div class="wrap">
        <p class="crumb">
          <a href={paths.school(opportunity.school.slug)}>{m.opportunity.back(opportunity.school.name)}</a>
        </p>
        <p class="eyebrow">{m.kinds[opportunity.kind]}</p>
        <h1>
          <Words view={view} of={opportunity.title} />
        </h1>
        <p class="lead">
          <Words view={view} of={opportunity.summary} />
        </p>
      </div>
    </div>
  );
}

function Facts({ view, opportunity }: { readonly view: View; readonly opportunity: PublicOpportunity }): JSX.Element {
  const { m, dates } = view;
  const { school, place } = opportunity;
  const zone = foreignZone(view, school.zone);
  const days = inOrder(opportunity.slots).flatMap(({ slot }) =>
    slot.startsAt === undefined ? [] : [dates.day(slot.startsAt, school.zone)],
  );
  return (
    <aside class="two-side" aria-label={m.opportunity.when}>
      <dl class="facts">
        <div>
          <dt>{m.opportunity.when}</dt>
          {days.length === 0 ? <dd>{m.opportunity.undated}</dd> : [...new Set(days)].slice(0, 4).map((day) => <dd key={day}>{day}</dd>)}
          {new Set(days).size > 4 && <dd class="soft">{m.opportunity.more(new Set(days).size - 4)}</dd>}
          {zone !== undefined && <dd class="soft">{m.opportunity.zone(zone)}</dd>}
          {opportunity.closesAt !== undefined && (
            <dd class="soft">{m.opportunity.closes(dates.moment(opportunity.closesAt, school.zone))}</dd>
          )}
        </div>
        <div>
          <dt>{m.opportunity.where}</dt>
          {place === undefined ? (
            <dd>{m.opportunity.atHome}</dd>
          ) : (
            <dd>
              {place.name}
              {place.address !== undefined && (
                <>
                  <br />
                  {place.address}
                </>
              )}
              <br />
              <a href={mapLink({ name: `${place.name}, ${school.address}`, address: place.address })}>{m.opportunity.map}</a>
            </dd>
          )}
        </div>
        <div>
          <dt>{m.opportunity.spoken}</dt>
          <dd>
            {listIn(
              m.locale,
              opportunity.languages.map((language) => languageNameIn(m.locale, language)),
            )}
          </dd>
        </div>
        <div>
          <dt>{m.opportunity.ask}</dt>
          <dd>
            <ContactLines view={view} contact={opportunity.contact} />
          </dd>
        </div>
      </dl>
      <p class="facts-foot">{m.opportunity.dropOut(opportunity.dropOutHours)}</p>
    </aside>
  );
}
