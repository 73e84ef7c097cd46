/** Small forms on a page of the desk that does one thing each. */
import type { ComponentChildren, JSX } from 'preact';
import { inLanguage, type View } from '../components/view.ts';
import { FormToken } from './layout.tsx';
import type { DeskReader } from './models.ts';

interface Props {
  readonly view: View;
  readonly reader: DeskReader;
  /** Where it is posted to. */
  readonly action: string;
  /** Of this page and form: sent twice with it, it is one. */
  readonly formKey?: string;
  /** Several fields beside each other. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

export const ActForm = ({ view, reader, action, formKey, wide, children }: Props): JSX.Element => (
  <form
    class={wide === true ? 'dash' : 'act-form'}
    method="post"
    action={inLanguage(action, view.context.language)}
    data-once={view.m.form.sending}
    novalidate
  >
    <FormToken reader={reader} />
    {formKey !== undefined && <input type="hidden" name="key" value={formKey} />}
    {children}
  </form>
);

/** Behind a line that opens it. */
export const Folded = ({
  title,
  label,
  open,
  children,
}: {
  readonly title: string;
  /** Where several on a page are called the same. */
  readonly label?: string;
  readonly open: boolean;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <details class="act-more noprint" open={open}>
    <summary class="act" aria-label={label}>
      {title}
    </summary>
    {children}
  </details>
);

/** What was just done, or why it was not. */
export function Told({ done, problem }: { readonly done: string | undefined; readonly problem: string | undefined }): JSX.Element | null {
  if (problem !== undefined)
    return (
      <p class="notice notice-wrong" role="alert" tabindex={-1} data-focus>
        {problem}
      </p>
    );
  return done === undefined ? null : (
    <p class="notice notice-good" role="status">
      {done}
    </p>
  );
}
