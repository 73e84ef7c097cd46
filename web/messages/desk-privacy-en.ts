/** English: privacy requests. */

export const deskPrivacyEn = {
  title: 'Privacy',
  lead: 'When somebody asks what is kept of them: look, and hand it to them.',
  find: 'Find a person',
  email: 'Their email',
  wrong: 'Enter an email, like name@example.com',
  found: 'What is kept',
  nobody: 'Nothing is kept of this address.',
  signUps: 'Sign-ups',
  signUpsHint: 'Each goes by itself on the day it says.',
  opportunity: 'Opportunity',
  states: {
    pending: 'Not decided yet',
    confirmed: 'Confirmed',
    cancelled: 'Canceled',
    refused: 'Not given',
  } as Readonly<Record<string, string>>,
  keptUntil: (day: string) => `kept until ${day}`,
  money: 'Pledges and gifts',
  moneyHint: 'The law asks the district to keep these for its books.',
  gift: (amount: string) => `Gift of ${amount}`,
  export: 'Download as a file',
  exportHint: 'Hand the file to the person and to nobody else. The history keeps that you did.',
};
