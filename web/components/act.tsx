/** Something that can be done about a sign-up: behind a `details`, so that nothing happens by one tap and nothing needs script. */
import type { ComponentChildren, JSX } from 'preact';
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import { MANAGE_FIELDS } from '../forms/manage-forms.ts';
import type { View } from './view.ts';

export interface ActProps {
  readonly view: View;
  readonly signUp: MySignUp;
  readonly label: string;
  readonly action: string;
  readonly submit: string;
  readonly grave?: boolean;
  /** It waits: the page then says afterwards what that means. */
  readonly waits?: boolean;
  readonly children: ComponentChildren;
}

export function Act({ view, signUp, label, action, submit, grave, waits, children }: ActProps): JSX.Element {
  return (
    <details class="act-more" name={`act-${signUp.signUpId}`}>
      <summary class={grave === true ? 'act act-grave' : 'act'}>{label}</summary>
      <form class="act-form" method="post" action={action} data-once={view.m.form.sending}>
        <input type="hidden" name={MANAGE_FIELDS.signUpId} value={signUp.signUpId} />
        {waits && <input type="hidden" name={MANAGE_FIELDS.waits} value="yes" />}
        {children}
        <button class={grave === true ? 'button button-small button-grave' : 'button button-small'} type="submit">
          {submit}
        </button>
      </form>
    </details>
  );
}
