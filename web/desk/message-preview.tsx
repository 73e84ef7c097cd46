/** A message before it is sent: who gets it, and the mail as they will read it, in each language. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { MessageLetter } from '#contracts/resources/letters.ts';
import { inLanguage, slotWhen, textOf, type View, viewOf } from '../components/view.ts';
import { deskMessagesIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { languageNameIn } from '../words/plural.ts';
import { deskPage, FormToken } from './layout.tsx';
import { LetterShown } from './letter.tsx';
import { writtenFor } from './message-words.ts';
import type { DeskMessagePreviewModel } from './models-messages.ts';

interface Props {
  readonly view: View;
  readonly model: DeskMessagePreviewModel;
}

export function deskMessagePreviewPage(context: PageContext, model: DeskMessagePreviewModel): string {
  const { opportunity, reader, letters } = model;
  const { opportunityId } = opportunity;
  const view = viewOf({ ...context, url: deskPaths.newMessage(opportunityId) });
  const words = deskMessagesIn(context.language);
  const title = words.preview.title(textOf(view, opportunity.title));
  return deskPage(view, {
    title,
    reader,
    children: (
      <div class="wrap section dash">
        <div>
          <h1>{title}</h1>
          <p class="lead">{words.preview.lead}</p>
        </div>
        <Who view={view} model={model} />
        <Buttons view={view} model={model} />
        {letters.map((letter) => (
          <Letter key={letter.language} view={view} model={model} letter={letter} />
        ))}
      </div>
    ),
  });
}

function Who({ view, model: { people, unknown, slots, zone, message, opportunity } }: Props): JSX.Element {
  const withoutMail = people.filter(({ getsMail }) => !getsMail);
  const words = deskMessagesIn(view.context.language);
  const everywhere = slots.length === opportunity.slots.length;
  return (
    <section class="panel panel-lists" aria-labelledby="who">
      <h2 id="who">{words.preview.who(people.length)}</h2>
      <p>
        {words.preview.slots}:{' '}
        {everywhere ? words.allSlots : slots.map((slot) => `${textOf(view, slot.label)}, ${slotWhen(view, slot, zone)}`).join('; ')}
      </p>
      <ul>
        {writtenFor(view.context, message, people).map(({ language, readers }) => (
          <li key={language}>{words.preview.readers(languageNameIn(view.m.locale, language), readers.length)}</li>
        ))}
      </ul>
      {unknown > 0 && <p>{words.preview.unknown(unknown)}</p>}
      {withoutMail.length > 0 && (
        <p class="notice">
          {words.preview.withoutMail(withoutMail.length)} {withoutMail.map(({ name }) => name).join(', ')}
        </p>
      )}
      <details open={people.length <= 12}>
        <summary>{words.preview.names}</summary>
        <ul>
          {people.map(({ personId, name }) => (
            <li key={personId}>{name}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** All that was typed goes along, whichever is pressed. */
function Buttons({ view, model: { reader, values, people, opportunity } }: Props): JSX.Element {
  const words = deskMessagesIn(view.context.language).preview;
  const texts = (['subject', 'body'] as const).flatMap((field) =>
    Object.entries(values[field]).map(([language, text]) => [`${field}.${language}`, text] as const),
  );
  return (
    <form method="post" action={inLanguage(deskPaths.messages(opportunity.opportunityId), view.context.language)} data-once={words.sending}>
      <FormToken reader={reader} />
      <input type="hidden" name="key" value={values.key} />
      {values.slotIds.map((id) => (
        <input key={id} type="hidden" name="slotIds" value={id} />
      ))}
      {texts.map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <p class="dash-acts">
        {people.length > 0 && (
          <button class="button" type="submit" name="do" value="send">
            {words.send(people.length)}
          </button>
        )}
        <button class="button button-quiet" type="submit" name="do" value="back">
          {words.change}
        </button>
      </p>
    </form>
  );
}

function Letter({ view, model: { message, people }, letter }: Props & { readonly letter: MessageLetter }): JSX.Element {
  const words = deskMessagesIn(view.context.language).preview;
  const { language } = letter;
  const isRead = writtenFor(view.context, message, people).some((one) => one.language === language && one.readers.length > 0);
  return (
    <LetterShown
      view={view}
      letter={letter}
      title={words.mail(languageNameIn(view.m.locale, language))}
      hint={isRead ? words.asReadBy(letter.personName) : words.notRead}
    />
  );
}
