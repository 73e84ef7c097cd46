/** What was written to those who signed up: all of it, and one message with how far it is. */
import type { JSX } from 'preact';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { Message, SentMessage } from '#contracts/resources/message.ts';
import { Said } from '../components/said.tsx';
import { pick, slotWhen, textOf, type View, viewOf } from '../components/view.ts';
import { noticeSubject } from '../emails/notice.ts';
import { paragraphs } from '../emails/sponsor.ts';
import { deskMessagesIn, deskPeopleIn, noticesIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { languageNameIn } from '../words/plural.ts';
import { Scroll } from './charts/frame.tsx';
import { deskPage } from './layout.tsx';
import { LetterShown } from './letter.tsx';
import type { DeskMessageModel, DeskMessagesModel } from './models-messages.ts';
import { Heads } from './table-heads.tsx';

export function deskMessagesPage(context: PageContext, model: DeskMessagesModel): string {
  const view = viewOf(context);
  const words = deskMessagesIn(context.language);
  const { opportunity, reader, messages, mayWrite, anyone } = model;
  const { opportunityId } = opportunity;
  const title = words.title(textOf(view, opportunity.title));
  return deskPage(view, {
    title,
    reader,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.opportunity(opportunityId)}>{words.back}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">{words.lead}</p>
        </div>
        <p class="dash-acts">
          {mayWrite && anyone && (
            <a class="button" href={deskPaths.newMessage(opportunityId)}>
              {words.write}
            </a>
          )}
          <a class="button button-quiet" href={deskPaths.roster(opportunityId)}>
            {words.roster}
          </a>
        </p>
        {!anyone && <p class="panel">{words.nobody}</p>}
        {messages.length === 0 ? (
          anyone && <p class="soft">{words.none}</p>
        ) : (
          <div class="dash" data-live>
            <Table view={view} model={model} title={title} />
          </div>
        )}
      </div>
    ),
  });
}

function Table({
  view,
  model: { messages, opportunity, zone },
  title,
}: {
  view: View;
  model: DeskMessagesModel;
  title: string;
}): JSX.Element {
  const words = deskMessagesIn(view.context.language);
  return (
    <Scroll view={view} label={title}>
      <table class="data">
        <Heads names={[words.subject, words.when, words.by, words.to, words.state]} />
        <tbody>
          {messages.map(({ message, letter }) => (
            <tr key={message.messageId}>
              <th scope="row">
                <a href={deskPaths.message(message.opportunityId, message.messageId)}>{subjectOf(view, { message, letter })}</a>
              </th>
              <td>{view.dates.moment(message.sentAt, zone)}</td>
              <td>{message.sentBy}</td>
              <td>{toWhom(view, message, opportunity.slots, zone)}</td>
              <td>{words.got(message.progress.got, meantFor(message))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Of a notice: what is new. */
function subjectOf(
  view: View,
  { message, letter }: Pick<DeskMessageModel, 'message'> & { readonly letter: DeskMessageModel['letter'] | undefined },
): string {
  if ('subject' in message) return textOf(view, message.subject);
  return letter ? noticeSubject(view, textOf(view, letter.opportunity.title), letter.slots) : '';
}

/** Names of the slots; those that are not there any more are not named. */
function toWhom(view: View, { slotIds }: SentMessage, slots: DeskMessageModel['opportunity']['slots'], zone: string): string {
  if (slots.every(({ slotId }) => slotIds.includes(slotId))) return deskMessagesIn(view.context.language).allSlots;
  return slots
    .filter(({ slotId }) => slotIds.includes(slotId))
    .map((slot) => `${textOf(view, slot.label)}, ${slotWhen(view, slot, zone)}`)
    .join('; ');
}

/** Those that were counted when it was sent; or more, of those whose sign-up was decided at that very moment. */
const meantFor = ({ people, progress: { got, withheld, failed } }: SentMessage): number => Math.max(people, got + withheld + failed);

export function deskMessagePage(context: PageContext, model: DeskMessageModel): string {
  const { opportunity, reader, message, zone, letter, unconfirmed } = model;
  const view = viewOf(context);
  const words = deskMessagesIn(context.language);
  const notices = noticesIn(context.language).desk;
  const { opportunityId } = opportunity;
  const title = subjectOf(view, { message, letter });
  return deskPage(view, {
    title,
    reader,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.messages(opportunityId)}>{words.all}</a>
          </p>
          <h1>{title}</h1>
          <p class="lead">{words.sentBy(message.sentBy, view.dates.moment(message.sentAt, zone))}</p>
          <p>
            {words.to}: {toWhom(view, message, opportunity.slots, zone)}
          </p>
        </div>
        <div class="dash" data-live>
          <Progress view={view} message={message} />
          {unconfirmed > 0 && (
            <p>
              <span class="tag tag-late">{deskPeopleIn(context.language).unconfirmedIn(unconfirmed)}</span>{' '}
              <a href={deskPaths.roster(opportunityId)}>{notices.who}</a>
            </p>
          )}
        </div>
        {'subject' in message &&
          Object.keys(message.subject).map((language) => <InLanguage key={language} view={view} message={message} language={language} />)}
        {letter &&
          context.district.languages.map((language) => (
            <LetterShown
              key={language}
              view={view}
              letter={{ ...letter, language }}
              title={notices.mail(languageNameIn(view.m.locale, language))}
              hint={notices.sentOn}
            />
          ))}
      </div>
    ),
  });
}

function Progress({ view, message }: { readonly view: View; readonly message: SentMessage }): JSX.Element {
  const words = deskMessagesIn(view.context.language);
  const { got, withheld, failed, over } = message.progress;
  const gone = over ? meantFor(message) - got - withheld - failed : 0;
  return (
    <div class={over ? 'notice notice-good' : 'notice'} role="status">
      <p>
        <strong>{words.got(got, meantFor(message))}</strong> {over ? gone === 0 && withheld === 0 && words.over : words.underWay}
      </p>
      {withheld > 0 && <p>{words.withheld(withheld)}</p>}
      {gone > 0 && <p>{('subject' in message ? words : noticesIn(view.context.language).desk).gone(gone)}</p>}
      {failed > 0 && <p>{words.failed(failed)}</p>}
    </div>
  );
}

function InLanguage({ view, message, language }: { view: View; message: Message; language: string }): JSX.Element {
  const said = pick({ context: { ...view.context, language } }, message.body).text;
  return (
    <section class="panel letter" aria-label={languageNameIn(view.m.locale, language)} lang={language}>
      <p>
        <strong>{message.subject[language]}</strong>
      </p>
      {paragraphs(said.replace(/\r\n?/g, '\n')).map((one) => (
        <p key={one}>
          <Said text={one} />
        </p>
      ))}
    </section>
  );
}
