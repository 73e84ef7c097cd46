/** Who someone is: a normalised e-mail address. There is no account and no password. */

/**
 * Two spellings of one address become one: Unicode composed (NFC), all lower case. The part before the @ is lower-cased too: in theory a
 * mail server may tell `Ana@` from `ana@` (RFC 5321 §2.4), in practice a phone's capital letter is the same parent.
 */
export const normaliseEmail = (email: string): string => email.normalize('NFC').toLowerCase();

/** The first word of a name, for opportunities whose coordinator shows first names. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? '';
