/** The form of feedback: its fields, and the body they make for `FeedbackToGive`. */

export const FEEDBACK_FIELDS = { score: 'score', text: 'text', named: 'named' } as const;

export interface FeedbackFormValues {
  /** As it was chosen; empty while nothing is. */
  readonly score: string;
  readonly text: string;
  readonly named: boolean;
}

export const readFeedbackForm = (posted: URLSearchParams): FeedbackFormValues => ({
  score: posted.get(FEEDBACK_FIELDS.score) ?? '',
  text: posted.get(FEEDBACK_FIELDS.text) ?? '',
  named: posted.get(FEEDBACK_FIELDS.named) === 'yes',
});

/** Browsers send line breaks as CR LF. What is no digit is passed on as it is, for the contract to refuse. */
export function feedbackBody({ score, text, named }: FeedbackFormValues, language: string): unknown {
  const said = text.replaceAll('\r\n', '\n').trim();
  return { score: /^\d$/.test(score) ? Number(score) : score, ...(said !== '' && { text: said }), named, language };
}
