/**
 * Words that not every function needs, each area by itself, so that a bundle has just what its pages say. A language is a line in each and a file
 * beside it; one that is missing does not compile.
 */
import type { Language } from '#contracts/values.ts';
import { aboutEn } from './about-en.ts';
import { aboutEs } from './about-es.ts';
import { calendarEn } from './calendar-en.ts';
import { calendarEs } from './calendar-es.ts';
import { checkInEn } from './check-in-en.ts';
import { checkInEs } from './check-in-es.ts';
import { dashboardsEn } from './dashboards-en.ts';
import { dashboardsEs } from './dashboards-es.ts';
import { deskCampaignEn } from './desk-campaign-en.ts';
import { deskCampaignEs } from './desk-campaign-es.ts';
import { deskCheckInEn } from './desk-check-in-en.ts';
import { deskCheckInEs } from './desk-check-in-es.ts';
import { deskEn } from './desk-en.ts';
import { deskEs } from './desk-es.ts';
import { deskFiguresEn } from './desk-figures-en.ts';
import { deskFiguresEs } from './desk-figures-es.ts';
import { deskHistoryEn } from './desk-history-en.ts';
import { deskHistoryEs } from './desk-history-es.ts';
import { deskHolidaysEn } from './desk-holidays-en.ts';
import { deskHolidaysEs } from './desk-holidays-es.ts';
import { deskMailEn } from './desk-mail-en.ts';
import { deskMailEs } from './desk-mail-es.ts';
import { deskMessagesEn } from './desk-messages-en.ts';
import { deskMessagesEs } from './desk-messages-es.ts';
import { deskPeopleEn } from './desk-people-en.ts';
import { deskPeopleEs } from './desk-people-es.ts';
import { deskPhotosEn } from './desk-photos-en.ts';
import { deskPhotosEs } from './desk-photos-es.ts';
import { deskPledgeEn } from './desk-pledge-en.ts';
import { deskPledgeEs } from './desk-pledge-es.ts';
import { deskPrivacyEn } from './desk-privacy-en.ts';
import { deskPrivacyEs } from './desk-privacy-es.ts';
import { deskProblemsEn } from './desk-problems-en.ts';
import { deskProblemsEs } from './desk-problems-es.ts';
import { deskSetupEn } from './desk-setup-en.ts';
import { deskSetupEs } from './desk-setup-es.ts';
import { deskStaffEn } from './desk-staff-en.ts';
import { deskStaffEs } from './desk-staff-es.ts';
import { documentsEn } from './documents-en.ts';
import { documentsEs } from './documents-es.ts';
import { doorCodesEn } from './door-codes-en.ts';
import { doorCodesEs } from './door-codes-es.ts';
import { feedbackEn } from './feedback-en.ts';
import { feedbackEs } from './feedback-es.ts';
import { fundraisingEn } from './fundraising-en.ts';
import { fundraisingEs } from './fundraising-es.ts';
import { homeEn } from './home-en.ts';
import { homeEs } from './home-es.ts';
import { hoursEn } from './hours-en.ts';
import { hoursEs } from './hours-es.ts';
import type { LanguageName } from './index.ts';
import { wordsIn } from './language.ts';
import { lettersEn } from './letters-en.ts';
import { lettersEs } from './letters-es.ts';
import { mineEn } from './mine-en.ts';
import { mineEs } from './mine-es.ts';
import { noticesEn } from './notices-en.ts';
import { noticesEs } from './notices-es.ts';
import { remindersEn } from './reminders-en.ts';
import { remindersEs } from './reminders-es.ts';
import { sendLinkEn } from './send-link-en.ts';
import { sendLinkEs } from './send-link-es.ts';
import { seriesEn } from './series-en.ts';
import { seriesEs } from './series-es.ts';
import { shareEn } from './share-en.ts';
import { shareEs } from './share-es.ts';
import { suggestionsEn } from './suggestions-en.ts';
import { suggestionsEs } from './suggestions-es.ts';
import { waitlistEn } from './waitlist-en.ts';
import { waitlistEs } from './waitlist-es.ts';
import { waitlistLettersEn } from './waitlist-letters-en.ts';
import { waitlistLettersEs } from './waitlist-letters-es.ts';
import { waitlistMineEn } from './waitlist-mine-en.ts';
import { waitlistMineEs } from './waitlist-mine-es.ts';

type All<Words> = Readonly<Record<LanguageName, Words>>;

