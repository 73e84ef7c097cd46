/** A mail as plain text: every fact of its HTML, links written out. */
import type { Block, Composed, Fact } from './blocks.ts';

export function textMail({ greeting, blocks, footer }: Composed): string {
  return `${[greeting, ...blocks.map(block), '-- ', ...footer].join('\n\n').replace('-- \n\n', '-- \n')}\n`;
}

function block(given: Block): string {
  switch (given.kind) {
    case 'words':
    case 'picture':
      return given.words;
    case 'said':
      return given.said.text;
    case 'facts':
      return [given.title.toUpperCase(), ...given.groups.map((facts) => facts.map(line).join('\n'))].join('\n\n');
    default:
      return `${given.words}:\n${given.href}`;
  }
}

/** `mailto:` and `tel:` repeat what the value says already. */
const line = ({ label, value, href }: Fact): string => `${label}: ${value.text}${href?.startsWith('http') === true ? `\n  ${href}` : ''}`;
