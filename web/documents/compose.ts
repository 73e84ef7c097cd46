/** Chooses the words of a paper: one file for each kind, all of the same blocks. */
import type { Addressee, CampaignPaper, DocumentFacts, Organisation } from '#contracts/resources/documents.ts';
import type { ComposedDocument, Entry } from './blocks.ts';
import { hoursStatement } from './hours-statement.ts';
import { invoice } from './invoice.ts';
import { pledgeLetter } from './pledge-letter.ts';
import { receipt } from './receipt.ts';
import { type Saying, sayingFor } from './saying.ts';

/** What the kinds differ in. */
export type Middle = Omit<ComposedDocument, 'language' | 'dir' | 'letterhead'>;

export function composeDocument(facts: DocumentFacts): ComposedDocument {
  const saying = sayingFor(facts);
  return {
    language: facts.language,
    dir: saying.m.dir,
    letterhead: letterhead(facts.organisation, saying),
    ...(facts.kind === 'hours-statement' ? hoursStatement(facts, saying) : campaignPaper(facts, saying)),
  };
}

/** What papers for sponsors and givers differ in. */
export type CampaignMiddle = Omit<Middle, 'addressee' | 'entries'> & {
  readonly addresseeTitle: string;
  readonly numberLabel: string;
  /** Beside number, date, campaign and school. */
  readonly entries: readonly Entry[];
};

function campaignPaper(facts: CampaignPaper, saying: Saying): Middle {
  const { words } = saying;
  const { addresseeTitle, numberLabel, entries, ...rest } = campaignMiddle(facts, saying);
  return {
    addressee: { title: addresseeTitle, lines: addressLines(facts.sponsor, saying) },
    entries: [
      { label: numberLabel, value: { text: facts.number } },
      { label: words.date, value: { text: saying.day(facts.issuedOn) } },
      { label: words.campaign, value: saying.pick(facts.campaignTitle) },
      { label: words.school, value: { text: facts.schoolName } },
      ...entries,
    ],
    ...rest,
  };
}

function campaignMiddle(facts: CampaignPaper, saying: Saying): CampaignMiddle {
  switch (facts.kind) {
    case 'pledge-letter':
      return pledgeLetter(facts, saying);
    case 'invoice':
      return invoice(facts, saying);
    case 'receipt':
      return receipt(facts, saying);
  }
}

function letterhead({ name, legalName, address, contact, taxId }: Organisation, { words }: Saying): ComposedDocument['letterhead'] {
  return {
    name,
    address: [...(legalName === name ? [] : [legalName]), ...address],
    contact: [contact.email, ...(contact.phone === undefined ? [] : [contact.phone]), words.taxId(taxId)],
  };
}

function addressLines({ name, contactName, address, email }: Addressee, { words }: Saying): readonly string[] {
  const attention = contactName === undefined || contactName === name ? [] : [words.attention(contactName)];
  const lines = address?.split('\n').filter((line) => line.trim() !== '') ?? [];
  return [name, ...attention, ...lines, ...(email === undefined ? [] : [email])];
}
