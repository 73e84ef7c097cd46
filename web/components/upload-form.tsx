/** Sending a file: a plain form that goes straight to where files are kept, and comes back to a page of ours. */
import type { JSX } from 'preact';
import type { UploadInvitation } from '#contracts/resources/logo.ts';
import type { View } from './view.ts';

interface Props {
  readonly view: View;
  readonly invitation: UploadInvitation;
  readonly words: {
    readonly file: string;
    readonly fileHint: string;
    readonly tooLarge: string;
    readonly send: string;
    readonly minutes: string;
  };
}

export function UploadForm({ view, invitation, words }: Props): JSX.Element {
  return (
    <form class="logo-form" method="post" action={invitation.url} enctype="multipart/form-data" data-once={view.m.form.sending}>
      {Object.entries(invitation.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="field">
        <label for="file">{words.file}</label>
        <p class="hint" id="file-hint">
          {words.fileHint}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          required
          aria-describedby="file-hint"
          data-max-bytes={invitation.maxBytes}
          data-too-large={words.tooLarge}
        />
      </div>
      <button class="button" type="submit">
        {words.send}
      </button>
      <p class="hint">{words.minutes}</p>
    </form>
  );
}
