/** English: photos of a campaign at the desk. */
import type { PhotoPlace, PhotoProblem } from '#contracts/resources/photo.ts';

const done: Readonly<Record<string, string>> = { savePhotos: 'Saved.' };
const errors: Readonly<Record<string, string>> = {
  alt: 'Say in one sentence what the photo shows',
  'text.empty': 'Say in one sentence what the photo shows',
  'text.too-long': 'Use at most 200 characters',
  'text.control-characters': 'Leave out the hidden characters; type it anew',
  'photo.permission-missing': 'Ask first. Tick this when everybody’s family has said yes, or when nobody can be recognised',
  'photo.unknown': 'This photo was removed in the meantime',
  place: 'Choose where it is shown',
  other: 'Have another look at this',
};
const places: Readonly<Record<PhotoPlace, string>> = { story: 'With the story of the campaign', impact: 'With what became of it' };
const problems: Readonly<Record<PhotoProblem, string>> = {
  'photo.svg': 'SVG files can carry programs, so we can’t take them. Please send a photo as JPEG.',
  'photo.unknown-kind':
    'We can’t read this kind of file. Please send a JPEG, PNG or WebP picture. (An iPhone makes a JPEG when you share the photo by mail.)',
  'photo.too-large': 'This file is too large: 20 MB is the most we take. Please send a smaller one.',
  'photo.too-many-pixels': 'This picture is too large: 16,000 pixels on a side and 51 million in all are the most. Please make it smaller.',
  'photo.too-small': 'This picture is too small to look good. Please send one that is 320 pixels or more on its longer side.',
  'photo.broken': 'This file is damaged, animated, or made for a printing press. Please save it as JPEG and send that.',
  'photo.too-many': 'This campaign has eight photos by now, which is the most. Remove one, then send this one again.',
};

export const deskPhotosEn = {
  done,
  errors,
  places,
  problems,
  title: 'Photos',
  of: (campaign: string) => `Photos of ${campaign}`,
  lead: 'They are shown on the campaign’s page. The first one with the story stands at the top, instead of the drawing. Those with what became of it also go into the thank-you mail to everyone who gave.',
  all: 'Photos that are shown',
  none: 'No photos yet. The campaign shows a drawing until there are some.',
  draft: 'The campaign is a draft, so nobody else sees these yet.',
  public: 'Public page',
  alt: 'What it shows',
  altHint: 'One sentence for people who can’t see it. No names of children.',
  place: 'Where it is shown',
  save: 'Save changes',
  photo: (number: number) => `Photo ${number}`,
  earlier: 'Move earlier',
  later: 'Move later',
  remove: 'Remove',
  removeLead: 'It goes from the page at once and is deleted for good. Mails that were sent show an empty place where it was.',
  removeNow: 'Remove this photo',
  add: 'Add a photo',
  full: 'Eight photos are the most. Remove one to add another.',
  permission:
    'Everybody who can be recognised agreed to this photo being public. For every child, the family has given the school its permission.',
  permissionHint: 'If you are not sure, choose a photo without faces: hands, backs, the new books.',
  next: 'Next: choose the file',
  looking: 'Your file is here. We are drawing the photo from it.',
  lookAgain: 'Look again',
  added: 'The photo is there.',
  fileTitle: 'Choose the file',
  fileLead: (alt: string) => `The photo that shows: “${alt}”`,
  file: 'Photo',
  fileHint: (megabytes: number) =>
    `JPEG, PNG or WebP, up to ${megabytes} MB. We draw it anew at the right size. Where and when it was taken, which phones write into the file, is left out.`,
  tooLarge: (megabytes: number) => `This file is too large: ${megabytes} MB is the most we take.`,
  send: 'Send it',
  minutes: 'This form is good for 15 minutes.',
  back: 'Back to the photos',
  backToCampaign: 'Back to the campaign',
};
