/** "Send me my link": writes to those who have sign-ups kept, and to nobody else. */
import type { LinkRequestedV1 } from '#contracts/events/volunteering.ts';
import type { MailPreferences } from '#contracts/resources/mail-preferences.ts';
import { type ComposePorts, mailOf, manageUrl } from './compose.ts';
import { messages } from './messages.ts';
import type { LinkFacts, Mail } from './ports.ts';
import { inChosenLanguage } from './preferences.ts';
import { type SendPorts, type Sent, sendOnce } from './send-once.ts';

export type TellLinkPorts = SendPorts & ComposePorts & { readonly linkFacts: LinkFacts };

export const tellLink =
  (ports: TellLinkPorts) =>
  async ({ data: { personId, requestId } }: LinkRequestedV1): Promise<Sent> => {
    const compose = async (preferences: MailPreferences): Promise<Mail | undefined> => {
      const found = await ports.linkFacts.of(personId, requestId);
      if (!found) return undefined;
      const facts = inChosenLanguage(found, preferences);
      const url = await manageUrl(ports, personId, facts.lastEndsAt === undefined ? [] : [facts.lastEndsAt]);
      const { person, language, upcoming } = facts;
      return mailOf(ports, facts, { kind: 'link', language, personName: person.name, manageUrl: url, upcoming }, []);
    };
    return sendOnce(ports, { key: messages.link(requestId), kind: 'necessary', personId, covers: [], compose });
  };
