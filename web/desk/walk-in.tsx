/** Somebody at the door who is not on the list. */
import type { JSX } from 'preact';
import { CHECK_IN_PARAMETERS, deskPaths } from '#contracts/desk-pages.ts';
import type { FieldError } from '../components/fields.tsx';
import type { View } from '../components/view.ts';
import { personFieldOf } from '../forms/person-form.ts';
import { deskCheckInIn, deskPeopleIn } from '../messages/areas.ts';
import { languageNameIn } from '../words/plural.ts';
import { ActForm, Folded } from './act-form.tsx';
import { Line, Select, Tick } from './form-parts.tsx';
import type { DeskCheckInModel, DoorSlot } from './models-check-in.ts';
import { fieldErrors, refusedWords, slotSaid } from './people-words.ts';

interface Props {
  readonly view: View;
  readonly model: DeskCheckInModel;
}

/** What was wrong with the form, beside the field that can put it right. */
export function walkInErrors(view: View, { posted, problem, slots, walkIn: { values } }: DeskCheckInModel): readonly FieldError[] {
  if (posted?.operationId !== 'addWalkIn') return [];
  const isOfSlot = problem === 'sign-up.already' || problem?.startsWith('slot.');
  if (problem === undefined || !isOfSlot) return fieldErrors(view, posted.errors, (pointer) => personFieldOf(pointer, values));
  const left = slots.find(({ slot }) => slot.slotId === values.slotId)?.placesLeft ?? 0;
  return [{ fieldId: problem === 'slot.not-enough-places' ? 'places' : 'slotId', words: refusedWords(view, problem, left) }];
}

export function WalkIn({ view, model, errors }: Props & { readonly errors: readonly FieldError[] }): JSX.Element | null {
  const words = deskCheckInIn(view.context.language);
  const people = deskPeopleIn(view.context.language);
  const { reader, opportunity, slots, day, zone, already, walkIn } = model;
  const { values, formKey, isOpen } = walkIn;
  const { languages } = view.context.district;
  // nobody comes to what is called off
  const open = slots.filter(({ slot, opensAt }) => opensAt === undefined && !slot.calledOff);
  const option = ({ slot, placesLeft }: DoorSlot) =>
    [slot.slotId as string, words.slotOpen(slotSaid(view, slot, zone), placesLeft)] as const;
  const none = open.length > 1 || values.slotId === '' ? [['', people.choose] as const] : [];
  const props = { view, errors };
  if (open.length === 0) return null;
  return (
    <section class="panel noprint" aria-label={words.walkIn}>
      <Folded title={words.walkIn} open={isOpen || errors.length > 0}>
        <p>{words.walkInLead}</p>
        {already !== undefined && (
          <p>
            <a href={deskPaths.person(opportunity.opportunityId, already)}>{people.see}</a>
          </p>
        )}
        <ActForm view={view} reader={reader} action={deskPaths.addWalkIn(opportunity.opportunityId)} formKey={formKey} wide>
          <input type="hidden" name={CHECK_IN_PARAMETERS.day} value={day} />
          <Select {...props} name="slotId" label={people.slot} value={values.slotId} options={[...none, ...open.map(option)]} />
          <Line {...props} name="name" label={people.name} value={values.name} />
          <Line {...props} name="email" type="email" label={people.email} hint={people.emailHint} value={values.email} />
          <div class="row-fields">
            <Line {...props} name="phone" type="tel" label={people.phone} value={values.phone} optional />
            <Line {...props} name="places" type="number" label={people.places} value={values.places} />
          </div>
          {languages.length > 1 ? (
            <Select
              {...props}
              name="language"
              label={people.language}
              value={values.language}
              options={languages.map((language) => [language, languageNameIn(view.m.locale, language)] as const)}
            />
          ) : (
            <input type="hidden" name="language" value={values.language} />
          )}
          <Tick name="makeRoom" label={words.makeRoom} checked={values.makeRoom} />
          <p>
            <button class="button" type="submit">
              {words.walkInDo}
            </button>
          </p>
        </ActForm>
      </Folded>
    </section>
  );
}
