/** The addresses of the desk, the staff side of the site: its pages, its forms, and the cookies of staff. */

export const DESK_PAGES = {
  deskMe: { method: 'GET', path: '/desk/me' },
  deskSignIn: { method: 'GET', path: '/desk/sign-in' },
  /** Where the identity provider sends back to; registered there. */
  deskSignedIn: { method: 'GET', path: '/desk/signed-in' },
  /** Where the identity provider sends back to after a sign-out; registered there. */
  deskSignedOut: { method: 'GET', path: '/desk/signed-out' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

export const DESK_FORMS = {
  deskSignIn: { method: 'POST', path: '/desk/sign-in' },
  deskSignOut: { method: 'POST', path: '/desk/sign-out' },
  deskSignOutEverywhere: { method: 'POST', path: '/desk/sign-out-everywhere' },
} as const satisfies Record<string, { method: 'POST'; path: string }>;

/** Pages of campaigns and pledges. Their forms stand below them, at the address of the API operation with `/desk` for `/api`. */
export const DESK_FUNDRAISING_PAGES = {
  deskCampaigns: { method: 'GET', path: '/desk/campaigns' },
  deskNewCampaign: { method: 'GET', path: '/desk/campaigns/new' },
  deskCampaign: { method: 'GET', path: '/desk/campaigns/{campaignId}' },
  deskCampaignSetup: { method: 'GET', path: '/desk/campaigns/{campaignId}/setup' },
  deskCampaignForm: { method: 'GET', path: '/desk/campaigns/{campaignId}/edit' },
  deskCampaignPreview: { method: 'GET', path: '/desk/campaigns/{campaignId}/preview' },
  deskGifts: { method: 'GET', path: '/desk/campaigns/{campaignId}/gifts' },
  deskGiftReceipt: { method: 'GET', path: '/desk/campaigns/{campaignId}/gifts/{giftId}/receipt' },
  deskImpact: { method: 'GET', path: '/desk/campaigns/{campaignId}/impact' },
  deskPledges: { method: 'GET', path: '/desk/campaigns/{campaignId}/pledges' },
  deskCampaignWeek: { method: 'GET', path: '/desk/campaigns/{campaignId}/weeks/{day}' },
  deskPledge: { method: 'GET', path: '/desk/campaigns/{campaignId}/pledges/{pledgeId}' },
  deskPledgeLogo: { method: 'GET', path: '/desk/campaigns/{campaignId}/pledges/{pledgeId}/logo/{logoId}' },
  deskQueue: { method: 'GET', path: '/desk/queue' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

/** Photos of a campaign. */
export const DESK_PHOTO_PAGES = {
  deskPhotos: { method: 'GET', path: '/desk/campaigns/{campaignId}/photos' },
  deskPhoto: { method: 'GET', path: '/desk/campaigns/{campaignId}/photos/{photoId}/picture' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;
/** Where the file of a photo is sent; of the function that invites to it. */
export const DESK_PHOTO_FILE = { method: 'GET', path: '/desk/campaigns/{campaignId}/photos/files/{uploadId}' } as const;

/** Schools and their opportunities, set up and changed. */
export const DESK_SETUP_PAGES = {
  deskSchools: { method: 'GET', path: '/desk/schools' },
  deskSchoolForm: { method: 'GET', path: '/desk/schools/{schoolId}' },
  deskHolidays: { method: 'GET', path: '/desk/holidays' },
  deskOpportunities: { method: 'GET', path: '/desk/opportunities' },
  deskNewOpportunity: { method: 'GET', path: '/desk/opportunities/new' },
  deskOpportunity: { method: 'GET', path: '/desk/opportunities/{opportunityId}' },
  deskOpportunityForm: { method: 'GET', path: '/desk/opportunities/{opportunityId}/edit' },
  deskPreview: { method: 'GET', path: '/desk/opportunities/{opportunityId}/preview' },
  deskPoster: { method: 'GET', path: '/desk/opportunities/{opportunityId}/poster' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

/** What is looked at: how things stand. */
export const DESK_OVERVIEW_PAGES = {
  deskStart: { method: 'GET', path: '/desk' },
  deskVolunteering: { method: 'GET', path: '/desk/volunteering' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

/** Pages of the district's office: who the staff are, what they changed, what is kept of whom. */
export const DESK_OFFICE_PAGES = {
  deskStaff: { method: 'GET', path: '/desk/staff' },
  deskHistory: { method: 'GET', path: '/desk/history' },
  deskPrivacy: { method: 'GET', path: '/desk/privacy' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

/** How mails fare, and which addresses get none. */
export const DESK_MAIL_PAGES = {
  deskMail: { method: 'GET', path: '/desk/mail' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

/** Who comes to an opportunity. The form that adds somebody is posted to the address of its page. */
export const DESK_PEOPLE_PAGES = {
  deskRoster: { method: 'GET', path: '/desk/opportunities/{opportunityId}/roster' },
  deskRosterFile: { method: 'GET', path: '/desk/opportunities/{opportunityId}/roster.csv' },
  deskAddPerson: { method: 'GET', path: '/desk/opportunities/{opportunityId}/people' },
  deskPerson: { method: 'GET', path: '/desk/opportunities/{opportunityId}/people/{personId}' },
  /** What was written to them; its form is posted there, too. */
  deskMessages: { method: 'GET', path: '/desk/opportunities/{opportunityId}/messages' },
  deskNewMessage: { method: 'GET', path: '/desk/opportunities/{opportunityId}/messages/new' },
  deskMessage: { method: 'GET', path: '/desk/opportunities/{opportunityId}/messages/{messageId}' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;

/** Who is there: its forms are posted to the addresses of their operations. */
export const DESK_CHECK_IN_PAGES = {
  deskCheckIn: { method: 'GET', path: '/desk/opportunities/{opportunityId}/check-in' },
} as const satisfies Record<string, { method: 'GET'; path: string }>;
/** Of the check-in: a day of the school's calendar, what a name has in it, and the sign-up whose person alone is shown. */
export const CHECK_IN_PARAMETERS = { day: 'day', search: 'q', one: 'one' } as const;

/** The parts of the desk, in the order in which its navigation shows them. */
export const DESK_SECTIONS = {
  overview: DESK_OVERVIEW_PAGES.deskStart.path,
  queue: DESK_FUNDRAISING_PAGES.deskQueue.path,
  opportunities: DESK_SETUP_PAGES.deskOpportunities.path,
  campaigns: DESK_FUNDRAISING_PAGES.deskCampaigns.path,
  volunteering: DESK_OVERVIEW_PAGES.deskVolunteering.path,
  mail: DESK_MAIL_PAGES.deskMail.path,
  schools: DESK_SETUP_PAGES.deskSchools.path,
  staff: DESK_OFFICE_PAGES.deskStaff.path,
  history: DESK_OFFICE_PAGES.deskHistory.path,
  privacy: DESK_OFFICE_PAGES.deskPrivacy.path,
} as const satisfies Readonly<Record<string, `/desk${string}`>>;
export type DeskSection = keyof typeof DESK_SECTIONS;

/** Where the form of an API operation is posted to. */
export const deskFormPath = (apiPath: `/api/${string}`): string => apiPath.replace(/^\/api\//, '/desk/');

/** Query parameter and field: where to go on after a sign-in. */
export const NEXT_PARAMETER = 'next';

/** Paths with their values filled in. */
export const deskPaths = {
  start: DESK_OVERVIEW_PAGES.deskStart.path,
  me: DESK_PAGES.deskMe.path,
  signIn: DESK_PAGES.deskSignIn.path,
  signInTo: (next: string) => `${DESK_PAGES.deskSignIn.path}?${new URLSearchParams({ [NEXT_PARAMETER]: next })}`,
  signedIn: DESK_PAGES.deskSignedIn.path,
  signedOut: DESK_PAGES.deskSignedOut.path,
  signOut: DESK_FORMS.deskSignOut.path,
  signOutEverywhere: DESK_FORMS.deskSignOutEverywhere.path,
  campaigns: DESK_FUNDRAISING_PAGES.deskCampaigns.path,
  campaignsOf: (schoolId: string) => `${DESK_FUNDRAISING_PAGES.deskCampaigns.path}?school=${schoolId}`,
  newCampaign: DESK_FUNDRAISING_PAGES.deskNewCampaign.path,
  campaign: (campaignId: string) => `/desk/campaigns/${campaignId}`,
  campaignSetup: (campaignId: string) => `/desk/campaigns/${campaignId}/setup`,
  campaignForm: (campaignId: string) => `/desk/campaigns/${campaignId}/edit`,
  campaignPreview: (campaignId: string) => `/desk/campaigns/${campaignId}/preview`,
  gifts: (campaignId: string) => `/desk/campaigns/${campaignId}/gifts`,
  giftReceipt: (campaignId: string, giftId: string) => `/desk/campaigns/${campaignId}/gifts/${giftId}/receipt`,
  impact: (campaignId: string) => `/desk/campaigns/${campaignId}/impact`,
  /** `show`: which of them. */
  pledges: (campaignId: string, show: Readonly<Record<string, string>> = {}) =>
    `/desk/campaigns/${campaignId}/pledges${Object.keys(show).length === 0 ? '' : `?${new URLSearchParams(show)}`}`,
  campaignWeek: (campaignId: string, startsOn: string) => `/desk/campaigns/${campaignId}/weeks/${startsOn}`,
  pledge: (campaignId: string, pledgeId: string) => `/desk/campaigns/${campaignId}/pledges/${pledgeId}`,
  pledgeLogo: (campaignId: string, pledgeId: string, logoId: string) => `/desk/campaigns/${campaignId}/pledges/${pledgeId}/logo/${logoId}`,
  photos: (campaignId: string) => `/desk/campaigns/${campaignId}/photos`,
  photo: (campaignId: string, photoId: string) => `/desk/campaigns/${campaignId}/photos/${photoId}/picture`,
  photoFile: (campaignId: string, uploadId: string) => `/desk/campaigns/${campaignId}/photos/files/${uploadId}`,
  queue: DESK_FUNDRAISING_PAGES.deskQueue.path,
  volunteering: DESK_OVERVIEW_PAGES.deskVolunteering.path,
  volunteeringOf: (schoolId: string) => `${DESK_OVERVIEW_PAGES.deskVolunteering.path}?school=${schoolId}`,
  schools: DESK_SETUP_PAGES.deskSchools.path,
  school: (schoolId: string) => `/desk/schools/${schoolId}`,
  holidays: DESK_SETUP_PAGES.deskHolidays.path,
  /** With the dates of series on them. */
  holidayDates: `${DESK_SETUP_PAGES.deskHolidays.path}?dates=yes`,
  holidaysSaved: `${DESK_SETUP_PAGES.deskHolidays.path}?done=saveHolidays&dates=yes`,
  opportunities: DESK_SETUP_PAGES.deskOpportunities.path,
  opportunitiesOf: (schoolId: string) => `/desk/opportunities?school=${schoolId}`,
  newOpportunity: (schoolId: string) => `/desk/opportunities/new?school=${schoolId}`,
  opportunity: (opportunityId: string) => `/desk/opportunities/${opportunityId}`,
  opportunityForm: (opportunityId: string) => `/desk/opportunities/${opportunityId}/edit`,
  /** After something was done with it. `told`: those it concerns are being told. */
  opportunityDone: (opportunityId: string, done: string, told: boolean) =>
    `/desk/opportunities/${opportunityId}?done=${done}${told ? '&told=yes' : ''}`,
  preview: (opportunityId: string) => `/desk/opportunities/${opportunityId}/preview`,
  poster: (opportunityId: string) => `/desk/opportunities/${opportunityId}/poster`,
  mail: DESK_MAIL_PAGES.deskMail.path,
  /** With the form that lets an address have mail again. */
  mailLift: (personId: string) => `${DESK_MAIL_PAGES.deskMail.path}?lift=${personId}`,
  staff: DESK_OFFICE_PAGES.deskStaff.path,
  history: DESK_OFFICE_PAGES.deskHistory.path,
  privacy: DESK_OFFICE_PAGES.deskPrivacy.path,
  roster: (opportunityId: string) => `/desk/opportunities/${opportunityId}/roster`,
  /** `show`: `CHECK_IN_PARAMETERS`. */
  checkIn: (opportunityId: string, show: Readonly<Record<string, string>> = {}) => {
    const given = Object.entries(show).filter(([, value]) => value !== '');
    return `/desk/opportunities/${opportunityId}/check-in${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`;
  },
  markRest: (opportunityId: string) => `/desk/opportunities/${opportunityId}/check-in/rest`,
  addWalkIn: (opportunityId: string) => `/desk/opportunities/${opportunityId}/check-in/walk-ins`,
  addPerson: (opportunityId: string) => `/desk/opportunities/${opportunityId}/people`,
  person: (opportunityId: string, personId: string) => `/desk/opportunities/${opportunityId}/people/${personId}`,
  /** Where a form of a person's sign-up is posted to. */
  ofSignUp: (
    opportunityId: string,
    personId: string,
    signUpId: string,
    act: 'move' | 'places' | 'cancel' | 'promote' | 'time' | 'note' | 'mark',
  ) => `/desk/opportunities/${opportunityId}/people/${personId}/sign-ups/${signUpId}/${act}`,
  rosterFile: (opportunityId: string) => `/desk/opportunities/${opportunityId}/roster.csv`,
  messages: (opportunityId: string) => `/desk/opportunities/${opportunityId}/messages`,
  message: (opportunityId: string, messageId: string) => `/desk/opportunities/${opportunityId}/messages/${messageId}`,
  newMessage: (opportunityId: string) => `/desk/opportunities/${opportunityId}/messages/new`,
  newMessageTo: (opportunityId: string, slotId: string) => `/desk/opportunities/${opportunityId}/messages/new?slot=${slotId}`,
} as const;

/** On the page of a campaign's photos: the file that was sent just now. */
export const PHOTO_SENT_PARAMETER = 'photo';

/** `__Host-`: browsers take them over TLS only, for the whole site and from no other host of the domain (RFC 6265bis §4.1.3.2). */
export const SESSION_COOKIE = '__Host-desk';
/** A sign-in that is under way. */
export const FLOW_COOKIE = '__Host-desk-flow';
/** Field of every form of the desk: that it was drawn for this very session. */
export const FORM_TOKEN_FIELD = 'formToken';
