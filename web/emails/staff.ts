/** Chooses the words of a letter to a new member of staff. */
import type { StaffLetter } from '#contracts/resources/letters.ts';
import type { View } from '../components/view.ts';
import { deskIn, deskStaffIn } from '../messages/areas.ts';
import type { Composed } from './blocks.ts';

export function staffLetter(view: View, { role, email, deskUrl }: StaffLetter): Pick<Composed, 'subject' | 'preview' | 'blocks'> {
  const { letter: words } = deskStaffIn(view.context.language);
  const district = view.context.district.name;
  const lead = words.lead(district, deskIn(view.context.language).roles[role]);
  return {
    subject: words.subject(district),
    preview: lead,
    blocks: [
      { kind: 'words', words: lead },
      { kind: 'words', words: words.signIn(email) },
      { kind: 'button', words: words.button, href: deskUrl },
    ],
  };
}
