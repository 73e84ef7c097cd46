/** The "send me my link" form: its fields, and the body they make for `SendLinkRequest`. */

export const SEND_LINK_FIELDS = { email: 'email', trap: 'website' } as const;

export interface SendLinkFormValues {
  readonly email: string;
  readonly trap: string;
}

export function readSendLinkForm(posted: URLSearchParams): SendLinkFormValues {
  return { email: posted.get(SEND_LINK_FIELDS.email) ?? '', trap: posted.get(SEND_LINK_FIELDS.trap) ?? '' };
}

/** The body for `SendLinkRequest.safeParse`. */
export const sendLinkBody = (values: SendLinkFormValues, language: string): unknown => ({ email: values.email.trim(), language });
