/** What the invented people said afterwards: how it was, and what they suggest to their schools. */
import type { SuggestionToSend } from '#contracts/resources/suggestion.ts';
import type { OpportunityId, SchoolId } from '#contracts/values.ts';
import { id } from './making.ts';
import { cedarGrove, lincoln, middle } from './schools.ts';

export interface Said {
  readonly score: number;
  readonly text?: string;
  readonly named?: true;
  readonly language?: 'es';
}

/** Of an opportunity that is over: what those who came said, in the order in which they signed up. Who is not there said nothing. */
export const ANSWERS: ReadonlyMap<OpportunityId, readonly Said[]> = new Map([
  [
    id<OpportunityId>('opp', 'past festival'),
    [
      { score: 5, text: 'The map of the booths on the wall was a great help. Please do that again.', named: true },
      { score: 4 },
      { score: 5 },
      { score: 3, text: 'Set-up needs more people with a truck. We carried hay for an hour.' },
      { score: 5, text: 'Fue una mañana muy bonita. Me gustaría ayudar otra vez con la sidra.', language: 'es', named: true },
      { score: 4 },
      { score: 2, text: 'Nobody knew when our shift was over. A list at the booth would do.' },
    ],
  ],
  [id<OpportunityId>('opp', 'past science'), [{ score: 5, text: 'The slime was a hit. Order twice as much.' }, { score: 5 }, { score: 4 }]],
]);

export const SUGGESTIONS: readonly (readonly [SchoolId, SuggestionToSend])[] = [
  [
    lincoln.schoolId,
    { text: 'Could sign-up for the carnival open in the evening? At eight in the morning I drive the bus.', language: 'en' },
  ],
  [lincoln.schoolId, { text: 'Sería bueno tener una persona que hable español en la puerta.', language: 'es' }],
  [cedarGrove.schoolId, { text: 'Some of us would read with children by video call.', language: 'en' }],
  [middle.schoolId, { text: 'Please tell us earlier when a class for parents is on.', language: 'en' }],
];
