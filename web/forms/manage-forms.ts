/** The small forms of the manage page: which sign-up they speak of, and the body they make for its operation. */
import type { SlotTime } from '#contracts/resources/sign-up.ts';

export const MANAGE_FIELDS = {
  signUpId: 'signUpId',
  places: 'places',
  slotId: 'slotId',
  answer: 'answer',
  waits: 'waits',
  /** Of several dates to give back: that it is about several, and which. */
  several: 'several',
  dates: 'dates',
} as const;

/** What the page can say was done. */
export const MANAGE_DONE = ['cancelled', 'places', 'moved', 'accepted', 'passed', 'left', 'wanted', 'stays', 'cancelledDates'] as const;

/** As posted; parse it with `SignUpId` before use. */
export const readSignUpId = (posted: URLSearchParams): string => posted.get(MANAGE_FIELDS.signUpId) ?? '';

/** Sign-ups to cancel, each once, as posted: of a form about one, that one; of one about several, those that are ticked. A tick may stand for several. */
export const readSignUpIds = (posted: URLSearchParams): readonly string[] =>
  posted.has(MANAGE_FIELDS.several)
    ? [...new Set(posted.getAll(MANAGE_FIELDS.dates).flatMap((ticked) => ticked.split(' ')))]
    : [readSignUpId(posted)];

/** The body for `ChangePlacesRequest.safeParse`. */
export function changePlacesBody(posted: URLSearchParams): unknown {
  const typed = (posted.get(MANAGE_FIELDS.places) ?? '').trim();
  return { places: /^\d{1,9}$/.test(typed) ? Number(typed) : typed };
}

/** The body for `AnswerOfferRequest.safeParse`. */
export const answerOfferBody = (posted: URLSearchParams): unknown => ({ answer: posted.get(MANAGE_FIELDS.answer) ?? '' });

/** The body for `MoveSignUpRequest.safeParse`. */
export const moveSignUpBody = (posted: URLSearchParams): unknown => ({ slotId: posted.get(MANAGE_FIELDS.slotId) ?? '' });

const TIME = 'time.';
export const timeName = (index: number): string => `${TIME}${index}`;
/** A sign-up with the time that is shown of its slot, in one field: a form may have several. */
export const timeField = (signUpId: string, { startsAt = '', endsAt = '' }: SlotTime): string =>
  [signUpId, startsAt, endsAt].join(' ').trim();

/** Bodies for `ConfirmTimeRequest.safeParse`, each with its sign-up. */
export const confirmTimesBody = (posted: URLSearchParams): unknown =>
  [...posted]
    .filter(([name]) => name.startsWith(TIME))
    .map(([, field]) => {
      const [signUpId, startsAt, endsAt] = field.split(' ');
      return { signUpId, startsAt, ...(endsAt !== undefined && { endsAt }) };
    });
