/** A campaign's photos at the desk: what each shows and where, their order, and sending another. Everything in it works without script. */
import type { JSX } from 'preact';
import { deskPaths, PHOTO_SENT_PARAMETER } from '#contracts/desk-pages.ts';
import { paths } from '#contracts/pages.ts';
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { UploadInvitation } from '#contracts/resources/logo.ts';
import { type CampaignPhotos, MAX_PHOTOS, type PhotoProblem, type SentPhoto } from '#contracts/resources/photo.ts';
import { ErrorSummary, ErrorWords, errorFor, errorId, type FieldError } from '../components/fields.tsx';
import { UploadForm } from '../components/upload-form.tsx';
import { inLanguage, textOf, type View, viewOf } from '../components/view.ts';
import { type PhotoRow, photoFieldOf, readPhotoForm, readPhotoRows } from '../forms/photo-form.ts';
import { deskPhotosIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import { InLanguages, Select } from './form-parts.tsx';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskReader } from './models.ts';
import { deskProblemWords } from './problem-words.ts';

export interface DeskPhotosModel {
  readonly reader: DeskReader;
  readonly campaign: Pick<Campaign, 'campaignId' | 'title' | 'slug' | 'status'>;
  readonly photos: CampaignPhotos;
  readonly mayEdit: boolean;
  /** Of this page: a form that is sent twice with it is one photo. */
  readonly formKey: string;
  /** A file that was sent just now, and what became of it. */
  readonly sent?: { readonly uploadId: string; readonly state: SentPhoto['state']; readonly problem?: PhotoProblem };
  /** The operation that was just done. */
  readonly done?: string;
  /** A form of the page that was posted and is shown again. */
  readonly posted?: {
    readonly operationId: string;
    readonly values: URLSearchParams;
    readonly errors: readonly FieldProblem[];
    readonly problem?: ProblemCode;
  };
}

interface Part {
  readonly view: View;
  readonly model: DeskPhotosModel;
  readonly errors: readonly FieldError[];
}

export function deskPhotosPage(context: PageContext, model: DeskPhotosModel): string {
  const view = viewOf(context);
  const words = deskPhotosIn(context.language);
  const { reader, campaign, photos, mayEdit, posted, done } = model;
  const errors = errorsOf(view, posted);
  const problem = errors.length === 0 ? posted?.problem : undefined;
  return deskPage(view, {
    title: words.of(textOf(view, campaign.title)),
    reader,
    error: errors.length > 0 || problem !== undefined,
    children: (
      <div class="wrap section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.campaign(campaign.campaignId)}>{textOf(view, campaign.title)}</a>
          </p>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          {campaign.status === 'draft' ? (
            <p class="soft">{words.draft}</p>
          ) : (
            <p class="noprint">
              <a href={inLanguage(paths.campaign(campaign.slug), context.language)}>{words.public}</a>
            </p>
          )}
        </div>
        {done !== undefined && words.done[done] !== undefined && (
          <p class="notice notice-good" role="status">
            {words.done[done]}
          </p>
        )}
        <Sent view={view} model={model} />
        <ErrorSummary view={view} errors={errors} />
        {problem !== undefined && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {deskProblemWords(view, problem)}
          </p>
        )}
        <section class="dash" aria-labelledby="all">
          <h2 id="all">{words.all}</h2>
          {photos.photos.length === 0 && <p class="soft">{words.none}</p>}
          {photos.photos.length > 0 && (mayEdit ? <Rows view={view} model={model} errors={errors} /> : <Shown view={view} model={model} />)}
        </section>
        {mayEdit && <Add view={view} model={model} errors={errors} />}
      </div>
    ),
  });
}

