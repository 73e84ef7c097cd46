/** A campaign, pledges and letters to sponsors for drawing, with as much in them as there can be, and some words in one language only. */
import type { MyPledge, PublicCampaign } from '#contracts/resources/campaign-view.ts';
import type { GiverLetter, PledgeNews, SponsorLetter } from '#contracts/resources/letters.ts';
import { PledgeRequest } from '#contracts/resources/pledge.ts';
import { LogoId, PaymentId, PhotoId, PledgeId, UploadId } from '#contracts/values.ts';
import { aCampaign, GOLD, SILVER } from '#test/support/fundraising.ts';
import { pledgeBody, readPledgeForm } from '#web/forms/index.ts';
import type { PledgeModel, PledgeReviewModel } from '#web/pages/index.ts';
import { FORM_KEY, school, TOKEN } from './district.ts';

const pledgeId = (n: number): PledgeId => PledgeId.parse(`plg_${String(n).padStart(16, 'w')}`);

const photoId = (n: number): PhotoId => PhotoId.parse(`pho_${String(n).padStart(16, 'p')}`);

const LOGO = LogoId.parse(`lgo_${'l'.repeat(16)}`);
const UPLOAD = UploadId.parse(`upl_${'u'.repeat(16)}`);

const { version: _v, status: _s, levels, ...definition } = aCampaign({ schoolId: school(1).schoolId });

export const campaign: PublicCampaign = {
  ...definition,
  phase: 'open',
  totals: {
    pledgedCents: 1_805_000,
    giftsCents: 47_550,
    matchedCents: 47_550,
    goodsCents: 180_000,
    receivedCents: 757_500,
    sponsors: 8,
    gifts: 3,
  },
  raisedCents: 2_080_100,
  levels: levels.map((level) => (level.limit === undefined ? level : { ...level, left: 1 })),
  photos: [
    { photoId: photoId(1), width: 960, height: 640, alt: { en: 'The old slide, "closed" <since September>' }, place: 'story' },
    { photoId: photoId(2), width: 540, height: 960, alt: { en: 'A rusty post', es: 'Un poste oxidado' }, place: 'story' },
    { photoId: photoId(3), width: 960, height: 720, alt: { en: 'Eleven children on the new slide', es: 'Once niños' }, place: 'impact' },
  ],
  wall: [
    { pledgeId: pledgeId(1), name: 'Kowalczyk & Sons <Plumbing>', levelId: GOLD, logo: { logoId: LOGO, width: 480, height: 120 } },
    { pledgeId: pledgeId(2), name: "Tony O'Brien's", levelId: SILVER },
    { pledgeId: pledgeId(3), name: 'Green Thumb Nursery' },
  ],
};
export const soldOut: PublicCampaign = {
  ...campaign,
  levels: campaign.levels.map((level) => (level.limit === undefined ? level : { ...level, left: 0 })),
  wall: [],
};
export const overCampaign: PublicCampaign = {
  ...campaign,
  phase: 'over',
  raisedCents: 4_900_000,
  goalReachedAt: '2027-02-20T12:00:00Z',
  impact: { en: 'It stands, and nobody wants to go in again.' },
};
export const notOpenCampaign: PublicCampaign = { ...campaign, phase: 'not-open-yet', opensAt: '2027-04-01T13:00:00Z', raisedCents: 0 };

const filled = new URLSearchParams({
  what: `level:${GOLD}`,
  instalments: '2',
  match: '$1,000',
  name: 'Nguyễn & Łukasz Hardware',
  kind: 'business',
  contactName: "Maria O'Brien",
  email: 'maria@example.com',
  phone: '(555) 010-0199',
  address: '77 Main Street, Maple Valley',
  recognition: 'named',
  policy: 'yes',
  consent: 'yes',
  formKey: FORM_KEY,
});

/** A posted form of which nearly everything is wrong, with the contract's own complaints. */
export function wrongPledge(language: string, what = 'goods'): NonNullable<PledgeModel['form']> {
  const posted = new URLSearchParams({ ...Object.fromEntries(filled), what, match: 'much', email: 'maria@', contactName: '' });
  posted.delete('policy');
  posted.delete('consent');
  const { values } = readPledgeForm(posted);
  const parsed = PledgeRequest.safeParse(pledgeBody(values, { campaignId: campaign.campaignId, language, levels: campaign.levels }));
  const errors = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    pointer: `/${path.join('/')}`,
    code: message,
    detail: message,
  }));
  return { values, errors };
}

const commitment: MyPledge['commitment'] = {
  kind: 'money',
  levelId: GOLD,
  amountCents: 250_000,
  instalments: [
    { dueOn: '2027-03-31', amountCents: 125_000 },
    { dueOn: '2027-04-30', amountCents: 125_000 },
  ],
};

export function review(language: string): PledgeReviewModel {
  const { values } = readPledgeForm(filled);
  const request = PledgeRequest.parse(pledgeBody(values, { campaignId: campaign.campaignId, language, levels: campaign.levels }));
  return { campaign, values, request, commitment };
}

