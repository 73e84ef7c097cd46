/** Papers for sponsors and givers, and for who helped, one of each kind with as much in it as there can be, and what changes them. */
import type {
  CampaignPaper,
  DocumentFacts,
  HoursStatement,
  InvoiceDocument,
  Organisation,
  PledgeLetter,
  Receipt,
} from '#contracts/resources/documents.ts';

export const organisation: Organisation = {
  country: 'US',
  name: 'Maple Valley School District',
  legalName: 'Maple Valley Independent School District No. 12',
  address: ['400 Oak Street', 'Maple Valley, TX 75001'],
  taxId: '12-3456789',
  contact: { email: 'help@example.org', phone: '(555) 010-0100' },
  languages: ['en', 'es'],
  payment: {
    payee: 'Maple Valley ISD',
    address: ['Business Office', '400 Oak Street', 'Maple Valley, TX 75001'],
    transfer: ['Maple Valley Bank', 'Routing number 000000000', 'Account number 000111222'],
  },
};

const common = (language: string) => ({
  language,
  issuedOn: '2027-03-02',
  organisation,
  sponsor: {
    name: 'Nguyễn & Łukasz Hardware',
    contactName: 'Maria O’Brien Peña',
    address: '77 Cañon Road\nMaple Valley, TX 75001',
    email: 'maria@example.com',
  },
  campaignTitle: { en: 'A new playground', es: 'Un parque infantil nuevo' },
  schoolName: 'Lincoln Elementary',
});

const benefits = [
  { en: 'Four tickets to the spring dinner', es: 'Cuatro entradas para la cena de primavera' },
  // staff wrote it in one language only
  { en: 'Your name on the fence, 2 × 1 ft' },
];

/** `count` instalments of the first of a month, that come to `count` times `amountCents`. */
export const instalments = (count: number, amountCents: number) =>
  Array.from({ length: count }, (_, month) => ({ dueOn: `2027-${String((month % 12) + 1).padStart(2, '0')}-01`, amountCents }));

export const letter = (language = 'en', changes: Partial<PledgeLetter> = {}): PledgeLetter => ({
  ...common(language),
  kind: 'pledge-letter',
  number: 'P-7Q9V-8Z3M',
  commitment: {
    kind: 'money',
    amountCents: 300_150,
    levelName: { en: 'Gold', es: 'Oro' },
    instalments: instalments(3, 100_050),
  },
  matchUpToCents: 500_000,
  benefits,
  recognition: 'named',
  ...changes,
});

export const goodsLetter = (language = 'en'): PledgeLetter => {
  const { matchUpToCents: _none, ...plain } = letter(language);
  return {
    ...plain,
    commitment: { kind: 'goods', description: '40 bags of play sand, delivered', valueCents: 48_000 },
    benefits: [],
    recognition: 'anonymous',
  };
};

export const invoice = (language = 'en', changes: Partial<InvoiceDocument> = {}): InvoiceDocument => ({
  ...common(language),
  kind: 'invoice',
  number: '2027-0007',
  lines: [
    { of: 'pledge', levelName: { en: 'Gold', es: 'Oro' }, amountCents: 250_000 },
    { of: 'match', amountCents: 50_150 },
  ],
  schedule: instalments(3, 100_050),
  paidCents: 100_050,
  paymentReference: 'INV 2027-0007',
  ...changes,
});

export const receipt = (language = 'en', changes: Partial<Receipt> = {}): Receipt => ({
  ...common(language),
  kind: 'receipt',
  number: 'R-2027-0031',
  gift: { kind: 'money', amountCents: 50_000, method: 'cheque' },
  receivedOn: '2027-02-26',
  benefitValueCents: 4_000,
  benefits,
  ...changes,
});

export const statement = (language = 'en', changes: Partial<HoursStatement> = {}): HoursStatement => ({
  kind: 'hours-statement',
  language,
  issuedOn: '2027-03-02',
  organisation,
  personName: 'María O’Brien Peña',
  from: '2026-07-01',
  until: '2027-06-30',
  hours: [
    { on: '2026-09-26', title: { en: 'Garden Saturday', es: 'Sábado de jardín' }, schoolName: 'Lincoln Elementary', minutes: 120 },
    { on: '2026-12-11', title: { en: 'Winter concert: ushers and programs' }, schoolName: 'César Chávez Elementary', minutes: 155 },
    { on: '2027-02-05', title: { en: 'Math night', es: 'Noche de matemáticas' }, schoolName: 'Lincoln Elementary', minutes: 90 },
  ],
  ...changes,
});

/** Every paper of a campaign in every state it can be in, by language. */
export const CAMPAIGN_PAPERS: Readonly<Record<string, (language: string) => CampaignPaper>> = {
  'pledge letter': letter,
  'pledge letter for goods': goodsLetter,
  invoice,
  'invoice, one payment': (language) => invoice(language, { schedule: instalments(1, 300_150), paidCents: 0 }),
  'invoice, paid': (language) => invoice(language, { paidCents: 300_150 }),
  receipt,
  'receipt, nothing in return': (language) => receipt(language, { benefitValueCents: 0, benefits: [] }),
  'receipt for goods': (language) => receipt(language, { gift: { kind: 'goods', description: '40 bags of play sand' } }),
};

export const PAPERS: Readonly<Record<string, (language: string) => DocumentFacts>> = {
  ...CAMPAIGN_PAPERS,
  'statement of hours': statement,
};
