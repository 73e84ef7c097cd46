/** Puts a mail together: words, calendar entries, addresses, and a fresh manage link. */

import { paths } from '#contracts/pages.ts';
import type { AnyLetter } from '#contracts/resources/letters.ts';
import type { Slot } from '#contracts/resources/opportunity.ts';
import type { PersonId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { DAY, iso, millis } from '../time.ts';
import type { Attachment, CalendarEntry, Calendars, Letters, Mail, ManageLinks, SubmissionFacts } from './ports.ts';

export interface ComposePorts {
  readonly letters: Letters;
  readonly calendars: Calendars;
  readonly links: ManageLinks;
  readonly clock: Clock;
  /** Origin of the public site, no slash at its end. */
  readonly siteUrl: string;
}

type Recipient = Pick<SubmissionFacts, 'person' | 'language'> & Partial<Pick<SubmissionFacts, 'school'>>;

/** Absolute address with a token that outlives the last of `ends` by 30 days, and lives 60 days at least. */
export async function manageUrl({ links, clock, siteUrl }: ComposePorts, personId: PersonId, ends: readonly string[]): Promise<string> {
  const expiresAt = Math.max(clock.now() + 60 * DAY, ...ends.map((end) => millis(end) + 30 * DAY));
  return `${siteUrl}${paths.manage(await links.issue(personId, iso(expiresAt)))}`;
}

/** When a slot is over; none for one without a date. */
export const endsOf = (slots: readonly Slot[]): readonly string[] => slots.flatMap((slot) => slot.endsAt ?? slot.startsAt ?? []);

/** More entries than these come in one file: nobody opens thirty. */
const MOST_FILES = 3;

/** Each entry is a file, up to three; a single one is also the part that mail programs show as an invitation. Undated slots have none. */
export function mailOf({ letters, calendars }: ComposePorts, to: Recipient, letter: AnyLetter, entries: readonly CalendarEntry[]): Mail {
  const files = entries.length > MOST_FILES ? [] : entries.map((entry) => ({ method: entry.method, content: calendars.file(entry) }));
  const invitation =
    files.length === 1 ? files[0] : files.filter((file) => file.method === 'REQUEST').length === 1 ? requestOf(files) : undefined;
  return {
    to: { name: to.person.name, email: to.person.email },
    ...letters.render(letter),
    language: to.language,
    ...(to.school && { replyTo: to.school.contact.email }),
    ...(invitation && { calendar: invitation }),
    ...(files.length > 0 && { attachments: files.map(attachment) }),
    ...(entries.length > MOST_FILES && { attachments: [together(calendars.all(entries))] }),
  };
}

interface CalendarFile {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}
/** A move has two entries: the new one is the invitation, the old one's cancellation goes along as a file. */
const requestOf = (files: readonly CalendarFile[]): CalendarFile | undefined => files.find((file) => file.method === 'REQUEST');

const together = (content: string): Attachment => ({
  filename: 'dates.ics',
  contentType: 'text/calendar; method=PUBLISH; charset=utf-8',
  content,
});

function attachment({ method, content }: CalendarFile, index: number, all: readonly CalendarFile[]): Attachment {
  const name = method === 'CANCEL' ? 'cancel' : 'invite';
  const alike = all.filter((file) => file.method === method).length > 1;
  return { filename: `${name}${alike ? `-${index + 1}` : ''}.ics`, contentType: `text/calendar; method=${method}; charset=utf-8`, content };
}
