/** A lost link, in English: apart from one's own pages, because every page of a link that no longer works says it. */
export const sendLinkEn = {
  title: 'My sign-ups',
  lead: 'Enter the email you signed up with. We send you a link to see, change, or cancel your sign-ups.',
  submit: 'Send me my link',
  sentTitle: 'Look in your mailbox',
  sent: 'If this address has sign-ups, your link is on its way. It can take a few minutes. Please look in your spam folder too.',
  sentAgain: 'Nothing there? Check that you used the same address as when you signed up.',
  again: 'Try another address',
  invalidTitle: 'This link no longer works',
  invalid: 'Links stop working some time after your last date, or when part of the address is missing. You can have a new one sent.',
};
