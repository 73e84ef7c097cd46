/** Tells somebody that they are at the desk now, and where it is. */
import { deskPaths } from '#contracts/desk-pages.ts';
import type { StaffInvitedV1 } from '#contracts/events/desk.ts';
import { messages } from './messages.ts';
import type { Letters, Mail, StaffFacts } from './ports.ts';
import { type SendPorts, type Sent, sendOnce } from './send-once.ts';

export type TellStaffPorts = SendPorts & { readonly letters: Letters; readonly staffFacts: StaffFacts; readonly siteUrl: string };

export const tellStaff =
  (ports: TellStaffPorts) =>
  async ({ data: { personId } }: StaffInvitedV1): Promise<Sent> => {
    const compose = async (): Promise<Mail | undefined> => {
      const facts = await ports.staffFacts.of(personId);
      if (!facts) return undefined;
      const { name, email, role, language } = facts;
      const letter = { kind: 'staff', language, personName: name, role, email, deskUrl: ports.siteUrl + deskPaths.start } as const;
      return { to: { name, email }, ...ports.letters.render(letter), language };
    };
    return sendOnce(ports, { key: messages.staff(personId), kind: 'necessary', personId, covers: [], compose });
  };
