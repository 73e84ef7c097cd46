/** English: codes for the door, as people see them who come. */
export const doorCodesEn = {
  title: 'Your code for the door',
  lead: 'When you arrive, show this to whoever checks people in. They scan it with their phone. Your name works just as well.',
  link: 'Show your code for the door',
  back: 'Your sign-ups',
  label: (title: string, when: string) => `QR code for check-in: ${title}, ${when}`,
  /** Of a picture in a mail that may not be shown. */
  picture: (title: string) => `QR code for check-in: ${title}`,
  none: 'You have no sign-ups coming up.',
  print: 'You can print this page or take a picture of it: the code stays the same unless you move your sign-up.',
  scanned: {
    title: 'A code for check-in',
    lead: 'Whoever checks people in at the door scans this code. There is nothing for you to do with it: show it when you arrive.',
    about: 'See what it is for',
    mine: 'See your sign-ups',
    staff: 'You check people in?',
    signIn: 'Sign in as staff',
  },
};
