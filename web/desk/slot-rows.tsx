/** The slots of an opportunity's form, a row each, and the buttons that add, duplicate and remove them without script. */
import type { JSX } from 'preact';
import type { FieldError } from '../components/fields.tsx';
import type { View } from '../components/view.ts';
import type { SlotValues } from '../forms/opportunity-form.ts';
import { deskSetupIn } from '../messages/areas.ts';
import { Area, InLanguages, Line, Select, Tick } from './form-parts.tsx';
import type { DeskOpportunityFormModel } from './models-setup.ts';

interface Props {
  readonly view: View;
  readonly model: DeskOpportunityFormModel;
  readonly errors: readonly FieldError[];
}

/** Draws the form again, there: nothing is saved. */
export const Redraw = ({
  act,
  words,
  label,
  at,
}: {
  readonly act: string;
  readonly words: string;
  readonly label?: string;
  readonly at: string;
}): JSX.Element => (
  <button class="button button-quiet button-small" type="submit" name="do" value={act} formaction={at} aria-label={label}>
    {words}
  </button>
);

export function SlotRows({ view, model, errors, action }: Props & { readonly action: string }): JSX.Element {
  const words = deskSetupIn(view.context.language).form;
  const { slots, fill } = model.values;
  const props = { view, errors };
  return (
    <section class="panel dash" aria-labelledby="slots">
      <div>
        <h2 id="slots" tabindex={-1}>
          {words.slots}
        </h2>
        <p class="hint">{words.slotsHint(model.school.name, view.dates.zoneName(view.context.now, model.school.zone))}</p>
      </div>
      {slots.map((slot, index) => (
        <SlotRow key={slot.id} {...props} model={model} slot={slot} index={index} action={action} />
      ))}
      <p>
        <Redraw act="add-slot" words={words.addSlot} at={`${action}#slot-${slots.length}`} />
      </p>
      <details class="act-more" id="fill" open={fill.count !== '' || fill.from !== ''}>
        <summary class="act">{words.fill}</summary>
        <p class="hint">{words.fillHint}</p>
        <div class="row-fields">
          <InLanguages {...props} name="fill.label" label={words.label} value={fill.label} optional />
          <Line {...props} name="fill.day" type="date" label={words.day} value={fill.day} />
          <Line {...props} name="fill.from" type="time" label={words.from} value={fill.from} />
          <Line {...props} name="fill.minutes" type="number" label={words.fillMinutes} value={fill.minutes} />
          <Line {...props} name="fill.count" type="number" label={words.fillCount} value={fill.count} />
          <Line {...props} name="fill.capacity" type="number" label={words.capacity} value={fill.capacity} />
        </div>
        <Redraw act="fill" words={words.fillDo} at={`${action}#slots`} />
      </details>
    </section>
  );
}

function SlotRow({
  view,
  model,
  errors,
  slot,
  index,
  action,
}: Props & { readonly slot: SlotValues; readonly index: number; readonly action: string }): JSX.Element {
  const words = deskSetupIn(view.context.language).form;
  const row = `slots.${index}`;
  const props = { view, errors };
  const kinds = Object.entries(words.slotKinds);
  const isUnusual = slot.kind !== 'shift' || slot.lastDay !== '' || Object.values(slot.note).some((note) => note !== '');
  return (
    <fieldset class="row" id={`slot-${index}`}>
      <legend>{words.slotNumber(index + 1)}</legend>
      <input type="hidden" name={`${row}.id`} value={slot.id} />
      <div class="row-fields">
        <InLanguages {...props} name={`${row}.label`} label={words.label} value={slot.label} />
        <Line {...props} name={`${row}.day`} type="date" label={words.day} value={slot.day} />
        <Line {...props} name={`${row}.from`} type="time" label={words.from} value={slot.from} />
        <Line {...props} name={`${row}.to`} type="time" label={words.to} value={slot.to} />
        <Line {...props} name={`${row}.capacity`} type="number" label={words.capacity} value={slot.capacity} />
      </div>
      <details class="act-more" open={isUnusual}>
        <summary class="act">{words.more}</summary>
        <div class="row-fields">
          <Select {...props} name={`${row}.kind`} label={words.slotKind} value={slot.kind} options={kinds} />
          <Line {...props} name={`${row}.lastDay`} type="date" label={words.lastDay} value={slot.lastDay} optional />
          <InLanguages {...props} name={`${row}.note`} label={words.note} value={slot.note} optional />
        </div>
      </details>
      {(slot.calledOff || model.locked.includes(slot.id)) && (
        <Tick name={`${row}.calledOff`} label={words.calledOff} checked={slot.calledOff} />
      )}
      <p class="dash-acts">
        <Redraw
          act={`duplicate-slot:${index}`}
          words={words.duplicate}
          label={words.ofSlot(words.duplicate, index + 1)}
          at={`${action}#slot-${index + 1}`}
        />
        {model.locked.includes(slot.id) ? (
          <span class="soft">{words.locked}</span>
        ) : (
          <Redraw act={`remove-slot:${index}`} words={words.remove} label={words.ofSlot(words.remove, index + 1)} at={`${action}#slots`} />
        )}
      </p>
    </fieldset>
  );
}

export function QuestionRows({ view, model, errors, action }: Props & { readonly action: string }): JSX.Element {
  const { form: words } = deskSetupIn(view.context.language);
  const { questions } = model.values;
  const props = { view, errors };
  const languages = view.context.district.languages.join(' | ');
  return (
    <section class="panel dash" aria-labelledby="questions">
      <div>
        <h2 id="questions">{words.questions}</h2>
        <p class="hint">{words.questionsHint}</p>
      </div>
      {questions.map((question, index) => {
        const row = `questions.${index}`;
        return (
          <fieldset class="row" key={question.id} id={`question-${index}`}>
            <legend>{words.questionNumber(index + 1)}</legend>
            <input type="hidden" name={`${row}.id`} value={question.id} />
            <input type="hidden" name={`${row}.languages`} value={question.languages} />
            <input type="hidden" name={`${row}.kept`} value={question.kept} />
            <InLanguages {...props} name={`${row}.text`} label={words.question} value={question.text} />
            <Select
              {...props}
              name={`${row}.kind`}
              label={words.questionKind}
              value={question.kind}
              options={Object.entries(words.questionKinds)}
            />
            <Area
              {...props}
              name={`${row}.choices`}
              label={words.choices}
              value={question.choices}
              rows={3}
              hint={words.choicesHint(languages)}
              optional
            />
            <Tick name={`${row}.required`} label={words.required} checked={question.required} />
            <p>
              <Redraw
                act={`remove-question:${index}`}
                words={words.remove}
                label={words.ofQuestion(words.remove, index + 1)}
                at={`${action}#questions`}
              />
            </p>
          </fieldset>
        );
      })}
      <p>
        <Redraw act="add-question" words={words.addQuestion} at={`${action}#question-${questions.length}`} />
      </p>
    </section>
  );
}
