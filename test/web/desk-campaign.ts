/** The desk's pages that set up campaigns, of gifts, of the impact note and of lists of pledges, in every state they can be in. */
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import type { Gift, StaffPledge } from '#contracts/resources/pledge.ts';
import { GiftId, SubmissionId } from '#contracts/values.ts';
import { giftReceipt } from '#domain/fundraising/papers.ts';
import { campaignId, levelId } from '#test/support/builders.ts';
import { aCampaign, GOLD, STAFF } from '#test/support/fundraising.ts';
import * as desk from '#web/desk/index.ts';
import { documentPage } from '#web/documents/page.tsx';
import { campaignPage, type PageContext } from '#web/pages/index.ts';
import { MY_PLEDGES, notOpenCampaign, campaign as shown } from './campaigns.ts';
import { district, FORM_KEY, schools } from './district.ts';

const reader = { name: "Dana O'Whitfield", csrf: 'token-of-the-session', sections: ['overview', 'campaigns'] } as const;
const campaign = aCampaign({ title: { en: 'Playground <b>', es: 'Patio <b>' }, impact: { en: 'It stands.\n\nThank <you>.' } });
const { impact: _i, ...unwritten } = campaign;
const draft = { ...unwritten, status: 'draft' as const };
const setting = { zone: district.zone, languages: district.languages };
const wrong = (pointer: string, code = 'field.missing') => ({ pointer, code, detail: '' });
const entry = (version: number, changes: StaffHistoryEntry['changes']): StaffHistoryEntry => ({
  at: '2027-03-01T12:00:00.000Z',
  by: STAFF,
  what: version === 1 ? 'campaign.added' : 'campaign.changed',
  about: campaign.campaignId,
  ref: String(version),
  changes,
});
const [gold, silver] = campaign.levels;
const history = [
  entry(1, [{ field: 'goalCents', after: 4_800_000 }]),
  entry(2, [
    { field: 'goalCents', before: 4_800_000, after: 4_900_050 },
    { field: 'levels', before: [gold, silver], after: [{ ...gold, amountCents: 300_000, name: { en: 'Gold <i>' } }, silver] },
    { field: 'buys', before: campaign.buys, after: [] },
    { field: 'closesAt', before: campaign.closesAt, after: '2027-07-01T00:00:00Z' },
    { field: 'impact', after: { en: 'It <stands>' } },
  ]),
];
const owners = [{ id: '' }, ...schools.map(({ schoolId, name }) => ({ id: schoolId, name }))];
const form = {
  reader,
  owners,
  values: desk.campaignFormOf(campaign, setting),
  errors: [],
  held: { [GOLD]: 2 },
  saved: campaign,
};
const setup = {
  reader,
  campaign,
  schools,
  held: { [GOLD]: 2 },
  history,
  next: ['open', 'closed'] as const,
  may: { edit: true },
  formKey: FORM_KEY,
};
const gift: Gift = {
  giftId: GiftId.parse(`gft_${'g'.repeat(16)}`),
  campaignId: campaignId(),
  giver: { name: "Maria O'Brien <b>", email: 'maria@example.com' },
  amountCents: 40_000,
  refundedCents: 0,
  method: 'cheque',
  receivedOn: '2027-02-20',
  language: 'en',
  matched: [{ pledgeId: MY_PLEDGES.offered.pledgeId, amountCents: 30_050 }],
  submissionId: SubmissionId.parse('s'.repeat(22)),
  recordedAt: '2027-02-20T12:00:00Z',
  version: 1,
};
const { giver: _g, ...anonymous } = gift;
const gifts = {
  reader,
  campaign,
  gifts: [
    gift,
    { ...anonymous, giftId: GiftId.parse(`gft_${'h'.repeat(16)}`), matched: [], refundedCents: 1_550, method: 'cash' as const },
  ],
  matchLeftCents: 52_450,
  may: { record: true },
  formKey: FORM_KEY,
};
const note = { reader, campaign, isOver: true, told: { people: 3, unknown: 2 }, may: { edit: true }, errors: [] };
const { campaign: _c, canCancel: _a, canCorrect: _b, due: _d, ...partPaid } = MY_PLEDGES['part-paid'];
const pledge: StaffPledge = {
  ...partPaid,
  campaignId: campaign.campaignId,
  language: 'en',
  payments: [...partPaid.payments],
  invoices: [...partPaid.invoices],
  reminders: [],
  benefits: [],
  version: 7,
};
const goods: StaffPledge = {
  ...pledge,
  pledgeId: `${pledge.pledgeId.slice(0, -1)}2` as never,
  commitment: MY_PLEDGES.goods.commitment,
  matchUsedCents: 0,
};
const week = {
  reader,
  campaign,
  startsOn: '2027-02-15',
  endsOn: '2027-02-21',
  earlier: '2027-02-08',
  later: '2027-02-22',
  moves: [
    {
      at: '2027-02-16T12:00:00Z',
      what: 'accepted',
      pledgeId: pledge.pledgeId,
      sponsorName: 'Shop <b>',
      raisedCents: 250_000,
      receivedCents: 0,
    },
    { at: '2027-02-17T12:00:00Z', what: 'gift-recorded', raisedCents: 80_050, receivedCents: 40_000 },
  ],
};

