/** English: the desk, the staff side of the site. */
import type { StaffRole } from '#contracts/resources/staff.ts';

const roles: Record<StaffRole, string> = { admin: 'District admin', coordinator: 'Coordinator', viewer: 'Viewer' };

export const deskEn = {
  title: 'Desk',
  roles,
  site: 'Public site',
  sectionsLabel: 'Parts of the desk',
  sections: {
    overview: 'Overview',
    queue: 'To do',
    opportunities: 'Opportunities',
    volunteering: 'Volunteering',
    campaigns: 'Campaigns',
    mail: 'Email',
    schools: 'Schools',
    staff: 'Staff',
    history: 'History',
    privacy: 'Privacy',
  },
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  signOutEverywhereHint: 'Ends your sessions on every device at once, this one too. Use it when a device is lost or was left open.',
  signIn: {
    title: 'Sign in to the desk',
    lead: 'For staff of the district and its schools. You sign in with the account you use for the rest of your work.',
    submit: 'Sign in with your district account',
    sending: 'One moment…',
    otherAccount: 'Use another account',
    parents: 'Not staff? Find something to take part in',
    notices: {
      'session-over': ['Your session has ended', 'What you just sent was not saved. Please sign in and send it again.'],
      expired: ['That took too long', 'The sign-in was not finished within ten minutes, or began in another browser. Please start again.'],
      failed: ['You are not signed in', 'The sign-in was not completed. Please try again.'],
      'signed-out': ['You are signed out', 'You can close this page.'],
    } as Record<DeskNotice, readonly [title: string, words: string]>,
  },
  handover: {
    in: { title: 'To your district’s sign-in', go: 'Go on to the sign-in' },
    out: { title: 'Signing you out', go: 'Go on to finish signing out' },
  },
  unknown: {
    title: 'You have no place at the desk yet',
    lead: (email: string) => `You signed in as ${email}, but nobody with this address is on the list of staff.`,
    ask: 'Ask a district admin to add you, or sign in with another account.',
  },
  start: {
    title: (name: string) => `Hello, ${name}`,
    you: 'You at the desk',
    name: 'Name',
    email: 'Email',
    role: 'Role',
    schools: 'Schools',
    allSchools: 'All schools',
    noSchools: 'None yet. Ask a district admin to add your schools.',
  },
  problem: { home: 'Back to the desk' },
};

/** What the sign-in page says first. */
export type DeskNotice = 'session-over' | 'expired' | 'failed' | 'signed-out';

export type DeskMessages = typeof deskEn;
