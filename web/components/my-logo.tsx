/** A sponsor's logo on their own page: what it looks like, where it stands, and sending another. */
import type { JSX } from 'preact';
import { LOGO_SENT_PARAMETER, paths } from '#contracts/pages.ts';
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import { fundraisingIn } from '../messages/areas.ts';
import { inLanguage, type View } from './view.ts';

interface Props {
  readonly view: View;
  readonly token: string;
  readonly pledge: MyPledge;
  /** A file that was sent just now, and that nobody has looked at yet. */
  readonly sent: string | undefined;
}

export function MyLogo({ view, token, pledge, sent }: Props): JSX.Element | null {
  const { logo: words } = fundraisingIn(view.context.language);
  const { logo } = pledge;
  if (pledge.recognition === 'anonymous' && logo === undefined) return null;
  return (
    <section aria-labelledby="logo" id="your-logo">
      <h2 id="logo">{words.title}</h2>
      {sent !== undefined ? (
        <p class="notice" role="status" data-reload>
          {words.looking} <a href={`${paths.managePledge(token)}?${LOGO_SENT_PARAMETER}=${sent}`}>{words.lookAgain}</a>
        </p>
      ) : (
        <Standing view={view} token={token} pledge={pledge} />
      )}
      {pledge.canCorrect !== 'nothing' && (
        <p class="act-row noprint">
          <a class="act" href={paths.logoForm(token)}>
            {logo === undefined ? words.add : words.replace}
          </a>
        </p>
      )}
      {logo !== undefined && pledge.canCorrect !== 'nothing' && (
        <form
          class="act-row noprint"
          method="post"
          action={inLanguage(paths.removeLogo(token), view.context.language)}
          data-once={view.m.form.sending}
        >
          <button class="act" type="submit">
            {words.remove}
          </button>
        </form>
      )}
    </section>
  );
}

function Standing({ view, token, pledge: { logo, sponsor, recognition } }: Pick<Props, 'view' | 'token' | 'pledge'>): JSX.Element {
  const { logo: words } = fundraisingIn(view.context.language);
  if (logo === undefined) return <p>{words.none}</p>;
  if (logo.state === 'unusable')
    return (
      <p class="notice notice-wrong" role="status">
        {words.problems[logo.problem]}
      </p>
    );
  const standing = recognition === 'anonymous' ? words.anonymous : words.states[logo.state];
  return (
    <>
      <p class="logo-plate">
        <img src={`${paths.myLogo(token)}?${logo.logoId}`} alt={sponsor.name} width={logo.width} height={logo.height} />
      </p>
      <p>{standing}</p>
      {logo.state === 'declined' && logo.reason !== undefined && (
        <p>
          {fundraisingIn(view.context.language).mine.reason}: {logo.reason}
        </p>
      )}
    </>
  );
}
