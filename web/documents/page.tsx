/** A paper as a page of the site: readable on a phone, and one sheet when it is printed. */
import { type ComponentChildren, Fragment, type JSX } from 'preact';
import type { DocumentFacts } from '#contracts/resources/documents.ts';
import { page } from '../components/layout.tsx';
import { type Picked, type View, viewOf } from '../components/view.ts';
import { documentsIn } from '../messages/areas.ts';
import type { PageContext } from '../pages/models.ts';
import type { ComposedDocument, DocumentBlock, Entry, SumTable } from './blocks.ts';
import { composeDocument } from './compose.ts';

export interface DocumentModel {
  readonly facts: DocumentFacts;
  /** Where the same paper is as a file; absent where it is only printed. */
  readonly pdfUrl?: string;
  /** Where staff came from. */
  readonly back?: { readonly href: string; readonly words: string };
}

export function documentPage(context: PageContext, { facts, pdfUrl, back }: DocumentModel): string {
  const view = viewOf(context);
  const composed = composeDocument(facts);
  return page(view, {
    title: composed.title,
    unlisted: true,
    children: (
      <div class="wrap narrow section">
        <PaperActs view={view} pdfUrl={pdfUrl}>
          {back && <a href={back.href}>{back.words}</a>}
        </PaperActs>
        <Paper composed={composed} />
      </div>
    ),
  });
}

interface ActsProps {
  readonly view: View;
  readonly pdfUrl: string | undefined;
  readonly children?: ComponentChildren;
}

export function PaperActs({ view, pdfUrl, children }: ActsProps): JSX.Element {
  const words = documentsIn(view.context.language);
  return (
    <div class="paper-acts noprint">
      {children}
      {pdfUrl !== undefined && (
        <a class="button" href={pdfUrl} type="application/pdf">
          {words.save}
        </a>
      )}
      <p class="hint">{words.print}</p>
    </div>
  );
}

/** Keeps its own language, whatever the page around it speaks. */
export const Paper = ({ composed }: { readonly composed: ComposedDocument }): JSX.Element => (
  <article class="paper" lang={composed.language} dir={composed.dir}>
    <Head composed={composed} />
    {composed.blocks.map((block, index) => (
      <Part key={String(index)} block={block} />
    ))}
    {composed.closing !== undefined && (
      <p class="paper-closing">
        {composed.closing.words}
        <br />
        <strong>{composed.closing.name}</strong>
      </p>
    )}
  </article>
);

function Head({ composed: { letterhead, heading, addressee, entries, headline } }: { readonly composed: ComposedDocument }): JSX.Element {
  return (
    <>
      <div class="paper-head">
        <div>
          <p class="paper-name">{letterhead.name}</p>
          <Lines lines={letterhead.address} />
        </div>
        <Lines lines={letterhead.contact} />
      </div>
      <h1>{heading}</h1>
      <div class="paper-who">
        <section>
          <h2 class="paper-label">{addressee.title}</h2>
          <Lines lines={addressee.lines} />
        </section>
        <Entries entries={entries} />
      </div>
      {headline !== undefined && <Entries entries={[headline]} headline />}
    </>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }): JSX.Element => (
  <p>
    {lines.map((line, index) => (
      <Fragment key={String(index)}>
        {index > 0 && <br />}
        <bdi>{line}</bdi>
      </Fragment>
    ))}
  </p>
);

const Said = ({ of: { text, lang } }: { readonly of: Picked }): JSX.Element => (
  <span lang={lang} dir={lang === undefined ? undefined : 'auto'}>
    {text}
  </span>
);

const Entries = ({ entries, headline }: { readonly entries: readonly Entry[]; readonly headline?: boolean }): JSX.Element => (
  <dl class={headline === true ? 'paper-headline' : 'paper-entries'}>
    {entries.map(({ label, value }) => (
      <div key={label}>
        <dt class="paper-label">{label}</dt>
        <dd>
          <Said of={value} />
        </dd>
      </div>
    ))}
  </dl>
);

function Part({ block }: { readonly block: DocumentBlock }): JSX.Element {
  switch (block.kind) {
    case 'words':
      return (
        <p>
          <Said of={block.words} />
        </p>
      );
    case 'table':
      return <Sums table={block} />;
    case 'entries':
      return (
        <section>
          <h2>{block.title}</h2>
          <Entries entries={block.entries} />
        </section>
      );
    case 'list':
      return (
        <section>
          <h2>{block.title}</h2>
          <ul>
            {block.items.map((item) => (
              <li key={item.text}>
                <Said of={item} />
              </li>
            ))}
          </ul>
        </section>
      );
    case 'sentences':
      return (
        <section class={block.boxed === true ? 'paper-box' : undefined}>
          <h2>{block.title}</h2>
          {block.sentences.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </section>
      );
    case 'columns':
      return (
        <div class="paper-columns">
          {block.columns.map(({ title, lead, lines }) => (
            <section key={title}>
              <h2>{title}</h2>
              {lead !== undefined && <p>{lead}</p>}
              <div class="paper-lines">
                <Lines lines={lines} />
              </div>
            </section>
          ))}
        </div>
      );
  }
}

const Sums = ({ table: { title, columns, rows, totals } }: { readonly table: SumTable }): JSX.Element => (
  <table class="sums">
    <caption>{title}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ what: [first, ...more], amount }, index) => (
        <tr key={String(index)}>
          <th scope="row">{first && <Said of={first} />}</th>
          {more.map((one, column) => (
            <td key={String(column)}>
              <Said of={one} />
            </td>
          ))}
          <td>{amount}</td>
        </tr>
      ))}
    </tbody>
    {totals.length > 0 && (
      <tfoot>
        {totals.map(({ what, amount, strong }) => (
          <tr key={what} class={strong === true ? 'sums-strong' : undefined}>
            <th scope="row" colspan={columns.length - 1}>
              {what}
            </th>
            <td>{amount}</td>
          </tr>
        ))}
      </tfoot>
    )}
  </table>
);
