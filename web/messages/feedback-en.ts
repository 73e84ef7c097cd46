/** Feedback after taking part, in English: for who gives it, in their mail of thanks, and for staff who read it. */
import type { FeedbackProblemCode } from '#contracts/problems.ts';
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');

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
  desk: {
    link: 'Feedback',
    title: 'Feedback',
    titleOf: (what: string) => `Feedback: ${what}`,
    lead: 'How it was for those who took part. They are asked by mail in the morning after.',
    schools: 'Schools',
    none: 'No answers yet. Everyone who takes part is asked by mail in the morning after.',
    noneYet: 'No answers yet. Those who took part are asked by mail in the morning after, and can answer for 30 days.',
    opportunities: 'Opportunities',
    opportunity: 'Opportunity',
    scores: 'How it was',
    score: 'Answer',
    answers: 'Answers',
    average: 'Average',
    averageHint: 'From 1, not good, to 5, very good. It takes five answers to make an average.',
    averageOf: (average: string, n: number) =>
      `On average ${average} of 5, from ${plural(n, { one: '{n} answer', other: '{n} answers' })}.`,
    noAverage: (n: number) => `${plural(n, { one: '{n} answer', other: '{n} answers' })} so far. It takes five to make an average.`,
    /** `told` says how many gave each. */
    chart: (told: string) => `How many gave each answer. ${told}`,
    /** `asked` took part in what is over. Who was marked as missed later stays counted. */
    answered: (n: number, asked: number) =>
      asked < n
        ? plural(n, { one: '{n} person answered', other: '{n} people answered' })
        : `${plural(asked, { one: '{n} person', other: '{n} people' })} took part, ${n} answered`,
    comments: 'What to do again, or differently',
    commentsHint: 'A name stands only where the person ticked it. Please do not guess who wrote the others.',
    noComments: 'Nobody wrote anything here.',
    older: 'Older ones',
    latest: 'Latest ones',
    toSchool: 'Feedback of the school',
  },
};
