/** Ends a sentence once, also when its last word is an abbreviation with a full stop of its own, `… 3:00 p.m.`, or it is a title that ends in `!`. */
export const sentence = (words: string): string => (/[.!?…]$/u.test(words) ? words : `${words}.`);
