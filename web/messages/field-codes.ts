/** What can be wrong with a field of a form, and what the fields are called in messages about them. */

export type FieldName =
  | 'slots'
  | 'places'
  | 'name'
  | 'email'
  | 'phone'
  | 'answer'
  | 'consent'
  | 'what'
  | 'amount'
  | 'goods'
  | 'goodsValue'
  | 'instalments'
  | 'match'
  | 'sponsorName'
  | 'contactName'
  | 'address'
  | 'policy';

/** Words for the fields that people fill in with text. */
export type FieldWords = Readonly<Record<'name' | 'email' | 'phone', string>>;

/** Codes of `contracts` and of the domain's checks of a form. Any other code gets the field's general message. */
export type FieldCode =
  | 'slots.none-chosen'
  | 'slots.too-many'
  | 'slots.repeated'
  | 'places.not-whole'
  | 'places.too-few'
  | 'places.too-many'
  | 'text.too-long'
  | 'text.empty'
  | 'text.control-characters'
  | 'email.too-long'
  | 'email.malformed'
  | 'phone.malformed'
  | 'consent.missing'
  | 'answer.missing'
  | 'answer.not-a-choice'
  | 'amount.not-whole-cents'
  | 'amount.too-small'
  | 'amount.too-large'
  | 'amount.below-level'
  | 'level.sold-out';
