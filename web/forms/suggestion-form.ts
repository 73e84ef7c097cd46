/** The form of a suggestion box: its fields, and the body they make for `SuggestionToSend`. */

export const SUGGESTION_FIELDS = { text: 'text', trap: 'website', key: 'key' } as const;

export interface SuggestionFormValues {
  readonly text: string;
  readonly trap: string;
  readonly key: string;
}

export const readSuggestionForm = (posted: URLSearchParams): SuggestionFormValues => ({
  text: posted.get(SUGGESTION_FIELDS.text) ?? '',
  trap: posted.get(SUGGESTION_FIELDS.trap) ?? '',
  key: posted.get(SUGGESTION_FIELDS.key) ?? '',
});

/** Browsers send line breaks as CR LF. */
export const suggestionBody = ({ text }: SuggestionFormValues, language: string): unknown => ({
  text: text.replaceAll('\r\n', '\n').trim(),
  language,
});
