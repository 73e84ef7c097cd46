/** In which language who reads a message. */
import type { MessageToSend } from '#contracts/resources/message.ts';
import type { Language } from '#contracts/values.ts';
import type { PageContext } from '../pages/models.ts';

/** Each language it is written in, with those who will read it in that: their own where it is there, else the district's first that is. */
export function writtenFor<Person extends { readonly language: Language }>(
  { district }: Pick<PageContext, 'district'>,
  { subject }: Pick<MessageToSend, 'subject'>,
  people: readonly Person[],
): readonly { readonly language: Language; readonly readers: readonly Person[] }[] {
  const written = Object.keys(subject);
  const ordered = [
    ...district.languages.filter((one) => written.includes(one)),
    ...written.filter((one) => !district.languages.includes(one)),
  ];
  const readIn = ({ language }: Person): Language | undefined => (written.includes(language) ? language : ordered[0]);
  return ordered.map((language) => ({ language, readers: people.filter((person) => readIn(person) === language) }));
}
