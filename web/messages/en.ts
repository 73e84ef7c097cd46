/** English, and by its shape the list of all words for people: a language that misses one does not compile. */
import type { DeskProblemCode, FeedbackProblemCode, ProblemCode } from '#contracts/problems.ts';
import type { SlotState } from '#contracts/resources/availability.ts';
import type { OpportunityKind } from '#contracts/resources/opportunity.ts';
import type { SlotRefusal } from '#contracts/resources/sign-up.ts';
import { type PluralForms, pluralIn } from '../words/plural.ts';
import type { FieldName, FieldWords } from './field-codes.ts';
import { fieldsEn } from './fields-en.ts';

const plural = pluralIn('en-US');

const kinds: Record<OpportunityKind, string> = {
  event: 'Event',
  classroom: 'Help in class',
  committee: 'Have a say',
  class: 'Class for parents',
  items: 'Bring or lend',
  remote: 'From home',
};

const slotStates: Record<SlotState, string> = {
  open: 'Open',
  full: 'Full',
  'not-open-yet': 'Not open yet',
  closed: 'Closed',
  started: 'Already started',
};

/** Why a slot was not given, to the person who asked for it. */
const refusals: Record<SlotRefusal, string> = {
  'slot.not-found': 'This one is no longer offered.',
  'slot.full': 'It filled up just before your request came in.',
  'slot.not-enough-places': 'There are not as many places left as you asked for.',
  'slot.waitlist-full': 'The waitlist here is full, too.',
  'slot.not-open-yet': 'Sign-up for this has not opened yet.',
  'slot.closed': 'Sign-up for this is closed.',
  'slot.started': 'This has already started.',
  'sign-up.already': 'You already have places here. Use the link in your email to change them.',
  'person.limit-reached': 'You have as many places here as one person can take.',
};

const problems: Record<Exclude<ProblemCode, DeskProblemCode | FeedbackProblemCode>, string> = {
  ...refusals,
  'request.malformed': 'We could not read what was sent. Please go back and try again.',
  'request.foreign-origin': 'This form was sent from another website, so we did not take it.',
  'request.too-large': 'That was more than we can take at once. Please shorten it.',
  'request.unsupported-type': 'We could not read what was sent. Please use the form on this site.',
  'request.invalid': 'Some of the form needs another look.',
  'request-key.missing': 'The form was not complete. Please reload the page and try again.',
  'request-key.reused': 'This form was already used for something else. Please reload the page and try again.',
  'request.conflict': 'Many people are signing up right now. Please try again in a moment.',
  'route.not-found': 'This page does not exist.',
  'school.not-found': 'We do not know this school.',
  'opportunity.not-found': 'This is no longer offered, or the link is not complete.',
  'sign-up.all-refused': 'We could not sign you up for what you chose.',
  'sign-up.not-found': 'This sign-up is not one of yours, or it is no longer kept.',
  'sign-up.not-active': 'This sign-up was canceled before.',
  'sign-up.too-late': 'It is too close to the start to change this here. Please call or write to the school.',
  'slot.moved-meanwhile': 'The time has changed again. Please look at it once more: this is how it is now.',
  'offer.over': 'This offer is over, or it was answered before.',
  'campaign.not-found': 'We do not know this campaign, or it is no longer shown.',
  'campaign.not-open-yet': 'This campaign has not started yet.',
  'campaign.closed': 'This campaign is over. Thank you for thinking of it.',
  'campaign.not-over': 'This can be told when the campaign is over and what became of it is written down.',
  'level.sold-out': 'The last place of this level has just gone. Please choose another level or an amount of your own.',
  'pledge.not-found': 'We do not know this pledge, or it is no longer kept.',
  'pledge.not-allowed-now': 'This can no longer be changed here. Please call or write to us.',
  'payment.too-much': 'That is more than is open.',
  'gift.not-found': 'We do not know this gift.',
  'link.invalid': 'This link no longer works.',
  'staff.unknown': 'Please sign in first.',
  'staff.not-allowed': 'You may not do this. Ask a district admin if you should.',
  'form.outdated': 'This form is from before you signed in, so nothing was saved. Please go back, reload the page and try again.',
  'service.unavailable': 'We are busy right now. Please try again in a moment.',
  'service.broken': 'Something broke on our side.',
};

