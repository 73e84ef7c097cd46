/** Passing on what a school offers, in English: share texts, a friend's link, frames for other sites, posters. */
import { pluralIn } from '../words/plural.ts';
import { sentence } from '../words/sentence.ts';

const plural = pluralIn('en-US');

export const shareEn = {
  title: 'Tell others',
  lead: 'Copy this text into a message, a group chat, or a newsletter.',
  /** `when` is empty for what has no day. */
  text: (school: string, title: string, when: string, url: string) =>
    `${sentence(`${school} is looking for help: ${title}${when === '' ? '' : `, ${when}`}`)} Sign up here: ${url}`,
  subject: (school: string, title: string) => `${school}: ${title}`,
  copy: 'Copy',
  copied: 'Copied',
  email: 'Email',
  sms: 'Text message',
  whatsapp: 'WhatsApp',
  posterLink: 'Poster to print',
  in: (language: string) => `In ${language}`,
  friend: {
    title: 'Bring a friend',
    lead: 'It is more fun together. This link leads to what you chose, without your name.',
    text: (title: string, when: string, url: string) =>
      `${sentence(`I am taking part in ${title}${when === '' ? '' : `, ${when}`}`)} Come along! ${url}`,
    subject: (title: string) => `Come along: ${title}`,
    /** To who opens it. */
    notice: 'A friend takes part in this and thought of you.',
    mail: 'Bring a friend: pass this link on. It leads to what you chose, without your name.',
    mailLink: 'A link for your friend',
  },
  embed: {
    title: (school: string) => `Take part at ${school}`,
    left: (n: number) => plural(n, { one: '{n} place left', other: '{n} places left' }),
    empty: 'Nothing is open right now. Please look again soon.',
    all: (school: string) => `See everything at ${school}`,
    newTab: '(opens in a new tab)',
  },
  poster: {
    title: (title: string) => `Poster: ${title}`,
    print: 'To print, use your browser’s print command: Ctrl+P, or ⌘P on a Mac.',
    printOne: 'It is one page, in color or in black and white.',
    paper: 'Paper',
    papers: { letter: 'Letter', a4: 'A4' },
    languages: 'Language',
    all: 'All',
    back: 'Back',
    help: 'We need you',
    when: 'When',
    where: 'Where',
    what: 'How you can help',
    more: (n: number) => plural(n, { one: 'and {n} more', other: 'and {n} more' }),
    moreDays: (n: number) => plural(n, { one: 'and {n} more day', other: 'and {n} more days' }),
    scan: 'Scan to sign up',
    or: 'or go to',
    ask: 'Questions?',
    free: 'No account, no app. It takes a minute.',
    door: 'Welcome!',
    doorLead: 'Staff: scan this with your phone to check people in.',
    doorScan: 'Check-in for staff',
    doorHelpers: 'Helpers: please tell us your name when you arrive.',
    qr: (url: string) => `QR code for ${url}`,
  },
  desk: {
    poster: 'Poster',
    door: 'Poster for the door',
    frame: 'On the school’s own website',
    frameLead: 'Copy this into a page of your site. It shows what is open now, soonest first, and keeps itself up to date.',
    frameLabel: 'Code to copy',
    frameOptions: 'Add &kind=event to show one kind only (event, classroom, committee, class, items, remote), or &limit=3 to show fewer.',
    frameLook: 'See how it looks',
    calendar: 'Its calendar, for those who subscribe',
  },
};
