/** Feedback after taking part, in English: for who gives it, in their mail of thanks, and for staff who read it. */
import type { FeedbackProblemCode } from '#contracts/problems.ts';

const problems: Record<FeedbackProblemCode, string> = {
  'feedback.too-early': 'You can tell us how it was once it has begun.',
  'feedback.not-there': 'The school did not see you there this time. If that is a mistake, please tell them.',
  'feedback.over': 'The time to tell us about this one is over.',
};

export const feedbackEn = {
  problems,
  /** From 1 to 5. */
  scores: ['Not good', 'Could be better', 'All right', 'Good', 'Very good'] as readonly string[],
  link: 'How was it?',
  letter: {
    /** `what` is the opportunity, when it is one alone. */
    subject: (what: string | undefined, day: string) => `Thank you for taking part: ${what ?? day}`,
    lead: (day: string) => `Thank you for being there on ${day}. It means a lot to the children and to everyone at school.`,
    time: 'Your time',
    questions: 'Would you tell us how it was? Two short questions, they take a minute.',
    button: 'How was it?',
    about: (what: string) => `How was it? ${what}`,
    manage: 'All your sign-ups',
  },
  page: {
    title: (what: string) => `How was it? ${what}`,
    lead: 'Thank you for taking part. Two short questions, to make it better next time.',
    score: 'How was it?',
    scoreMissing: 'Choose one answer',
    text: 'What should we do again, or differently?',
    textHint: 'Please leave out names, of children above all.',
    named: 'Show my name beside what I wrote',
    namedHint: 'Without it, the school does not see who wrote it.',
    send: 'Send',
    sending: 'Sending…',
    change: 'Save the change',
    until: (when: string) => `You can change your answer until ${when}.`,
    opensAt: (when: string) => `It begins on ${when}.`,
    given: 'Thank you. The school has your answer.',
    back: 'My sign-ups',
    ask: 'Who to ask',
    box: (school: string) => `Something else for ${school}? Put it in the suggestion box`,
  },
};
