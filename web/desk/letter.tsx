/** A mail as the desk shows it: its subject and what it says. Buttons are drawn, and lead nowhere: each person has a link of their own. */
import type { ComponentChildren, JSX } from 'preact';
import type { AnyLetter } from '#contracts/resources/letters.ts';
import { Said } from '../components/said.tsx';
import type { View } from '../components/view.ts';
import type { Block, Fact } from '../emails/blocks.ts';
import { compose } from '../emails/compose.ts';

/** `hint`: in the reader's language, before the mail. Of a letter to nobody by name there is no greeting. */
export function LetterShown({
  view,
  letter,
  title,
  hint,
}: {
  readonly view: View;
  readonly letter: AnyLetter;
  readonly title: string;
  readonly hint?: ComponentChildren;
}): JSX.Element {
  const { language } = letter;
  const { subject, greeting, blocks, footer } = compose(letter, view.context.district);
  const id = `letter-${language}`;
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint !== undefined && <p class="soft">{hint}</p>}
      <div class="letter" lang={language}>
        <p>
          <strong>{subject}</strong>
        </p>
        {letter.personName !== '' && <p>{greeting}</p>}
        {blocks.map((block, index) => (
          <Part key={String(index)} block={block} />
        ))}
        {footer.map((one) => (
          <p class="soft" key={one}>
            {one}
          </p>
        ))}
      </div>
    </section>
  );
}

function Part({ block }: { readonly block: Block }): JSX.Element {
  switch (block.kind) {
    case 'words':
      return <p class={block.soft === true ? 'soft' : undefined}>{block.words}</p>;
    case 'said':
      return (
        <p lang={block.said.lang}>
          <Said text={block.said.text} />
        </p>
      );
    case 'facts':
      return (
        <>
          <p>
            <strong>{block.title}</strong>
          </p>
          {block.groups.map((facts, index) => (
            <Facts key={String(index)} facts={facts} />
          ))}
        </>
      );
    default:
      return (
        <p>
          <span class="letter-button">{block.words}</span>
        </p>
      );
  }
}

const Facts = ({ facts }: { readonly facts: readonly Fact[] }): JSX.Element => (
  <dl class="letter-facts">
    {facts.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd lang={value.lang}>{value.text}</dd>
      </div>
    ))}
  </dl>
);
