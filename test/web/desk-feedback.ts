/** Feedback at the desk, in every state its pages can be in. */
import type { FeedbackResults } from '#contracts/resources/feedback.ts';
import { anOpportunity, aSchool, opportunityId, schoolId } from '#test/support/builders.ts';
import { type DeskReader, deskFeedbackOfPage, deskFeedbackPage } from '#web/desk/index.ts';
import type { PageContext } from '#web/pages/index.ts';

const { title } = anOpportunity();
const opportunity = { opportunityId: opportunityId(), schoolId: schoolId(), title };
const school = { ...aSchool(), name: 'Lincoln & more <Elementary>' };
const schools = [school, { ...school, schoolId: schoolId(2), name: 'Washington Middle' }];
const results: FeedbackResults = {
  opportunityId: opportunityId(),
  scores: [1, 0, 4, 12, 23],
  asked: 64,
  comments: [
    { text: 'More chairs for <those> who wait,\nplease & "thanks"', language: 'en', score: 4, answeredOn: '2027-03-08' },
    { text: 'Lo repetiría mañana', language: 'es', score: 5, name: "Ana O'Brien <ana>", answeredOn: '2027-03-07' },
    { text: 'Nobody knew where the keys were', language: 'en', score: 1, answeredOn: '2027-03-06' },
  ],
  next: '2027-03-06T12:00:00.000Z_abcdefgh',
};

export const deskFeedback = (reader: DeskReader): Readonly<Record<string, (context: PageContext) => string>> => ({
  'desk, feedback': (c) =>
    deskFeedbackPage(c, {
      reader,
      schools,
      shown: {
        school,
        opportunities: [
          { opportunityId: opportunityId(), title, scores: results.scores },
          { opportunityId: opportunityId(2), title: { en: 'Reading <hour> & tea' }, scores: [0, 0, 0, 1, 2] },
        ],
      },
    }),
  'desk, no feedback': (c) => deskFeedbackPage(c, { reader, schools: [school], shown: { school, opportunities: [] } }),
  'desk, feedback of no school': (c) => deskFeedbackPage(c, { reader, schools: [] }),
  'desk, feedback of one': (c) => deskFeedbackOfPage(c, { reader, opportunity, results, isFirst: true }),
  'desk, feedback of one, older': (c) => {
    const { next: _last, ...last } = results;
    return deskFeedbackOfPage(c, { reader, opportunity, results: last, isFirst: false });
  },
  'desk, few answers': (c) => {
    const few = { opportunityId: opportunityId(), scores: [0, 0, 0, 1, 0], asked: 0, comments: [] };
    return deskFeedbackOfPage(c, { reader, opportunity, results: few, isFirst: true });
  },
  'desk, no answers': (c) => {
    const none = { opportunityId: opportunityId(), scores: [0, 0, 0, 0, 0], asked: 12, comments: [] };
    return deskFeedbackOfPage(c, { reader, opportunity, results: none, isFirst: true });
  },
});