const ABOUT: All<typeof aboutEn> = { en: aboutEn, es: aboutEs };
const MINE: All<typeof mineEn> = { en: mineEn, es: mineEs };
const HOME: All<typeof homeEn> = { en: homeEn, es: homeEs };
const SERIES: All<typeof seriesEn> = { en: seriesEn, es: seriesEs };
const SHARE: All<typeof shareEn> = { en: shareEn, es: shareEs };
const SUGGESTIONS: All<typeof suggestionsEn> = { en: suggestionsEn, es: suggestionsEs };
const CALENDAR: All<typeof calendarEn> = { en: calendarEn, es: calendarEs };
const FEEDBACK: All<typeof feedbackEn> = { en: feedbackEn, es: feedbackEs };
const FUNDRAISING: All<typeof fundraisingEn> = { en: fundraisingEn, es: fundraisingEs };
const LETTERS: All<typeof lettersEn> = { en: lettersEn, es: lettersEs };
const REMINDERS: All<typeof remindersEn> = { en: remindersEn, es: remindersEs };
const NOTICES: All<typeof noticesEn> = { en: noticesEn, es: noticesEs };
const DOCUMENTS: All<typeof documentsEn> = { en: documentsEn, es: documentsEs };
const DASHBOARDS: All<typeof dashboardsEn> = { en: dashboardsEn, es: dashboardsEs };
const CHECK_IN: All<typeof checkInEn> = { en: checkInEn, es: checkInEs };
const DOOR_CODES: All<typeof doorCodesEn> = { en: doorCodesEn, es: doorCodesEs };
const HOURS: All<typeof hoursEn> = { en: hoursEn, es: hoursEs };
const DESK: All<typeof deskEn> = { en: deskEn, es: deskEs };
const DESK_CHECK_IN: All<typeof deskCheckInEn> = { en: deskCheckInEn, es: deskCheckInEs };
const DESK_MAIL: All<typeof deskMailEn> = { en: deskMailEn, es: deskMailEs };
const DESK_CAMPAIGN: All<typeof deskCampaignEn> = { en: deskCampaignEn, es: deskCampaignEs };
const DESK_MESSAGES: All<typeof deskMessagesEn> = { en: deskMessagesEn, es: deskMessagesEs };
const DESK_PEOPLE: All<typeof deskPeopleEn> = { en: deskPeopleEn, es: deskPeopleEs };
const DESK_PHOTOS: All<typeof deskPhotosEn> = { en: deskPhotosEn, es: deskPhotosEs };
const DESK_PLEDGE: All<typeof deskPledgeEn> = { en: deskPledgeEn, es: deskPledgeEs };
const DESK_FIGURES: All<typeof deskFiguresEn> = { en: deskFiguresEn, es: deskFiguresEs };
const DESK_PRIVACY: All<typeof deskPrivacyEn> = { en: deskPrivacyEn, es: deskPrivacyEs };
const DESK_PROBLEMS: All<typeof deskProblemsEn> = { en: deskProblemsEn, es: deskProblemsEs };
const DESK_HISTORY: All<typeof deskHistoryEn> = { en: deskHistoryEn, es: deskHistoryEs };
const DESK_HOLIDAYS: All<typeof deskHolidaysEn> = { en: deskHolidaysEn, es: deskHolidaysEs };
const DESK_STAFF: All<typeof deskStaffEn> = { en: deskStaffEn, es: deskStaffEs };
const DESK_SETUP: All<typeof deskSetupEn> = { en: deskSetupEn, es: deskSetupEs };

/** What recurs: its rule in words, and its dates. */
export const seriesIn = (language: Language): typeof seriesEn => wordsIn(SERIES, language);
/** Share texts, a friend's link, frames for other sites, posters. */
export const shareIn = (language: Language): typeof shareEn => wordsIn(SHARE, language);
/** A school's suggestion box, for who writes and for who reads. */
export const suggestionsIn = (language: Language): typeof suggestionsEn => wordsIn(SUGGESTIONS, language);
/** Feedback after taking part. */
export const feedbackIn = (language: Language): typeof feedbackEn => wordsIn(FEEDBACK, language);
/** Calendars to subscribe to, and where a person gets the address of theirs. */
export const calendarIn = (language: Language): typeof calendarEn => wordsIn(CALENDAR, language);
const SEND_LINK: All<typeof sendLinkEn> = { en: sendLinkEn, es: sendLinkEs };
const WAITLIST: All<typeof waitlistEn> = { en: waitlistEn, es: waitlistEs };
const WAITLIST_MINE: All<typeof waitlistMineEn> = { en: waitlistMineEn, es: waitlistMineEs };
const WAITLIST_LETTERS: All<typeof waitlistLettersEn> = { en: waitlistLettersEn, es: waitlistLettersEs };