/** Words for each field that is wrong, once. */
function errorsOf(view: View, posted: DeskPhotosModel['posted']): readonly FieldError[] {
  if (!posted) return [];
  const words = deskPhotosIn(view.context.language).errors;
  const fieldOf = photoFieldOf(posted.values, view.context.district.languages[0] ?? 'en');
  const seen = new Map<string, string>();
  for (const { pointer, code } of posted.errors) {
    const kind = pointer.includes('/alt') ? 'alt' : pointer.endsWith('/place') ? 'place' : 'other';
    const fieldId = fieldOf(pointer);
    if (!seen.has(fieldId)) seen.set(fieldId, words[code] ?? words[kind] ?? '');
  }
  return [...seen].map(([fieldId, said]) => ({ fieldId, words: said }));
}

/** The file that was sent just now: looked at again until it is drawn, or told why not. */
function Sent({ view, model: { sent, campaign } }: Omit<Part, 'errors'>): JSX.Element | null {
  const words = deskPhotosIn(view.context.language);
  if (!sent) return null;
  if (sent.state === 'used')
    return (
      <p class="notice notice-good" role="status">
        {words.added}
      </p>
    );
  if (sent.problem !== undefined)
    return (
      <p class="notice notice-wrong" role="alert">
        {words.problems[sent.problem]}
      </p>
    );
  const again = `${deskPaths.photos(campaign.campaignId)}?${PHOTO_SENT_PARAMETER}=${sent.uploadId}`;
  return (
    <p class="notice" role="status" data-reload>
      {words.looking} <a href={again}>{words.lookAgain}</a>
    </p>
  );
}

const Picture = ({ view, model, photoId }: Omit<Part, 'errors'> & { readonly photoId: string }): JSX.Element | null => {
  const photo = model.photos.photos.find((one) => one.photoId === photoId);
  return photo ? (
    <img
      src={deskPaths.photo(model.campaign.campaignId, photo.photoId)}
      alt={textOf(view, photo.alt)}
      width={photo.width}
      height={photo.height}
      loading="lazy"
    />
  ) : null;
};

