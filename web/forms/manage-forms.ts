/** The small forms of the manage page: which sign-up they speak of, and the body they make for its operation. */

export const MANAGE_FIELDS = { signUpId: 'signUpId', places: 'places', slotId: 'slotId', answer: 'answer', waits: 'waits' } as const;

/** What the page can say was done. */
export const MANAGE_DONE = ['cancelled', 'places', 'moved', 'accepted', 'passed', 'left', 'wanted'] as const;

/** As posted; parse it with `SignUpId` before use. */
export const readSignUpId = (posted: URLSearchParams): string => posted.get(MANAGE_FIELDS.signUpId) ?? '';

/** The body for `ChangePlacesRequest.safeParse`. */
export function changePlacesBody(posted: URLSearchParams): unknown {
  const typed = (posted.get(MANAGE_FIELDS.places) ?? '').trim();
  return { places: /^\d{1,9}$/.test(typed) ? Number(typed) : typed };
}

/** The body for `AnswerOfferRequest.safeParse`. */
export const answerOfferBody = (posted: URLSearchParams): unknown => ({ answer: posted.get(MANAGE_FIELDS.answer) ?? '' });

/** The body for `MoveSignUpRequest.safeParse`. */
export const moveSignUpBody = (posted: URLSearchParams): unknown => ({ slotId: posted.get(MANAGE_FIELDS.slotId) ?? '' });
