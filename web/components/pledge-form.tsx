/** The fields of the pledge form. Everything is there without script; style alone hides what doesn't belong to the choice. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { PublicCampaign } from '#contracts/resources/campaign-view.ts';
import { SponsorKind } from '#contracts/resources/pledge.ts';
import { PLEDGE_FIELDS as F, LEVEL, type PledgeFormValues } from '../forms/pledge-form.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { moneyIn } from '../words/money.ts';
import { describedBy, ErrorWords, errorFor, type FieldError, hintId, TextField, Trap } from './fields.tsx';
import { inLanguage, textOf, type View } from './view.ts';

interface Props {
  readonly view: View;
  readonly campaign: PublicCampaign;
  readonly formKey: string;
  readonly values: PledgeFormValues;
  readonly errors: readonly FieldError[];
}

const COUNTS = [1, 2, 3, 4, 6, 12];

export function PledgeForm(props: Props): JSX.Element {
  const { view, campaign, formKey, values, errors } = props;
  const words = fundraisingIn(view.context.language).form;
  return (
    <form class="pledge" method="post" action={inLanguage(paths.pledge(campaign.slug), view.context.language)} novalidate>
      <input type="hidden" name={F.formKey} value={formKey} />
      <Trap view={view} name={F.trap} />
      <What {...props} />
      <fieldset class="step money-only">
        <legend>
          <h2 class="step-name">{words.instalments}</h2>
        </legend>
        <SelectField
          id={F.instalments}
          label={words.instalments}
          hideLabel
          hint={words.instalmentsHint}
          value={values.instalments}
          options={COUNTS.map((n) => [String(n), words.instalmentCount(n)])}
          error={errorFor(errors, F.instalments)}
        />
        <TextField
          view={view}
          id={F.match}
          name={F.match}
          label={words.match}
          value={values.match}
          errors={errors}
          hint={words.matchHint}
          optional
        />
      </fieldset>
      <Who {...props} />
      <fieldset class="step">
        <legend>
          <h2 class="step-name">{words.recognition}</h2>
        </legend>
        <Choice name={F.recognition} value="named" chosen={values.recognition} label={words.named} />
        <Choice name={F.recognition} value="anonymous" chosen={values.recognition} label={words.anonymous} />
      </fieldset>
      <fieldset class="step">
        <legend>
          <h2 class="step-name">{words.policyTitle}</h2>
        </legend>
        <ul class="policy">
          {words.policy.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <Tick id={F.policy} label={words.policyAgree} checked={values.policy} error={errorFor(errors, F.policy)} />
        <Tick id={F.consent} label={words.consent} checked={values.consent} error={errorFor(errors, F.consent)} />
        <p class="hint">
          <a href={paths.privacy}>{view.m.form.consentMore}</a>
        </p>
      </fieldset>
      <div class="send">
        <button class="button" type="submit" name={F.step} value="review">
          {words.review}
        </button>
      </div>
    </form>
  );
}

function What({ view, campaign, values, errors }: Props): JSX.Element {
  const words = fundraisingIn(view.context.language).form;
  const money = moneyIn(view.m.locale);
  const error = errorFor(errors, F.what);
  return (
    <fieldset class="step" id={F.what} tabindex={-1} aria-describedby={error === undefined ? undefined : `${F.what}-error`}>
      <legend>
        <h2 class="step-name">{words.what}</h2>
      </legend>
      <ErrorWords fieldId={F.what} words={error} />
      {campaign.levels.map((level) => (
        <Choice
          key={level.levelId}
          name={F.what}
          value={`${LEVEL}${level.levelId}`}
          chosen={values.what}
          label={words.level(textOf(view, level.name), money(level.amountCents))}
          {...(level.left === 0 && { off: words.soldOut })}
        />
      ))}
      <Choice name={F.what} value="amount" chosen={values.what} label={words.another} />
      <Choice name={F.what} value="goods" chosen={values.what} label={words.goods} />
      <div class="money-only">
        <TextField
          view={view}
          id={F.amount}
          name={F.amount}
          label={words.amount}
          value={values.amount}
          errors={errors}
          hint={words.amountHint}
        />
      </div>
      <div class="goods-only">
        <TextField view={view} id={F.goods} name={F.goods} label={words.goodsWhat} value={values.goods} errors={errors} maxlength={500} />
        <TextField
          view={view}
          id={F.goodsValue}
          name={F.goodsValue}
          label={words.goodsValue}
          value={values.goodsValue}
          errors={errors}
          hint={words.goodsValueHint}
        />
      </div>
    </fieldset>
  );
}

function Who({ view, values, errors }: Props): JSX.Element {
  const { form: words, sponsorKinds } = fundraisingIn(view.context.language);
  const text = { view, errors };
  return (
    <fieldset class="step">
      <legend>
        <h2 class="step-name">{words.who}</h2>
      </legend>
      <TextField {...text} id={F.name} name={F.name} label={words.name} value={values.name} hint={words.nameHint} />
      <SelectField
        id={F.kind}
        label={words.kind}
        value={values.kind}
        options={SponsorKind.options.map((kind) => [kind, sponsorKinds[kind]])}
        error={undefined}
      />
      <TextField
        {...text}
        id={F.contactName}
        name={F.contactName}
        label={words.contactName}
        value={values.contactName}
        autocomplete="name"
      />
      <TextField
        {...text}
        id={F.email}
        name={F.email}
        label={words.email}
        value={values.email}
        type="email"
        autocomplete="email"
        hint={words.emailHint}
      />
      <TextField {...text} id={F.phone} name={F.phone} label={words.phone} value={values.phone} type="tel" autocomplete="tel" optional />
      <TextField {...text} id={F.address} name={F.address} label={words.address} value={values.address} hint={words.addressHint} optional />
    </fieldset>
  );
}

export function Choice(props: {
  readonly name: string;
  readonly value: string;
  readonly chosen: string;
  readonly label: string;
  /** Why it can't be chosen. */
  readonly off?: string;
}): JSX.Element {
  const { name, value, chosen, label, off } = props;
  const id = `${name}-${value.replace(':', '-')}`;
  return (
    <div class={off === undefined ? 'choice' : 'choice choice-off'}>
      <input id={id} type="radio" name={name} value={value} checked={chosen === value && off === undefined} disabled={off !== undefined} />
      <label for={id}>
        {label}
        {off !== undefined && <span class="soft"> ({off})</span>}
      </label>
    </div>
  );
}

function Tick({ id, label, checked, error }: { id: string; label: string; checked: boolean; error: string | undefined }): JSX.Element {
  return (
    <div class={error === undefined ? 'consent' : 'consent field-wrong'}>
      <ErrorWords fieldId={id} words={error} />
      <div class="consent-row">
        <input
          id={id}
          type="checkbox"
          name={id}
          value="yes"
          checked={checked}
          aria-required="true"
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={describedBy(id, { hint: false, error: error !== undefined })}
        />
        <label for={id}>{label}</label>
      </div>
    </div>
  );
}

function SelectField(props: {
  readonly id: string;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly error: string | undefined;
}): JSX.Element {
  const { id, label, hideLabel, hint, value, options, error } = props;
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={id} class={hideLabel ? 'hidden' : undefined}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint" id={hintId(id)}>
          {hint}
        </p>
      )}
      <ErrorWords fieldId={id} words={error} />
      <select
        id={id}
        name={id}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option} selected={option === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
