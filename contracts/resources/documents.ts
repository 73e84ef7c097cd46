/**
 * What papers tell, as data: pledge letter, invoice and receipt for sponsors and givers, a statement of hours for who helped. The views in
 * `web/documents` word and draw them.
 *
 * Everything is already decided here; a view only chooses words. All money is whole cents of US dollars. Days are of the
 * district's calendar (`2027-03-05`).
 */
import type { Language, LocalizedText } from '../values.ts';
import type { PaymentMethod } from './pledge.ts';

/** Whose tax rules a receipt follows. */
export type Country = 'US';

/** Who issues the papers: the letterhead, and where money goes. */
export interface Organisation {
  readonly country: Country;
  /** What everyone calls it. */
  readonly name: string;
  /** As the tax office knows it. */
  readonly legalName: string;
  /** Postal address, line by line, without the name. */
  readonly address: readonly string[];
  /** Employer Identification Number: `12-3456789`. */
  readonly taxId: string;
  readonly contact: { readonly email: string; readonly phone?: string };
  /** The first is what staff-written words fall back to. */
  readonly languages: readonly Language[];
  readonly payment: {
    /** To whom a check is made out. */
    readonly payee: string;
    /** Where a check is sent, line by line, without the payee. */
    readonly address: readonly string[];
    /** Bank and account, line by line; absent where the district takes no transfers. */
    readonly transfer?: readonly string[];
  };
}

/** To whom a paper is addressed. A giver may have no more than a name. */
export interface Addressee {
  readonly name: string;
  readonly contactName?: string;
  /** One line, or several with line breaks. */
  readonly address?: string;
  readonly email?: string;
}

interface Issued {
  readonly language: Language;
  readonly issuedOn: string;
  readonly organisation: Organisation;
}

interface Paper extends Issued {
  /** Of an invoice its number, `2027-0007`; of the others what staff find it by. */
  readonly number: string;
  readonly sponsor: Addressee;
  readonly campaignTitle: LocalizedText;
  /** The school the campaign is for, or the district. */
  readonly schoolName: string;
}

export interface DueAmount {
  readonly dueOn: string;
  readonly amountCents: number;
}

export type PledgedCommitment =
  | {
      readonly kind: 'money';
      readonly amountCents: number;
      readonly levelName?: LocalizedText;
      /** In the order they are due; they come to `amountCents`. */
      readonly instalments: readonly DueAmount[];
    }
  | { readonly kind: 'goods'; readonly description: string; readonly valueCents: number };

/** Goes out when a pledge is made. Neither a bill nor a receipt. */
export interface PledgeLetter extends Paper {
  readonly kind: 'pledge-letter';
  readonly commitment: PledgedCommitment;
  /** Doubles gifts of others, up to this much, on top of the commitment. */
  readonly matchUpToCents?: number;
  /** What the sponsor gets, as the level says. */
  readonly benefits: readonly LocalizedText[];
  readonly recognition: 'named' | 'anonymous';
}

/** `match`: what gifts of others were doubled with, on top of the pledge's own sum. */
export type InvoiceLine = { readonly amountCents: number } & (
  | { readonly of: 'pledge'; readonly levelName?: LocalizedText }
  | { readonly of: 'match' }
);

export interface InvoiceDocument extends Paper {
  readonly kind: 'invoice';
  readonly lines: readonly InvoiceLine[];
  /** When it is due, in order; comes to the sum of the lines. */
  readonly schedule: readonly DueAmount[];
  /** Came before this invoice was drawn. */
  readonly paidCents: number;
  /** What the payer writes on the check or transfer. */
  readonly paymentReference: string;
}

export type ReceivedGift =
  | { readonly kind: 'money'; readonly amountCents: number; readonly method: PaymentMethod }
  /** Without a value: what goods are worth is for their giver to say. */
  | { readonly kind: 'goods'; readonly description: string };

/** The acknowledgement a giver's books need: one for each gift or payment. */
export interface Receipt extends Paper {
  readonly kind: 'receipt';
  readonly gift: ReceivedGift;
  readonly receivedOn: string;
  /** Good-faith estimate of what was given in return; 0: nothing, or nothing of substantial value. */
  readonly benefitValueCents: number;
  /** Names what was given in return; has something in it when its value is not 0. */
  readonly benefits: readonly LocalizedText[];
}

export type CampaignPaper = PledgeLetter | InvoiceDocument | Receipt;

/** The hours that a person gave in a year, for their employer or for themselves. */
export interface HoursStatement extends Issued {
  readonly kind: 'hours-statement';
  /** As they gave it. */
  readonly personName: string;
  /** First and last day of the year. */
  readonly from: string;
  readonly until: string;
  /** In the order of their days, which are each school's; only what staff confirmed. */
  readonly hours: readonly GivenHours[];
}

export interface GivenHours {
  readonly on: string;
  readonly title: LocalizedText;
  readonly schoolName: string;
  /** Of their own time, once, however many places they had. */
  readonly minutes: number;
}

export type DocumentFacts = CampaignPaper | HoursStatement;
