/** The staff directory: who may sign in, what each may do, and the forms that change it. */
import type { JSX } from 'preact';
import { deskFormPath } from '#contracts/desk-pages.ts';
import { type StaffEntry, StaffRole } from '#contracts/resources/staff.ts';
import { ErrorSummary, type FieldError, TextField } from '../components/fields.tsx';
import { inLanguage, type View, viewOf } from '../components/view.ts';
import { deskIn, deskStaffIn } from '../messages/areas.ts';
import { messagesFor } from '../messages/index.ts';
import type { PageContext } from '../pages/models.ts';
import { deskPage, FormToken } from './layout.tsx';
import type { DeskStaffModel } from './models-office.ts';
import { deskProblemWords } from './problem-words.ts';

type Errors = ReturnType<typeof deskStaffIn>['errors'];

export function deskStaffPage(context: PageContext, model: DeskStaffModel): string {
  const view = viewOf(context);
  const words = deskStaffIn(context.language);
  const { reader, staff, done, problem, posted } = model;
  const asPosted = staff.findIndex(({ email }) => email === posted?.values.get('email'));
  const errors = errorsOf(model, words.errors, posted?.operationId === 'inviteStaff' ? 'new' : `member-${asPosted}`);
  return deskPage(view, {
    title: words.title,
    reader,
    error: problem !== undefined || errors.length > 0,
    children: (
      <div class="wrap section dash">
        <div>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
        </div>
        {done !== undefined && words.done[done] !== undefined && (
          <p class="notice notice-good" role="status">
            {words.done[done]}
          </p>
        )}
        {problem !== undefined && (
          <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
            {deskProblemWords(view, problem)}
          </p>
        )}
        <ErrorSummary view={view} errors={errors} />
        <section class="panel" aria-label={words.title}>
          {staff.length === 0 && <p class="soft">{words.none}</p>}
          <ul class="todo">
            {staff.map((one, index) => (
              <Member key={one.email} view={view} model={model} member={one} id={`member-${index}`} errors={errors} />
            ))}
          </ul>
        </section>
        <section class="panel noprint" aria-labelledby="invite">
          <h2 id="invite">{words.invite}</h2>
          <p class="hint">{words.inviteHint}</p>
          <MemberForm view={view} model={model} id="new" errors={errors} />
        </section>
      </div>
    ),
  });
}

/** Problems of the posted form, each once, in the page's words. */
function errorsOf({ posted }: DeskStaffModel, words: Errors, id: string): readonly FieldError[] {
  const names = (posted?.errors ?? []).map(({ pointer }) => pointer.split('/')[1] ?? '');
  return [...new Set(names)].flatMap((name) => (isNamed(words, name) ? [{ fieldId: `${id}-${name}`, words: words[name] }] : []));
}

const isNamed = (words: Errors, name: string): name is keyof Errors => name in words;

interface MemberProps {
  readonly view: View;
  readonly model: DeskStaffModel;
  readonly id: string;
  readonly errors: readonly FieldError[];
}

function Member({ view, model, member, id, errors }: MemberProps & { readonly member: StaffEntry }): JSX.Element {
  const words = deskStaffIn(view.context.language);
  const { roles } = deskIn(view.context.language);
  const { name, email, role, active, since } = member;
  const wrong = model.posted?.operationId === 'saveStaff' && model.posted.values.get('email') === email;
  return (
    <li class="staff-member">
      <div>
        <strong>{name}</strong> <span class="soft">{email}</span>
        <br />
        {roles[role]} · {schoolsOf(model, member, words)}
        {since !== undefined && (
          <span class="soft">
            {' '}
            · {words.columns.since} {view.dates.shortDay(since, view.context.district.zone)}
          </span>
        )}{' '}
        <span class={active ? 'tag' : 'tag tag-late'}>{active ? words.active : words.inactive}</span>
      </div>
      <details class="act-more noprint" open={wrong}>
        <summary class="act">{words.change(name)}</summary>
        <MemberForm view={view} model={model} id={id} errors={errors} member={member} />
      </details>
    </li>
  );
}

function schoolsOf({ schools }: DeskStaffModel, { role, schools: own }: StaffEntry, words: ReturnType<typeof deskStaffIn>): string {
  if (role === 'admin' || (role === 'viewer' && own.length === 0)) return words.allSchools;
  const named = own.map((id) => schools.find(({ schoolId }) => schoolId === id)?.name ?? words.unknownSchool);
  return named.length === 0 ? words.noSchools : named.join(', ');
}

