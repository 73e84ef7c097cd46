/**
 * Writes to people about a day: reminds them of what they have on it, and thanks them for what they took part in. One mail for all of it, at whatever schools,
 * once for each reminder, and once to thank.
 *
 * Repeatable at any point: each person's mail has its name. What it says is read when it is sent, so who gave everything back is not written to. Nor is who
 * does not want such mails; each has an address at which they can be stopped.
 */
import type { DayApproachedV1, DayPassedV1 } from '#contracts/events/volunteering.ts';
import { mailPreferencePaths } from '#contracts/mail-preference-pages.ts';
import type { LetterOpportunity } from '#contracts/resources/letters.ts';
import type { MailPreferences } from '#contracts/resources/mail-preferences.ts';
import type { Day, PersonId } from '#contracts/values.ts';
import { type ComposePorts, endsOf, mailOf, manageUrl } from './compose.ts';
import { messages } from './messages.ts';
import { type Mail, MailNotSent, type PeopleOfDay, type PeopleOfPastDay, type PeopleOfPastDays, type PeopleOnDays } from './ports.ts';
import { inChosenLanguage, mayGo } from './preferences.ts';
import { type SendPorts, type Sent, sendOnce } from './send-once.ts';

type Ports = SendPorts & ComposePorts;
export type TellOfDayPorts = Ports & { readonly peopleOnDays: PeopleOnDays };
export type ThankPorts = Ports & { readonly peopleOfPastDays: PeopleOfPastDays };

/** How many are read from the same definitions: they are as old as these take. */
const TOGETHER = 25;
/** How many are written to at once. The mail service takes some fourteen a second from a new account. */
const AT_ONCE = 5;
/** How long to wait when the mail service says no, which it does to who is too fast; then it is left to the event's retry. */
const AGAIN_AFTER_MS = [1_000, 4_000, 15_000];

/** `counted` gets what became of each. One that fails does not keep others from theirs; in the end it throws, and the event's retry goes on. */
export const remindOfDay =
  (ports: TellOfDayPorts, counted: (sent: Sent) => void = () => {}) =>
  async ({ data: { day, daysBefore, opportunityIds } }: DayApproachedV1): Promise<void> => {
    const everyone = await ports.peopleOnDays.holders(day, opportunityIds);
    await toEach(ports, everyone, counted, () => {
      const people = ports.peopleOnDays.people();
      return (personId) => remind(ports, people, personId, day, daysBefore);
    });
  };

/** As with reminders. */
export const thankForDay =
  (ports: ThankPorts, counted: (sent: Sent) => void = () => {}) =>
  async ({ data: { day, opportunityIds } }: DayPassedV1): Promise<void> => {
    const everyone = await ports.peopleOfPastDays.helpers(day, opportunityIds);
    await toEach(ports, everyone, counted, () => {
      const people = ports.peopleOfPastDays.people();
      return (personId) => thank(ports, people, personId, day);
    });
  };

/** `writing` is asked for anew for each group of people. */
async function toEach(
  ports: Pick<SendPorts, 'pause'>,
  everyone: readonly PersonId[],
  counted: (sent: Sent) => void,
  writing: () => (personId: PersonId) => Promise<Sent>,
): Promise<void> {
  let failed = 0;
  let why: unknown;
  for (let start = 0; start < everyone.length; start += TOGETHER) {
    const write = writing();
    const group = everyone.slice(start, start + TOGETHER);
    for (let next = 0; next < group.length; next += AT_ONCE) {
      const some = group.slice(next, next + AT_ONCE);
      for (const outcome of await Promise.allSettled(some.map((one) => patiently(ports, () => write(one))))) {
        if (outcome.status === 'fulfilled') counted(outcome.value);
        else {
          failed += 1;
          why = outcome.reason;
        }
      }
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${everyone.length} are not yet written to about their day`, { cause: why });
}

async function patiently({ pause }: Pick<SendPorts, 'pause'>, send: () => Promise<Sent>): Promise<Sent> {
  for (const wait of AGAIN_AFTER_MS) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof MailNotSent)) throw error;
      await pause(wait);
    }
  }
  return send();
}

function remind(ports: Ports, people: PeopleOfDay, personId: PersonId, day: Day, daysBefore: number): Promise<Sent> {
  const compose = async (preferences: MailPreferences) => {
    const facts = await people.of(personId, day, daysBefore);
    const [first] = facts?.parts ?? [];
    if (!facts || !first || !mayGo('reminder', preferences, facts.isLast)) return undefined;
    const { person, language, daysLeft, parts } = inChosenLanguage(facts, preferences);
    const url = await manageUrl(ports, personId, endsOf(parts.flatMap(({ slots }) => slots.map(({ slot }) => slot))));
    const letter = { kind: 'reminder', language, personName: person.name, manageUrl: url, daysLeft, parts } as const;
    return optional(mailOf(ports, { person, language }, letter, []), first, url);
  };
  return sendOnce(ports, { key: messages.reminder(personId, day, daysBefore), kind: 'reminder', personId, covers: [], compose });
}

function thank(ports: Ports, people: PeopleOfPastDay, personId: PersonId, day: Day): Promise<Sent> {
  const compose = async (preferences: MailPreferences) => {
    const facts = await people.of(personId, day);
    const [first] = facts?.parts ?? [];
    if (!facts || !first) return undefined;
    const { person, language, parts } = inChosenLanguage(facts, preferences);
    const url = await manageUrl(ports, personId, endsOf(parts.flatMap(({ slots }) => slots.map(({ slot }) => slot))));
    const letter = { kind: 'thanks', language, personName: person.name, manageUrl: url, parts } as const;
    return optional(mailOf(ports, { person, language }, letter, []), first, url);
  };
  return sendOnce(ports, { key: messages.thanks(personId, day), kind: 'thanks', personId, covers: [], compose });
}

/** Answers go to whom the opportunity names; and mail programs can stop the like of it. */
const optional = (mail: Mail, { opportunity }: { readonly opportunity: LetterOpportunity }, manageUrl: string): Mail => ({
  ...mail,
  replyTo: opportunity.contact.email,
  unsubscribeUrl: mailPreferencePaths.unsubscribeBelow(manageUrl),
});
