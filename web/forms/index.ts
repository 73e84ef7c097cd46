/** Reading what people posted, for the functions that serve forms. */
export { type CorrectionFormValues, correctionBody, readCorrectionForm } from './correction-form.ts';
export { readFilterForm } from './filter-form.ts';
export {
  answerOfferBody,
  changePlacesBody,
  confirmTimesBody,
  MANAGE_DONE,
  MANAGE_FIELDS,
  moveSignUpBody,
  readSignUpId,
  readSignUpIds,
} from './manage-forms.ts';
export { EMPTY_PLEDGE_FORM, type PledgeFormValues, type PledgeStep, pledgeBody, readPledgeForm } from './pledge-form.ts';
export { readSendLinkForm, SEND_LINK_FIELDS, type SendLinkFormValues, sendLinkBody } from './send-link-form.ts';
export { EMPTY_SIGN_UP_FORM, isTrapped, readSignUpForm, SIGN_UP_FIELDS, type SignUpFormValues, signUpBody } from './sign-up-form.ts';