export const en = {
  locale: 'en-US',
  /** The language's own name, in itself. */
  name: 'English',
  dir: 'ltr' as 'ltr' | 'rtl',

  kinds,
  slotStates,
  calledOff: 'Called off',
  refusals,
  problems,
  fields: fieldsEn as (field: FieldName, code: string) => string,
  form: {
    labels: {
      name: 'Your name',
      email: 'Your email',
      phone: 'Your phone',
    } as FieldWords,
    nameHint: 'The grown-up who comes. Please do not enter a child’s name.',
    emailHint: 'We send your confirmation and your calendar entry here.',
    phoneHint: 'Only used if plans change at the last minute.',
    optional: 'optional',
    errorSummary: 'Please check this',
    errorTitle: (title: string) => `Error: ${title}`,
    stepSlots: 'Choose what fits you',
    stepSlotsHint: 'You can choose more than one.',
    stepYou: 'About you',
    stepQuestions: 'The school would like to know',
    yes: 'Yes',
    no: 'No',
    pick: 'Please choose',
    places: 'Places',
    placesFor: (slot: string) => `Places for: ${slot}`,
    placesHint: 'How many of you come?',
    limit: (n: number) => plural(n, { one: 'One person can take {n} place here.', other: 'One person can take up to {n} places here.' }),
    consent: (days: number) =>
      `Keep my details for this sign-up. The school sees them. They are deleted ${plural(days, { one: '{n} day', other: '{n} days' })} after my last date.`,
    consentMore: 'How we treat your details',
    submit: 'Sign me up',
    sending: 'Sending…',
    trap: 'Leave this empty',
    chosen: { one: '{n} chosen', other: '{n} chosen' } as PluralForms,
    placesForms: { one: '{n} place', other: '{n} places' } as PluralForms,
    chosenNext: 'Continue',
    meantSlots: 'You set a number of places but ticked nothing. We ticked it for you: please check and send again.',
  },
  site: {
    skip: 'Skip to content',
    tagline: 'Where home and school meet',
    campaigns: 'Campaigns',
    mySignUps: 'My sign-ups',
    language: 'Language',
    home: 'All schools',
    footerHelp: 'Need a hand?',
    footerContact: (district: string) => `Write to ${district}`,
    privacy: 'Privacy',
    api: 'For developers',
    noTracking: 'No account, no ads, no tracking.',
    description:
      'Find something that fits your day, and take a place in about a minute. You don’t need an account, and you can change your mind.',
    main: 'Main',
  },
  opportunity: {
    placesLeft: (n: number) => plural(n, { zero: 'No places left', one: '{n} place left', other: '{n} places left' }),
    taken: (taken: number, capacity: number) => `${taken} of ${plural(capacity, { one: '{n} place', other: '{n} places' })} taken`,
    left: (n: number) => plural(n, { one: '{n} place left', other: '{n} places left' }),
    lastOne: 'Last place',
    full: 'Full',
    allFull: 'All places are taken',
    allFullHint: 'Thank you to everyone who takes part. Please look in again: places can open up when someone’s plans change.',
    fullSome: 'Still has room:',
    opens: (when: string) => `Opens ${when}`,
    notOpenHint: 'Have a look already, and come back then. Signing up takes about a minute.',
    closes: (when: string) => `Sign up by ${when}`,
    closed: 'Sign-up is closed',
    closedHint: 'You can’t sign up here anymore. If you still want to help, ask the person below.',
    over: 'This is over',
    overHint: 'Thank you to everyone who took part.',
    where: 'Where',
    when: 'When',
    ask: 'Who to ask',
    spoken: 'Languages spoken',
    atHome: 'From home',
    anyTime: 'Any time',
    map: 'Open in maps',
    dropOut: (hours: number) =>
      hours === 0
        ? 'You can cancel until the start.'
        : hours % 24 === 0
          ? plural(hours / 24, { one: 'You can cancel until {n} day before.', other: 'You can cancel until {n} days before.' })
          : plural(hours, { one: 'You can cancel until {n} hour before.', other: 'You can cancel until {n} hours before.' }),
    takingPart: (names: string) => `Taking part: ${names}`,
    slots: (n: number) => plural(n, { one: '{n} time', other: '{n} times' }),
    more: (n: number) => plural(n, { one: 'and {n} more', other: 'and {n} more' }),
    from: (when: string) => `From ${when}`,
    evening: 'Evening',
    weekend: 'Weekend',
    undated: 'Any time',
    zone: (zone: string) => `Times are ${zone}.`,
    back: (school: string) => `All of ${school}`,
    call: 'Call',
    write: 'Write',
  },
  problem: {
    notFoundTitle: 'We can’t find that',
    notFoundHint: 'The link may be old, or a letter is missing. These are good places to go on:',
    brokenTitle: 'Something broke on our side',
    broken: 'It isn’t your fault, and nothing you sent was taken twice. Please try again in a minute.',
    brokenCode: (code: string) => `If it happens again, tell us this code: ${code}`,
    retry: 'Try again',
    goHome: 'See all schools',
  },
};

export type Messages = typeof en;