const offered: MyPledge = {
  pledgeId: pledgeId(9),
  state: 'offered',
  sponsor: review('en').request.sponsor,
  commitment,
  matchUpToCents: 100_000,
  matchUsedCents: 0,
  recognition: 'named',
  invoices: [],
  payments: [],
  owedCents: 0,
  paidCents: 0,
  canCancel: true,
  canCorrect: 'all',
  offeredAt: '2027-03-01T12:00:00Z',
  campaign,
};
const payment = {
  paymentId: PaymentId.parse(`pay_${'w'.repeat(16)}`),
  kind: 'payment',
  amountCents: 125_000,
  method: 'cheque',
  receivedOn: '2027-03-05',
  recordedAt: '2027-03-06T12:00:00Z',
} as const;
const invoice = { number: '2027-0042', amountCents: 250_000, issuedOn: '2027-03-02' };

const sent = { uploadId: UPLOAD, uploadedAt: '2027-03-01T13:00:00Z' };
const drawn = { logoId: LOGO, width: 480, height: 120 };

export const MY_PLEDGES = {
  offered,
  'part-paid': {
    ...offered,
    state: 'part-paid',
    acceptedAt: '2027-03-02T12:00:00Z',
    invoices: [invoice],
    payments: [payment, { ...payment, kind: 'refund', amountCents: 2_550, paymentId: PaymentId.parse(`pay_${'x'.repeat(16)}`) }],
    matchUsedCents: 30_000,
    owedCents: 280_000,
    paidCents: 122_450,
    canCancel: false,
    canCorrect: 'details',
    due: { dueOn: '2027-02-28', amountCents: 2_550 },
    logo: { ...sent, ...drawn, state: 'to-check' },
  },
  fulfilled: {
    ...offered,
    state: 'fulfilled',
    acceptedAt: '2027-03-02T12:00:00Z',
    owedCents: 250_000,
    paidCents: 250_000,
    canCancel: false,
    canCorrect: 'details',
    logo: { ...sent, ...drawn, state: 'accepted' },
  },
  'with a logo that was declined': { ...offered, logo: { ...sent, ...drawn, state: 'declined', reason: 'Too faint & "small".' } },
  'with a logo that can’t be used': { ...offered, logo: { ...sent, state: 'unusable', problem: 'logo.svg' } },
  'anonymous with a logo': { ...offered, recognition: 'anonymous', logo: { ...sent, ...drawn, state: 'accepted' } },
  declined: {
    ...offered,
    state: 'declined',
    canCancel: false,
    canCorrect: 'nothing',
    reason: 'We take no sponsorship for "this" & <that>.',
  },
  cancelled: { ...offered, state: 'cancelled', canCancel: false, canCorrect: 'nothing' },
  goods: {
    ...offered,
    commitment: { kind: 'goods', description: 'Twelve shade trees with planting', valueCents: 180_000 },
    state: 'accepted',
    acceptedAt: '2027-03-02T12:00:00Z',
  },
} as const satisfies Readonly<Record<string, MyPledge>>;

const NEWS: readonly (readonly [PledgeNews, MyPledge])[] = [
  [{ about: 'made' }, offered],
  [{ about: 'made' }, { ...MY_PLEDGES.goods, state: 'offered' }],
  [{ about: 'accepted' }, { ...offered, state: 'accepted' }],
  [{ about: 'declined' }, MY_PLEDGES.declined],
  [{ about: 'cancelled' }, MY_PLEDGES.cancelled],
  [{ about: 'revised' }, offered],
  [
    { about: 'invoiced', invoice },
    { ...MY_PLEDGES['part-paid'], payments: [] },
  ],
  [{ about: 'paid', payment }, MY_PLEDGES['part-paid']],
  [{ about: 'paid', payment }, MY_PLEDGES.fulfilled],
  [{ about: 'refunded', payment: { ...payment, kind: 'refund' } }, MY_PLEDGES['part-paid']],
  [{ about: 'goal' }, MY_PLEDGES.fulfilled],
  [{ about: 'impact' }, { ...MY_PLEDGES.fulfilled, campaign: overCampaign }],
  [{ about: 'logo-declined', reason: 'Too faint & "small".' }, MY_PLEDGES['with a logo that was declined']],
  [{ about: 'logo-declined' }, MY_PLEDGES['with a logo that was declined']],
  [{ about: 'reminded', stage: 'before', due: { dueOn: '2027-03-31', amountCents: 125_000 } }, MY_PLEDGES['part-paid']],
  [{ about: 'reminded', stage: 'after', due: { dueOn: '2027-02-28', amountCents: 2_550 } }, MY_PLEDGES['part-paid']],
];

export const sponsorLetters = (language: string): readonly SponsorLetter[] =>
  NEWS.map(([news, pledge]) => ({
    kind: 'sponsor',
    language,
    personName: "Maria O'Brien",
    manageUrl: `https://volunteer.example.org/pledges/${TOKEN}`,
    news,
    pledge,
  }));

const gift = { amountCents: 30_000, refundedCents: 0, receivedOn: '2027-03-05', matchedCents: 30_000 };

export const giverLetters = (language: string): readonly GiverLetter[] => [
  { kind: 'giver', language, personName: "Maria O'Brien", about: 'receipt', campaign, gift },
  { kind: 'giver', language, personName: "Maria O'Brien", about: 'receipt', campaign, gift: { ...gift, matchedCents: 0 } },
  { kind: 'giver', language, personName: "Maria O'Brien", about: 'refunded', campaign, gift: { ...gift, refundedCents: 1_050 } },
  { kind: 'giver', language, personName: "Maria O'Brien", about: 'impact', campaign: overCampaign, gift },
];
