/** The form of which mails somebody gets: its fields, and the body they make for `MailPreferences`. */
import type { MailPreferences } from '#contracts/resources/mail-preferences.ts';

export const MAIL_FIELDS = { reminders: 'reminders', thanks: 'thanks', language: 'language' } as const;
const YES = 'yes';

export interface MailPreferencesFormValues {
  /** As it was chosen. */
  readonly reminders: string;
  readonly thanks: boolean;
  /** Empty: as each thing was signed up for. */
  readonly language: string;
}

export const mailFormOf = ({ reminders, thanks, language }: MailPreferences): MailPreferencesFormValues => ({
  reminders,
  thanks,
  language: language ?? '',
});

export const readMailPreferencesForm = (posted: URLSearchParams): MailPreferencesFormValues => ({
  reminders: posted.get(MAIL_FIELDS.reminders) ?? '',
  thanks: posted.get(MAIL_FIELDS.thanks) === YES,
  language: posted.get(MAIL_FIELDS.language) ?? '',
});

/** What is no choice is passed on as it is, for the contract to refuse. */
export const mailPreferencesBody = ({ reminders, thanks, language }: MailPreferencesFormValues): unknown => ({
  reminders,
  thanks,
  ...(language !== '' && { language }),
});
