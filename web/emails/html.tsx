/**
 * A mail as HTML for mail programs: tables and inline styles, one column of at most 600 px that shrinks, no pictures but
 * photos of what the mail tells and the code for the door, which it is whole without.
 * Programs that know `prefers-color-scheme` get dark colours by class; the others invert what they like and stay readable.
 */
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Said } from '../components/said.tsx';
import type { Block, Composed, Fact } from './blocks.ts';

const SANS = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
const SERIF = "font-family:'Iowan Old Style',Charter,Cambria,Georgia,serif;";
const TEXT = `${SANS}font-size:16px;line-height:1.5;color:#1c2a30;`;

const DARK = `@media (prefers-color-scheme:dark){.bg{background:#11191c!important}.sheet,.facts{background:#19242a!important;border-color:#31414a!important}
.ink{color:#eef1ec!important}.soft{color:#b0bfc2!important}.link{color:#86d3d3!important}}
@media (max-width:420px){.pad{padding-left:18px!important;padding-right:18px!important}}`;

/** Wide enough for a camera that looks at a phone. */
const CODE_PIXELS = 196;

interface MailFrame {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly sender: string;
}

export function htmlMail(composed: Composed, frame: MailFrame): string {
  return `<!doctype html>${renderToString(<Mail composed={composed} frame={frame} />)}`;
}

function Mail({ composed, frame }: { readonly composed: Composed; readonly frame: MailFrame }): JSX.Element {
  return (
    <html lang={frame.language} dir={frame.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{composed.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: DARK }} />
      </head>
      <body class="bg" style="margin:0;padding:0;background:#faf6ee;">
        <div style="display:none;max-height:0;overflow:hidden;">{composed.preview}</div>
        <table class="bg" role="presentation" style="width:100%;border-collapse:collapse;background:#faf6ee;">
          <tbody>
            <tr>
              <td style="padding:16px 8px;text-align:center;">
                <Sheet composed={composed} frame={frame} />
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Sheet({ composed, frame }: { readonly composed: Composed; readonly frame: MailFrame }): JSX.Element {
  return (
    <table
      class="sheet"
      role="presentation"
      style="width:100%;max-width:600px;margin:0 auto;border-collapse:collapse;background:#fffdf9;border:1px solid #ded5c4;text-align:start;"
    >
      <tbody>
        <tr>
          <td class="pad" style="padding:14px 28px;background:#123c46;border-bottom:6px solid #ffc94d;">
            <span style={`${SERIF}font-size:18px;font-weight:bold;color:#fdf8ec;`}>{frame.sender}</span>
          </td>
        </tr>
        <tr>
          <td class="pad" style="padding:24px 28px 8px;">
            <p class="ink" style={`${TEXT}margin:0 0 16px;`}>
              {composed.greeting}
            </p>
            {composed.blocks.map((each, index) => (
              <Part key={String(index)} block={each} />
            ))}
          </td>
        </tr>
        <tr>
          <td class="pad" style="padding:12px 28px 20px;">
            {composed.footer.map((words) => (
              <p key={words} class="soft" style={`${SANS}font-size:13px;line-height:1.5;color:#51606a;margin:0;`}>
                {words}
              </p>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Part({ block }: { readonly block: Block }): JSX.Element {
  switch (block.kind) {
    case 'words':
      return (
        <p
          class={block.soft === true ? 'soft' : 'ink'}
          style={block.soft === true ? `${TEXT}color:#51606a;font-size:14px;margin:0 0 16px;` : `${TEXT}margin:0 0 16px;`}
        >
          {block.words}
        </p>
      );
    case 'said':
      return (
        <p class="ink" lang={block.said.lang} style={`${TEXT}margin:0 0 16px;overflow-wrap:anywhere;`}>
          <Said text={block.said.text} linkStyle={`${TEXT}color:#0e5a67;`} />
        </p>
      );
    case 'picture':
      return (
        <p style="margin:0 0 16px;">
          <img
            src={block.src}
            alt={block.alt.text}
            lang={block.alt.lang}
            width={block.width}
            height={block.height}
            style={`${SANS}display:block;width:100%;max-width:${block.width}px;height:auto;border:0;border-radius:8px;font-size:14px;color:#51606a;`}
          />
        </p>
      );
    case 'code':
      return (
        <p style="margin:0 0 16px;">
          <a class="link" href={block.href} style={`${TEXT}color:#0e5a67;`}>
            <img
              src={`cid:${block.code.cid}`}
              alt={block.alt}
              width={CODE_PIXELS}
              height={CODE_PIXELS}
              style={`${SANS}display:block;width:${CODE_PIXELS}px;max-width:100%;height:auto;margin:0 0 6px;border:0;font-size:14px;color:#51606a;`}
            />
            {block.words}
          </a>
        </p>
      );
    case 'facts':
      return <Facts title={block.title} groups={block.groups} />;
    case 'button':
      return (
        <p style="margin:8px 0 12px;">
          <a
            href={block.href}
            style={`${SANS}display:inline-block;padding:13px 24px;background:#0e5a67;color:#ffffff;font-size:16px;font-weight:bold;text-decoration:none;border-radius:24px;`}
          >
            {block.words}
          </a>
        </p>
      );
    case 'link':
      return (
        <p style="margin:0 0 16px;">
          <a class="link" href={block.href} style={`${TEXT}color:#0e5a67;`}>
            {block.words}
          </a>
        </p>
      );
  }
}

function Facts({ title, groups }: { readonly title: string; readonly groups: readonly (readonly Fact[])[] }): JSX.Element {
  return (
    <>
      <h2 class="ink" style={`${SERIF}font-size:18px;line-height:1.3;color:#1c2a30;margin:8px 0 8px;`}>
        {title}
      </h2>
      {groups.map((facts, index) => (
        <table
          key={String(index)}
          class="facts"
          role="presentation"
          style="width:100%;border-collapse:collapse;background:#faf6ee;border:1px solid #ded5c4;margin:0 0 14px;"
        >
          <tbody>
            {facts.map((fact) => (
              <tr key={fact.label}>
                <td style="padding:7px 14px;">
                  <span class="soft" style={`${SANS}font-size:13px;line-height:1.4;color:#51606a;`}>
                    {fact.label}
                  </span>
                  <br />
                  <Value fact={fact} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function Value({ fact: { value, href } }: { readonly fact: Fact }): JSX.Element {
  return href === undefined ? (
    <span class="ink" lang={value.lang} style={TEXT}>
      {value.text}
    </span>
  ) : (
    <a class="link" href={href} lang={value.lang} style={`${TEXT}color:#0e5a67;`}>
      {value.text}
    </a>
  );
}
