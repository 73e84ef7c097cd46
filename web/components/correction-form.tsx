/** The form with which sponsors put their details right, folded away until somebody needs it. */
import type { JSX } from 'preact';
import { paths } from '#contracts/pages.ts';
import type { FieldProblem } from '#contracts/problems.ts';
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import { type CorrectionFormValues, correctionOf } from '../forms/correction-form.ts';
import { PLEDGE_FIELDS as F, pledgeFieldOf } from '../forms/pledge-form.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { ErrorSummary, type FieldError, TextField } from './fields.tsx';
import { Choice } from './pledge-form.tsx';
import { inLanguage, type View } from './view.ts';

export interface PostedCorrection {
  readonly values: CorrectionFormValues;
  readonly errors: readonly FieldProblem[];
}

interface Props {
  readonly view: View;
  readonly token: string;
  readonly pledge: MyPledge;
  /** Present when a posted form is shown again. */
  readonly posted?: PostedCorrection | undefined;
}

export function CorrectionForm({ view, token, pledge, posted }: Props): JSX.Element {
  const { form: words, mine } = fundraisingIn(view.context.language);
  const values = posted?.values ?? correctionOf(pledge);
  const errors: readonly FieldError[] = (posted?.errors ?? []).map((problem) => {
    const { id, name } = pledgeFieldOf(problem);
    return { fieldId: id, words: view.m.fields(name, problem.code) };
  });
  const text = { view, errors };
  return (
    <details class="act-more noprint" open={errors.length > 0}>
      <summary class="act">{mine.correct}</summary>
      <form
        class="act-form"
        method="post"
        action={inLanguage(paths.correctPledge(token), view.context.language)}
        data-once={view.m.form.sending}
        novalidate
      >
        <ErrorSummary view={view} errors={errors} />
        {pledge.canCorrect === 'all' ? (
          <TextField {...text} id={F.name} name={F.name} label={words.name} value={values.name} hint={words.nameHint} maxlength={120} />
        ) : (
          <p class="hint">
            <input type="hidden" name={F.name} value={pledge.sponsor.name} />
            {mine.nameFixed(pledge.sponsor.name)}
          </p>
        )}
        <TextField
          {...text}
          id={F.contactName}
          name={F.contactName}
          label={words.contactName}
          value={values.contactName}
          autocomplete="name"
          maxlength={100}
        />
        <TextField {...text} id={F.phone} name={F.phone} label={words.phone} value={values.phone} type="tel" autocomplete="tel" optional />
        <TextField
          {...text}
          id={F.address}
          name={F.address}
          label={words.address}
          value={values.address}
          hint={words.addressHint}
          maxlength={200}
          optional
        />
        <fieldset class="plain">
          <legend>{words.recognition}</legend>
          <Choice name={F.recognition} value="named" chosen={values.recognition} label={words.named} />
          <Choice name={F.recognition} value="anonymous" chosen={values.recognition} label={words.anonymous} />
        </fieldset>
        <p class="hint">{mine.emailFixed(pledge.sponsor.email)}</p>
        <button class="button" type="submit">
          {mine.correctSave}
        </button>
      </form>
    </details>
  );
}
