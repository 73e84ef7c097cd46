/** English: what is wrong with a field, and what to do about it. */
import type { FieldCode, FieldName } from './field-codes.ts';

const general: Record<FieldName, string> = {
  slots: 'Choose at least one that has room',
  places: 'Enter how many places you want, as a whole number from 1',
  name: 'Enter your name',
  email: 'Enter your email, like name@example.com',
  phone: 'Enter a phone number, like 555 123 4567, or leave it empty',
  answer: 'Answer this question',
  consent: 'Tick the box so that we may keep your details',
  what: 'Choose what you would like to give',
  amount: 'Enter an amount in dollars, like 500 or 1,250.50',
  goods: 'Say what you would like to give',
  goodsValue: 'Enter what it is worth in dollars, like 500',
  instalments: 'Choose how you would like to pay',
  match: 'Enter an amount in dollars, or leave it empty for no match',
  sponsorName: 'Enter the name of the business, workplace or giver',
  contactName: 'Enter the name of a contact person',
  address: 'Enter the address in one line, or leave it empty',
  policy: 'Tick the box to agree to the sponsor policy',
};

const special: Record<FieldCode, string | undefined> = {
  'slots.none-chosen': 'Choose at least one',
  'slots.too-many': 'Choose fewer: up to 100 at once',
  'slots.repeated': undefined,
  'places.not-whole': undefined,
  'places.too-few': undefined,
  'places.too-many': 'That is more places than one person can take: enter a smaller number',
  'text.too-long': 'Use fewer letters: this is too long',
  'text.empty': undefined,
  'text.control-characters': 'Type this again: it has hidden characters in it that we cannot use',
  'email.too-long': 'Check your email: it is too long',
  'email.malformed': undefined,
  'phone.malformed': undefined,
  'consent.missing': undefined,
  'answer.missing': undefined,
  'answer.not-a-choice': 'Choose one of the answers',
  'amount.not-whole-cents': undefined,
  'amount.too-small': 'Enter one dollar or more',
  'amount.too-large': 'Enter one million dollars or less; for more, please call us',
  'amount.below-level': 'Enter at least the amount of the level, or choose "Another amount"',
  'level.sold-out': 'The last place of this level is gone: choose another level or an amount of your own',
};

export const fieldsEn = (field: FieldName, code: string): string => special[code as FieldCode] ?? general[field];
