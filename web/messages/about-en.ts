/** How details are treated, and the API, in English. */
import { pluralIn } from '../words/plural.ts';

const plural = pluralIn('en-US');

export const aboutEn = {
  privacy: {
    title: 'How we treat your details',
    lead: 'In short: we ask for little, show it to few, and delete it soon.',
    sections: (facts: { days: number; district: string; contact: string }) =>
      [
        [
          'What we ask for',
          'Your name and your email, and your phone if you want to give it. Sometimes a school adds a question, like the size of a T-shirt. We never ask for a child’s name.',
        ],
        [
          'Who sees it',
          `Staff of the school you sign up with, and those at ${facts.district} who run this service. The public sees numbers only, like “3 of 5 places taken”. A school can choose to show first names; the page then says so.`,
        ],
        [
          'How long we keep it',
          `Your details are deleted ${plural(facts.days, { one: '{n} day', other: '{n} days' })} after the last date you signed up for. If a sign-up doesn’t go through, we delete what you sent within hours.`,
        ],
        ['What we send you', 'A confirmation, news about what you signed up for, and your link when you ask for it. No advertising.'],
        [
          'Cookies',
          'One, and only if you pick a language: it remembers which. It says nothing about you. There is no tracking and nothing is loaded from other websites.',
        ],
        [
          'Your link',
          'The link in your emails opens your sign-ups without a password. Treat it like a key and don’t pass it on. You can have a new one sent.',
        ],
        [
          'Your say',
          `You can see, change, and cancel your sign-ups with your link. To have everything deleted at once, write to ${facts.contact}.`,
        ],
      ] as readonly (readonly [string, string])[],
  },
  api: {
    title: 'Crosswalk API',
    lead: 'Everything the pages do, as JSON over HTTP. Errors are problem details (RFC 9457) with a code of ours.',
    download: 'OpenAPI 3.1 document',
    operations: 'Operations',
    parameters: 'Parameters',
    body: 'Body',
    responses: 'Answers',
    refusals: 'Refusals',
    schemas: 'Data',
    field: 'Name',
    type: 'Type',
    meaning: 'Meaning',
    required: 'required',
    auth: 'Needs the token of a manage link: Authorization: Bearer …',
  },
};
