/** English: the words of papers for sponsors and givers. */
import type { PaymentMethod } from '#contracts/resources/pledge.ts';

const methods: Record<PaymentMethod, string> = { cash: 'Cash', cheque: 'Check', card: 'Card', transfer: 'Bank transfer' };

/** What US federal tax law has a receipt say; `web/documents/rules/us.ts` decides which of it, and cites the law. */
const us = {
  nothingGiven: 'No goods or services were provided in return for this gift.',
  given: (value: string) =>
    `Goods or services were provided in return for this gift: those named above. Our good-faith estimate of their value is ${value}.`,
  givenUnnamed: (value: string) =>
    `Goods or services were provided in return for this gift, as agreed for the sponsorship. Our good-faith estimate of their value is ${value}.`,
  limited: (gift: string, value: string, deductible: string) =>
    `The amount that is deductible for federal income tax purposes is limited to the excess of the money you contributed over the value of the goods or services provided in return: ${gift} less ${value} is ${deductible}.`,
  limitedGoods: (value: string) =>
    `The amount that is deductible for federal income tax purposes is limited to the excess of the value of the property you contributed over the value of the goods or services provided in return, which is ${value}.`,
  goodsValue: 'We do not state what the goods you gave are worth. Their value is for you to determine.',
  acknowledgment:
    'This is the written acknowledgment that federal tax law asks for with gifts of $250 or more (26 U.S.C. §\u00a0170(f)(8)). Please keep it with your tax records.',
  keep: 'Please keep this receipt with your tax records.',
};

export const documentsEn = {
  taxId: (id: string) => `Tax ID (EIN) ${id}`,
  attention: (name: string) => `Attn: ${name}`,
  date: 'Date',
  reference: 'Reference',
  campaign: 'Campaign',
  school: 'For',
  dueOn: 'Due on',
  amount: 'Amount',
  total: 'Total',
  page: (n: number, of: number) => `Page ${n} of ${of}`,
  save: 'Save as PDF',
  print: 'To print it, use Print in your browser’s menu. It fits on letter-size paper.',
  unprintable: 'This file can’t show some of the letters used here; □ stands for each. The web page shows them all.',
  letter: {
    title: 'Pledge letter',
    to: 'To',
    level: 'Level',
    greeting: (name: string) => `Dear ${name},`,
    money: (facts: { sponsor: string; amount: string; campaign: string; school: string }) =>
      `Thank you. ${facts.sponsor} has pledged ${facts.amount} to “${facts.campaign}” at ${facts.school}.`,
    goods: (facts: { sponsor: string; campaign: string; school: string }) =>
      `Thank you. ${facts.sponsor} has pledged goods to “${facts.campaign}” at ${facts.school}.`,
    match: (most: string) => `On top of that, you match gifts of others, dollar for dollar, up to ${most}.`,
    payments: 'Your payments',
    pledgedGoods: 'What you give',
    goodsWhat: 'Goods',
    goodsValue: 'Value, as you state it',
    benefits: 'What you get',
    recognition: 'Recognition',
    named: 'We thank you by name where we thank our sponsors in public.',
    anonymous: 'You stay anonymous: your name appears nowhere in public.',
    next: 'What happens next',
    nextMoney: 'We look at your pledge and let you know. Then you get an invoice, and nothing is due before that.',
    nextGoods: 'We look at your pledge and let you know. Then we arrange with you how the goods get to us.',
    noReceipt: 'This letter is not a bill, and not a receipt for taxes. A receipt follows when your gift has arrived.',
    closing: 'With thanks,',
  },
  invoice: {
    title: (number: string) => `Invoice ${number}`,
    heading: 'Invoice',
    number: 'Invoice number',
    to: 'Bill to',
    description: 'Description',
    lines: 'What this invoice is for',
    ofPledge: 'Sponsorship, as pledged',
    ofLevel: (level: string) => `Sponsorship, level ${level}`,
    ofMatch: 'Your match of the gifts of others',
    schedule: 'When payments are due',
    paid: 'Already paid',
    due: 'Amount due',
    dueBy: 'Please pay by',
    nothingDue: 'Paid in full. Thank you.',
    byCheck: 'Pay by check',
    payable: (payee: string) => `Make your check payable to ${payee} and mail it to:`,
    byTransfer: 'Pay by bank transfer',
    quote: (reference: string) => `Please write ${reference} on your payment, so that we know it is yours.`,
    receipt: 'This invoice is not a receipt for taxes. You get a receipt for each payment.',
  },
  receipt: {
    title: (number: string) => `Receipt ${number}`,
    heading: 'Receipt',
    number: 'Receipt number',
    to: 'Received from',
    receivedOn: 'Received on',
    method: 'Paid by',
    methods,
    amount: 'Amount received',
    goods: 'Goods received',
    thanks: (facts: { organisation: string; campaign: string; school: string }) =>
      `${facts.organisation} has received your gift to “${facts.campaign}” at ${facts.school}. Thank you.`,
    inReturn: 'Given in return',
    tax: 'For your taxes',
    us,
  },
};
