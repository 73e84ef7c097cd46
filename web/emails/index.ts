/** All mails to people: data in, subject and both bodies out. */
import type { District } from '#contracts/district.ts';
import type { AnyLetter, LetterText } from '#contracts/resources/letters.ts';
import { messagesFor } from '../messages/index.ts';
import { compose } from './compose.ts';
import { htmlMail } from './html.tsx';
import { textMail } from './text.ts';

export function renderLetter(letter: AnyLetter, district: District): LetterText {
  const composed = compose(letter, district);
  const html = htmlMail(composed, { language: letter.language, dir: messagesFor(letter.language).dir, sender: district.name });
  const codes = composed.blocks.flatMap((block) => (block.kind === 'code' ? [block.code] : []));
  return { subject: composed.subject, html, text: textMail(composed), ...(codes.length > 0 && { codes }) };
}

/** The letters of one district, as messaging's port wants them. */
export const lettersOf = (district: District): { render(letter: AnyLetter): LetterText } => ({
  render: (letter) => renderLetter(letter, district),
});