/** A lost link. */
export const sendLinkIn = (language: Language): typeof sendLinkEn => wordsIn(SEND_LINK, language);
/** Joining a waitlist in the form. */
export const waitlistIn = (language: Language): typeof waitlistEn => wordsIn(WAITLIST, language);
/** Waiting, on one's own pages. */
export const waitlistMineIn = (language: Language): typeof waitlistMineEn => wordsIn(WAITLIST_MINE, language);
/** Mails to those who wait. */
export const waitlistLettersIn = (language: Language): typeof waitlistLettersEn => wordsIn(WAITLIST_LETTERS, language);
/** Campaigns, pledging, a sponsor's page, letters to sponsors and givers. */
export const fundraisingIn = (language: Language): typeof fundraisingEn => wordsIn(FUNDRAISING, language);
/** Mails to people about their sign-ups. */
export const lettersIn = (language: Language): typeof lettersEn => wordsIn(LETTERS, language);
/** Reminders, and what people choose about their mails. */
export const remindersIn = (language: Language): typeof remindersEn => wordsIn(REMINDERS, language);
/** What staff changed, as a mail, and as the desk asks about it. */
export const noticesIn = (language: Language): typeof noticesEn => wordsIn(NOTICES, language);
/** Letters, invoices, receipts. */
export const documentsIn = (language: Language): typeof documentsEn => wordsIn(DOCUMENTS, language);
/** Figures and lists of staff. */
export const dashboardsIn = (language: Language): typeof dashboardsEn => wordsIn(DASHBOARDS, language);
/** Check-in, as the person sees it. */
export const checkInIn = (language: Language): typeof checkInEn => wordsIn(CHECK_IN, language);
/** A person's statement of hours. */
export const hoursIn = (language: Language): typeof hoursEn => wordsIn(HOURS, language);
/** Codes for the door. */
export const doorCodesIn = (language: Language): typeof doorCodesEn => wordsIn(DOOR_CODES, language);
/** The desk's frame and signing in. */
export const deskIn = (language: Language): typeof deskEn => wordsIn(DESK, language);
/** Campaigns at the desk, set up and changed; gifts; what became of the money. */
export const deskCampaignIn = (language: Language): typeof deskCampaignEn => wordsIn(DESK_CAMPAIGN, language);
/** Who comes, at the desk. */
export const deskPeopleIn = (language: Language): typeof deskPeopleEn => wordsIn(DESK_PEOPLE, language);
/** What staff write to those who signed up, at the desk and as a mail. */
export const deskMessagesIn = (language: Language): typeof deskMessagesEn => wordsIn(DESK_MESSAGES, language);
/** Check-in at the door, for staff. */
export const deskCheckInIn = (language: Language): typeof deskCheckInEn => wordsIn(DESK_CHECK_IN, language);
/** Photos of a campaign at the desk. */
export const deskPhotosIn = (language: Language): typeof deskPhotosEn => wordsIn(DESK_PHOTOS, language);
/** A pledge at the desk. */
export const deskPledgeIn = (language: Language): typeof deskPledgeEn => wordsIn(DESK_PLEDGE, language);
/** How volunteering and the district stand. */
export const deskFiguresIn = (language: Language): typeof deskFiguresEn => wordsIn(DESK_FIGURES, language);
/** How mails fare. */
export const deskMailIn = (language: Language): typeof deskMailEn => wordsIn(DESK_MAIL, language);
/** Refusals that only the desk meets. */
export const deskProblemsIn = (language: Language): typeof deskProblemsEn => wordsIn(DESK_PROBLEMS, language);
/** The staff directory, and the mail to who is new in it. */
export const deskStaffIn = (language: Language): typeof deskStaffEn => wordsIn(DESK_STAFF, language);
/** What staff changed. */
export const deskHistoryIn = (language: Language): typeof deskHistoryEn => wordsIn(DESK_HISTORY, language);
/** Privacy requests. */
export const deskPrivacyIn = (language: Language): typeof deskPrivacyEn => wordsIn(DESK_PRIVACY, language);
/** The district's holidays at the desk. */
export const deskHolidaysIn = (language: Language): typeof deskHolidaysEn => wordsIn(DESK_HOLIDAYS, language);
/** Schools and opportunities at the desk. */
export const deskSetupIn = (language: Language): typeof deskSetupEn => wordsIn(DESK_SETUP, language);
/** The home page and its filters. */
export const homeIn = (language: Language): typeof homeEn => wordsIn(HOME, language);
/** Signed up, and the manage page. */
export const mineIn = (language: Language): typeof mineEn => wordsIn(MINE, language);
/** How details are treated, and the API. */
export const aboutIn = (language: Language): typeof aboutEn => wordsIn(ABOUT, language);