/** Of a new member, or of one who is there. What was posted stays as it was typed. */
function MemberForm({ view, model, id, errors, member }: MemberProps & { readonly member?: StaffEntry }): JSX.Element {
  const words = deskStaffIn(view.context.language);
  const operationId = member ? 'saveStaff' : 'inviteStaff';
  const values = model.posted?.values;
  const mine = model.posted?.operationId === operationId && (!member || values?.get('email') === member.email) ? values : undefined;
  const own: readonly string[] = mine ? mine.getAll('schools') : (member?.schools ?? []);
  const action = inLanguage(deskFormPath(member ? '/api/staff/changes' : '/api/staff'), view.context.language);
  return (
    <form class="act-form" method="post" action={action} data-once={view.m.form.sending} novalidate>
      <FormToken reader={model.reader} />
      {member ? (
        <>
          <input type="hidden" name="email" value={member.email} />
          <input type="hidden" name="version" value={member.version} />
        </>
      ) : (
        <TextField
          view={view}
          id={`${id}-email`}
          name="email"
          type="email"
          label={words.columns.email}
          value={mine?.get('email') ?? ''}
          errors={errors}
        />
      )}
      <TextField
        view={view}
        id={`${id}-name`}
        name="name"
        label={words.columns.name}
        value={mine?.get('name') ?? member?.name ?? ''}
        errors={errors}
        maxlength={100}
      />
      <Roles view={view} id={id} value={mine?.get('role') ?? member?.role ?? 'coordinator'} />
      <Schools view={view} model={model} id={id} own={own} />
      {member ? (
        <MayEnter view={view} id={id} checked={mine ? mine.get('active') === 'yes' : member.active} />
      ) : (
        <MailLanguage view={view} value={mine?.get('language') ?? ''} />
      )}
      <button class="button" type="submit">
        {member ? words.save : words.send}
      </button>
    </form>
  );
}

function Roles({ view, id, value }: { readonly view: View; readonly id: string; readonly value: string }): JSX.Element {
  const words = deskStaffIn(view.context.language);
  return (
    <fieldset class="plain" id={`${id}-role`}>
      <legend>{words.columns.role}</legend>
      {StaffRole.options.map((role) => (
        <div key={role} class="choice">
          <input id={`${id}-${role}`} type="radio" name="role" value={role} checked={role === value} />
          <label for={`${id}-${role}`}>
            {deskIn(view.context.language).roles[role]} <span class="soft">{words.roleHints[role]}</span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}

function Schools({ view, model, id, own }: Pick<MemberProps, 'view' | 'model' | 'id'> & { readonly own: readonly string[] }): JSX.Element {
  const words = deskStaffIn(view.context.language);
  return (
    <fieldset class="plain" id={`${id}-schools`}>
      <legend>{words.columns.schools}</legend>
      <p class="hint">{words.schoolsHint}</p>
      {model.schools.map(({ schoolId, name }) => (
        <div key={schoolId} class="choice">
          <input id={`${id}-${schoolId}`} type="checkbox" name="schools" value={schoolId} checked={own.includes(schoolId)} />
          <label for={`${id}-${schoolId}`}>{name}</label>
        </div>
      ))}
    </fieldset>
  );
}

function MayEnter({ view, id, checked }: { readonly view: View; readonly id: string; readonly checked: boolean }): JSX.Element {
  const words = deskStaffIn(view.context.language);
  return (
    <div class="choice">
      <input id={`${id}-active`} type="checkbox" name="active" value="yes" checked={checked} aria-describedby={`${id}-active-hint`} />
      <label for={`${id}-active`}>
        {words.mayEnter}{' '}
        <span class="soft" id={`${id}-active-hint`}>
          {words.mayEnterHint}
        </span>
      </label>
    </div>
  );
}

function MailLanguage({ view, value }: { readonly view: View; readonly value: string }): JSX.Element | null {
  const { languages } = view.context.district;
  if (languages.length < 2) return null;
  return (
    <div class="field">
      <label for="new-language">{deskStaffIn(view.context.language).language}</label>
      <select id="new-language" name="language">
        {languages.map((language) => (
          <option key={language} value={language} selected={language === value} lang={language}>
            {messagesFor(language).name}
          </option>
        ))}
      </select>
    </div>
  );
}