/** For who may look and not change. */
function Shown({ view, model }: Omit<Part, 'errors'>): JSX.Element {
  const words = deskPhotosIn(view.context.language);
  return (
    <ul class="photo-rows">
      {model.photos.photos.map(({ photoId, alt, place }) => (
        <li key={photoId} class="panel photo-row">
          <Picture view={view} model={model} photoId={photoId} />
          <div>
            <p>{textOf(view, alt)}</p>
            <p class="soft">{words.places[place]}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** One form for all, so that nothing that was typed is lost by moving one. The first button is the one that Enter presses. */
function Rows({ view, model, errors }: Part): JSX.Element {
  const words = deskPhotosIn(view.context.language);
  const { reader, campaign, photos, posted } = model;
  const again = posted?.operationId === 'savePhotos' ? readPhotoRows(posted.values) : [];
  // who saves again after somebody else did so does it knowingly: with what there is now, in its order
  const stale = posted?.problem === 'version.conflict';
  const kept: readonly PhotoRow[] = photos.photos;
  const rows = again.length === 0 ? kept : stale ? kept.map((row) => again.find((one) => one.photoId === row.photoId) ?? row) : again;
  return (
    <form class="dash" method="post" action={inLanguage(deskPaths.photos(campaign.campaignId), view.context.language)} novalidate>
      <FormToken reader={reader} />
      <input type="hidden" name="version" value={photos.version} />
      <p class="dash-acts">
        <button class="button" type="submit" name="do" value="save">
          {words.save}
        </button>
      </p>
      <ol class="photo-rows">
        {rows.map((row, index) => (
          <Row key={row.photoId} view={view} model={model} errors={errors} row={row} index={index} count={rows.length} />
        ))}
      </ol>
    </form>
  );
}

function Row({ view, model, errors, row, index, count }: Part & { row: PhotoRow; index: number; count: number }): JSX.Element {
  const words = deskPhotosIn(view.context.language);
  const name = `photos.${index}`;
  const called = words.photo(index + 1);
  const button = (act: 'earlier' | 'later') => (
    <button class="act" type="submit" name="do" value={`${act}.${index}`} aria-label={`${words[act]}: ${called}`}>
      {words[act]}
    </button>
  );
  return (
    <li class="panel photo-row">
      <Picture view={view} model={model} photoId={row.photoId} />
      <fieldset class="row">
        <legend>{called}</legend>
        <input type="hidden" name={`${name}.id`} value={row.photoId} />
        <InLanguages view={view} errors={errors} name={`${name}.alt`} label={words.alt} value={row.alt} />
        <Select
          view={view}
          errors={errors}
          name={`${name}.place`}
          label={words.place}
          value={row.place}
          options={Object.entries(words.places)}
        />
        <p class="act-row">
          {index > 0 && button('earlier')}
          {index < count - 1 && button('later')}
        </p>
        <details class="act-more">
          <summary class="act" aria-label={`${words.remove}: ${called}`}>
            {words.remove}
          </summary>
          <p>{words.removeLead}</p>
          <button
            class="button button-grave"
            type="submit"
            name="do"
            value={`remove.${index}`}
            aria-label={`${words.removeNow}: ${called}`}
          >
            {words.removeNow}
          </button>
        </details>
      </fieldset>
    </li>
  );
}

function Add({ view, model, errors }: Part): JSX.Element {
  const words = deskPhotosIn(view.context.language);
  const { reader, campaign, photos, formKey, posted } = model;
  const values = posted?.operationId === 'invitePhoto' ? readPhotoForm(posted.values) : { alt: {}, place: '', permission: false };
  const wrong = errorFor(errors, 'permission');
  return (
    <section class="panel" aria-labelledby="add">
      <h2 id="add">{words.add}</h2>
      {photos.photos.length >= MAX_PHOTOS ? (
        <p class="soft">{words.full}</p>
      ) : (
        <form
          class="dash"
          method="post"
          action={inLanguage(`${deskPaths.photos(campaign.campaignId)}/invitations`, view.context.language)}
          data-once={view.m.form.sending}
          novalidate
        >
          <FormToken reader={reader} />
          <input type="hidden" name="key" value={formKey} />
          <InLanguages view={view} errors={errors} name="alt" label={words.alt} hint={words.altHint} value={values.alt} />
          <Select
            view={view}
            errors={errors}
            name="place"
            label={words.place}
            value={values.place}
            options={Object.entries(words.places)}
          />
          <div class={wrong === undefined ? 'field' : 'field field-wrong'}>
            <p class="hint" id="permission-hint">
              {words.permissionHint}
            </p>
            <ErrorWords fieldId="permission" words={wrong} />
            <p class="tick">
              <input
                id="permission"
                type="checkbox"
                name="permission"
                value="yes"
                checked={values.permission}
                aria-describedby={wrong === undefined ? 'permission-hint' : `permission-hint ${errorId('permission')}`}
                aria-invalid={wrong === undefined ? undefined : 'true'}
              />{' '}
              <label for="permission">{words.permission}</label>
            </p>
          </div>
          <p>
            <button class="button" type="submit">
              {words.next}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

export interface DeskPhotoFileModel {
  readonly reader: DeskReader;
  readonly campaign: Pick<Campaign, 'campaignId' | 'title'>;
  readonly sent: Pick<SentPhoto, 'alt'>;
  readonly invitation: UploadInvitation;
}

/** Sending the file: a plain form that goes straight to where files are kept, and comes back to the page of the photos. */
export function deskPhotoFilePage(context: PageContext, { reader, campaign, sent, invitation }: DeskPhotoFileModel): string {
  const view = viewOf(context);
  const words = deskPhotosIn(context.language);
  const megabytes = Math.floor(invitation.maxBytes / 1024 / 1024);
  return deskPage(view, {
    title: words.fileTitle,
    reader,
    children: (
      <div class="wrap narrow section dash">
        <div>
          <p class="crumb">
            <a href={deskPaths.photos(campaign.campaignId)}>{words.back}</a>
          </p>
          <h1>{words.fileTitle}</h1>
          <p class="lead">{words.fileLead(textOf(view, sent.alt))}</p>
        </div>
        <UploadForm
          view={view}
          invitation={invitation}
          words={{ ...words, fileHint: words.fileHint(megabytes), tooLarge: words.tooLarge(megabytes) }}
        />
      </div>
    ),
  });
}
