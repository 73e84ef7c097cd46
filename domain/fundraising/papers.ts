/** The papers of a pledge as data: letter, invoices, receipts. Each is made from what is kept, so that a copy is always the same as the first. */
import type { District } from '#contracts/district.ts';
import type { Campaign } from '#contracts/resources/campaign.ts';
import type { MyPledge } from '#contracts/resources/campaign-view.ts';
import type { CampaignPaper, InvoiceDocument, PledgeLetter, Receipt } from '#contracts/resources/documents.ts';
import type { Instalment, Invoice, Payment } from '#contracts/resources/pledge.ts';
import type { Language } from '#contracts/values.ts';
import { organisationOf } from '../organisation.ts';
import { dayAt, dueOfInvoice } from './instalments.ts';
import type { Gift } from './ports.ts';

export interface PapersOf {
  readonly pledge: MyPledge;
  readonly language: Language;
  readonly district: District;
  /** The school the campaign is for; absent for the district's own. */
  readonly schoolName?: string;
}

/** `letter`, `invoice-2027-0042`, `receipt-pay_…`, `receipt-goods`. Undefined when there is no such paper (yet). */
export function paperOf(of: PapersOf, name: string): CampaignPaper | undefined {
  const { pledge } = of;
  if (pledge.state === 'declined' || pledge.state === 'cancelled') return undefined;
  if (name === 'letter') return letter(of);
  if (name === 'receipt-goods') return goodsReceipt(of);
  const invoice = pledge.invoices.find(({ number }) => name === `invoice-${number}`);
  if (invoice) return invoicePaper(of, invoice);
  const payment = pledge.payments.find(({ kind, paymentId }) => kind === 'payment' && name === `receipt-${paymentId}`);
  return payment && receipt(of, payment);
}

function common({ pledge, language, district, schoolName }: PapersOf, issuedOn: string, number: string) {
  const { name, contactName, email, address } = pledge.sponsor;
  return {
    language,
    issuedOn,
    number,
    organisation: organisationOf(district),
    sponsor: { name, contactName, email, ...(address !== undefined && { address }) },
    campaignTitle: pledge.campaign.title,
    schoolName: schoolName ?? district.name,
  };
}

const levelOf = ({ commitment, campaign }: MyPledge) =>
  commitment.kind === 'money' ? campaign.levels.find(({ levelId }) => levelId === commitment.levelId) : undefined;

function letter(of: PapersOf): PledgeLetter {
  const { pledge, district } = of;
  const { commitment, matchUpToCents, recognition, pledgeId, offeredAt } = pledge;
  const level = levelOf(pledge);
  return {
    ...common(of, dayAt(Date.parse(offeredAt), district.zone), pledgeId),
    kind: 'pledge-letter',
    commitment:
      commitment.kind === 'goods'
        ? commitment
        : {
            kind: 'money',
            amountCents: commitment.amountCents,
            ...(level && { levelName: level.name }),
            instalments: commitment.instalments,
          },
    ...(matchUpToCents !== undefined && { matchUpToCents }),
    benefits: level?.benefits ?? [],
    recognition,
  };
}

function invoicePaper(of: PapersOf, invoice: Invoice): InvoiceDocument {
  const { invoices, payments } = of.pledge;
  const { planned, match } = dueOfInvoice(of.pledge, invoice);
  const levelName = levelOf(of.pledge)?.name;
  const sum = (parts: readonly Instalment[]): number => parts.reduce((total, { amountCents }) => total + amountCents, 0);
  return {
    ...common(of, invoice.issuedOn, invoice.number),
    kind: 'invoice',
    lines: [
      ...(planned.length > 0 ? [{ of: 'pledge' as const, ...(levelName && { levelName }), amountCents: sum(planned) }] : []),
      ...(match.length > 0 ? [{ of: 'match' as const, amountCents: sum(match) }] : []),
    ],
    schedule: [...planned, ...match],
    paidCents:
      invoices[0]?.number === invoice.number
        ? payments
            .filter(({ receivedOn }) => receivedOn < invoice.issuedOn)
            .reduce((sum, { kind, amountCents }) => sum + (kind === 'payment' ? amountCents : -amountCents), 0)
        : 0,
    paymentReference: invoice.number,
  };
}

/**
 * The value of a level's benefits is told on the first receipts, until it is used up: it was given once, for the whole pledge, and telling it on
 * each would take it off each.
 */
function receipt(of: PapersOf, payment: Payment): Receipt {
  const { payments } = of.pledge;
  const level = levelOf(of.pledge);
  let left = level?.benefitValueCents ?? 0;
  for (const one of payments) {
    if (one.paymentId === payment.paymentId) break;
    if (one.kind === 'payment') left = Math.max(0, left - one.amountCents);
  }
  const benefitValueCents = Math.min(left, payment.amountCents);
  return {
    ...common(of, payment.receivedOn, payment.paymentId),
    kind: 'receipt',
    gift: { kind: 'money', amountCents: payment.amountCents, method: payment.method },
    receivedOn: payment.receivedOn,
    benefitValueCents,
    benefits: benefitValueCents > 0 ? (level?.benefits ?? []) : [],
  };
}

/** The receipt of money that was given outright: nothing is given in return for it. */
export function giftReceipt({
  gift,
  campaign,
  district,
  schoolName,
}: {
  readonly gift: Gift;
  readonly campaign: Pick<Campaign, 'title'>;
  readonly district: District;
  readonly schoolName?: string;
}): Receipt {
  const { giftId, giver, amountCents, method, receivedOn, language } = gift;
  return {
    language,
    issuedOn: receivedOn,
    number: giftId,
    organisation: organisationOf(district),
    sponsor: { name: giver?.name ?? '', ...(giver?.email !== undefined && { email: giver.email }) },
    campaignTitle: campaign.title,
    schoolName: schoolName ?? district.name,
    kind: 'receipt',
    gift: { kind: 'money', amountCents, method },
    receivedOn,
    benefitValueCents: 0,
    benefits: [],
  };
}

function goodsReceipt(of: PapersOf): Receipt | undefined {
  const { commitment, deliveredOn, pledgeId } = of.pledge;
  if (commitment.kind !== 'goods' || deliveredOn === undefined) return undefined;
  return {
    ...common(of, deliveredOn, pledgeId),
    kind: 'receipt',
    gift: { kind: 'goods', description: commitment.description },
    receivedOn: deliveredOn,
    benefitValueCents: 0,
    benefits: [],
  };
}