type Render = (context: PageContext) => string;

export const DESK_CAMPAIGN: Readonly<Record<string, Render>> = {
  'desk, new campaign': (c) => {
    const { saved: _s, ...fresh } = form;
    const values = desk.emptyCampaignForm({ campaignId: campaignId(2), version: '0', status: 'draft', illustration: 'school' });
    return desk.deskCampaignFormPage(c, { ...fresh, values, held: {} });
  },
  'desk, edit a campaign': (c) => desk.deskCampaignFormPage(c, form),
  'desk, campaign wrong': (c) =>
    desk.deskCampaignFormPage(c, {
      ...form,
      errors: [
        wrong('/title', 'text.empty'),
        wrong('/slug', 'slug.taken'),
        wrong('/goalCents', 'money.negative'),
        wrong('/opensAt', 'instant.malformed'),
        wrong('/closesAt', 'instant.not-after'),
        wrong('/buys/0/label', 'text.empty'),
        wrong('/buys/0/priceCents', 'money.fraction'),
        wrong('/levels/0/amountCents', 'money.too-large'),
        wrong('/levels/0/benefitValueCents', 'value.not-less'),
        wrong('/levels/1/benefits/0'),
        wrong('/levels/1/limit'),
        wrong('/levels', 'level.left-out'),
        wrong('/contact/email', 'email.malformed'),
      ],
    }),
  'desk, campaign changed meanwhile': (c) =>
    desk.deskCampaignFormPage(c, { ...form, problem: 'campaign.changed-meanwhile', meanwhile: history.slice(1) }),
  'desk, campaign that sponsors pledged for': (c) =>
    desk.deskCampaignFormPage(c, {
      ...form,
      concerns: {
        of: [
          { kind: 'level', levelId: GOLD, sponsors: 2, concerns: ['amount', 'benefits', 'value', 'limit'] },
          { kind: 'goal', reached: true },
          { kind: 'dates' },
          { kind: 'school' },
        ],
        sure: '"<x>"',
      },
    }),
  'desk, campaign not saved': (c) => desk.deskCampaignFormPage(c, { ...form, problem: 'request.conflict' }),
  'desk, campaign set up': (c) => desk.deskCampaignSetupPage(c, { ...setup, done: 'saveCampaign' }),
  'desk, campaign as a draft': (c) =>
    desk.deskCampaignSetupPage(c, { ...setup, campaign: { ...draft, levels: [] }, held: {}, history: [], next: ['draft', 'open'] }),
  'desk, campaign to look at': (c) => desk.deskCampaignSetupPage(c, { ...setup, may: { edit: false }, history: [] }),
  'desk, campaign copied wrong': (c) =>
    desk.deskCampaignSetupPage(c, {
      ...setup,
      campaign: { ...campaign, status: 'closed', levels: [{ ...campaign.levels[0], levelId: levelId(9) } as never] },
      next: ['closed', 'open'],
      posted: { operationId: 'copyCampaign', values: { days: '<soon>' }, errors: [wrong('/days')] },
    }),
  'desk, campaign refused': (c) => desk.deskCampaignSetupPage(c, { ...setup, problem: 'campaign.changed-meanwhile' }),
  'desk, campaign preview': (c) =>
    campaignPage(c, { campaign: notOpenCampaign, preview: { banner: 'Preview of a draft', back: 'Back', href: '/desk' } }),
  'desk, gifts': (c) => desk.deskGiftsPage(c, gifts),
  'desk, gift recorded': (c) => desk.deskGiftsPage(c, { ...gifts, done: 'recordGift', recorded: gift, matchLeftCents: 0 }),
  'desk, gift recorded, not doubled': (c) => desk.deskGiftsPage(c, { ...gifts, done: 'recordGift', recorded: { ...gift, matched: [] } }),
  'desk, no gifts': (c) => desk.deskGiftsPage(c, { ...gifts, gifts: [], may: { record: false } }),
  'desk, gifts of a draft': (c) => desk.deskGiftsPage(c, { ...gifts, gifts: [], campaign: draft }),
  'desk, gift wrong': (c) =>
    desk.deskGiftsPage(c, {
      ...gifts,
      posted: {
        operationId: 'recordGift',
        values: { amount: '-<5>', 'giver-email': 'x@', method: 'card', receivedOn: 'soon' },
        errors: [
          wrong('/amountCents', 'money.negative'),
          wrong('/giver/name', 'text.empty'),
          wrong('/giver/email', 'email.malformed'),
          wrong('/receivedOn', 'day.malformed'),
        ],
      },
    }),
  'desk, gift to give back': (c) => desk.deskGiftsPage(c, { ...gifts, refunding: gift, problem: 'payment.too-much' }),
  'desk, gift given back wrong': (c) =>
    desk.deskGiftsPage(c, {
      ...gifts,
      refunding: gift,
      posted: {
        operationId: 'refundGift',
        values: { refunded: '<x>', reason: '' },
        errors: [wrong('/refundedCents', 'money.unreadable'), wrong('/reason', 'text.empty')],
      },
    }),
  'desk, receipt of a gift': (c) =>
    documentPage(c, { facts: giftReceipt({ gift, campaign, district }), back: { href: '/desk', words: 'Back to the gifts' } }),
  'desk, impact note': (c) => desk.deskImpactPage(c, { ...note, done: 'writeImpact' }),
  'desk, impact note not written': (c) =>
    desk.deskImpactPage(c, { ...note, campaign: unwritten, isOver: false, told: { people: 1, unknown: 1 } }),
  'desk, impact note sent': (c) => desk.deskImpactPage(c, { ...note, toldAt: '2027-02-20T12:00:00Z', done: 'tellImpact' }),
  'desk, impact note for nobody': (c) => desk.deskImpactPage(c, { ...note, told: { people: 0, unknown: 0 } }),
  'desk, impact note to look at': (c) => desk.deskImpactPage(c, { ...note, may: { edit: false } }),
  'desk, impact note wrong': (c) =>
    desk.deskImpactPage(c, { ...note, texts: { en: '', es: '<hola>' }, errors: [wrong('/impact', 'text.empty'), wrong('/version')] }),
  'desk, impact note changed meanwhile': (c) =>
    desk.deskImpactPage(c, { ...note, problem: 'campaign.changed-meanwhile', meanwhile: history.slice(1) }),
  'desk, impact note not now': (c) => desk.deskImpactPage(c, { ...note, problem: 'campaign.not-over' }),
  'desk, pledges': (c) => desk.deskPledgesPage(c, { reader, campaign, pledges: [pledge, goods], show: 'counting' }),
  'desk, pledges of a level': (c) => desk.deskPledgesPage(c, { reader, campaign, pledges: [pledge], show: 'all', level: GOLD }),
  'desk, no pledges': (c) => desk.deskPledgesPage(c, { reader, campaign: shown, pledges: [], show: 'goods' }),
  'desk, week of money': (c) => desk.deskWeekPage(c, week),
  'desk, quiet week': (c) => {
    const { later: _l, ...last } = week;
    return desk.deskWeekPage(c, { ...last, moves: [] });
  },
};
