/** Ends a sentence once, also when its last word is an abbreviation with a full stop of its own: `… 3:00 p.m.` */
export const sentence = (words: string): string => (words.endsWith('.') ? words : `${words}.`);
