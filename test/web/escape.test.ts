/** Whatever people and staff write stays text: in elements, in attributes, in mails. */
import { describe, expect, it } from 'vitest';
import { PublicOpportunity } from '#contracts/resources/availability.ts';
import { type MyPledge, PublicCampaign } from '#contracts/resources/campaign-view.ts';
import type { DocumentFacts, HoursStatement } from '#contracts/resources/documents.ts';
import type { AnyLetter } from '#contracts/resources/letters.ts';
import { hoursPage } from '#web/documents/hours-page.tsx';
import { documentPage } from '#web/documents/page.tsx';
import { renderLetter } from '#web/emails/index.ts';
import { readSignUpForm } from '#web/forms/index.ts';
import {
  campaignEmbedPage,
  campaignPage,
  campaignsPage,
  friendNotice,
  homePage,
  managePage,
  myPledgePage,
  opportunityPage,
  type PledgeReviewModel,
  pledgePage,
  pledgeReviewPage,
  posterPage,
  schoolEmbedPage,
  schoolPage,
  sendLinkPage,
  shareOpportunity,
} from '#web/pages/index.ts';
import { campaign, MY_PLEDGES, review } from './campaigns.ts';
import { carnival, context, district, mine, school, TOKEN } from './district.ts';
import { letters } from './letters.ts';
import { PAPERS, statement } from './papers.ts';

const HOSTILE = `" onmouseover="alert(1)"><script>alert(1)</script><img src=x onerror=alert(1)>' onfocus='x`;

/** Every string that is not an id, an address or a time becomes hostile. */
function poison(value: unknown): unknown {
  if (typeof value === 'string') return /^[\w-]+$|@|^https?:|^\+?[\d ()-]+$|^\d{4}-\d\d-|^[A-Z]\w+\/\w+$/.test(value) ? value : HOSTILE;
  if (Array.isArray(value)) return value.map(poison);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poison(each)]));
  return value;
}

const opportunity = PublicOpportunity.parse(poison(carnival));
const hostileCampaign = PublicCampaign.parse(poison(campaign));
const hostilePledge = { ...(poison(MY_PLEDGES['part-paid']) as MyPledge), campaign: hostileCampaign };
const hostileReview = poison({ ...review('en'), campaign: undefined }) as PledgeReviewModel;
const hostileSchool = { ...school(0), name: HOSTILE, address: HOSTILE };
const values = readSignUpForm(
  new URLSearchParams({
    name: HOSTILE,
    email: HOSTILE,
    phone: HOSTILE,
    slot: HOSTILE,
    [`places.${carnival.slots[0]?.slot.slotId}`]: HOSTILE,
    [`answer.${carnival.questions[2]?.questionId}`]: HOSTILE,
  }),
);

const pages: Readonly<Record<string, () => string>> = {
  home: () => homePage(context(), { campaigns: [hostileCampaign], schools: [hostileSchool], opportunities: [opportunity], filter: {} }),
  school: () => schoolPage(context(), { campaigns: [hostileCampaign], school: hostileSchool, opportunities: [opportunity], filter: {} }),
  opportunity: () => opportunityPage(context(), { opportunity, formKey: HOSTILE, form: { values, errors: [] } }),
  campaigns: () => campaignsPage(context(), { campaigns: [hostileCampaign], schools: [hostileSchool] }),
  campaign: () => campaignPage(context(), { campaign: hostileCampaign, school: hostileSchool }),
  'campaign, embedded': () => campaignEmbedPage(context(), { campaign: hostileCampaign }),
  'opportunity, shared': () =>
    opportunityPage(context(), {
      opportunity,
      formKey: HOSTILE,
      share: shareOpportunity(context(), opportunity),
      ...friendNotice(context()),
    }),
  'school for a frame': () => schoolEmbedPage(context(), { school: hostileSchool, opportunities: [opportunity], limit: 9 }),
  poster: () => posterPage(context(), { opportunity, languages: ['en', 'es'], paper: 'letter', path: `/x?${HOSTILE}`, back: HOSTILE }),
  pledge: () => pledgePage(context(), { campaign: hostileCampaign, formKey: HOSTILE, form: { values: hostileReview.values, errors: [] } }),
  'pledge, review': () => pledgeReviewPage(context(), { ...hostileReview, campaign: hostileCampaign }),
  'my pledge': () => myPledgePage(context(), { token: TOKEN, pledge: hostilePledge }),
  'send link': () => sendLinkPage(context(), { form: { email: HOSTILE, errors: [] } }),
  manage: () =>
    managePage(context(), {
      token: TOKEN,
      mine: {
        ...mine,
        name: HOSTILE,
        signUps: mine.signUps.map((signUp) => ({ ...signUp, opportunity: { ...signUp.opportunity, title: { en: HOSTILE } } })),
      },
    }),
  ...Object.fromEntries(
    Object.entries(PAPERS).map(([name, paper]) => [
      name,
      () => documentPage(context(), { facts: poison(paper('en')) as DocumentFacts, pdfUrl: `/papers/${HOSTILE}` }),
    ]),
  ),
  hours: () =>
    hoursPage(context(), {
      token: TOKEN,
      years: [HOSTILE],
      shown: { year: HOSTILE, facts: poison(statement()) as HoursStatement },
      uncounted: [{ on: '2027-02-03', title: { en: HOSTILE }, schoolName: HOSTILE, contact: { name: HOSTILE, email: 'a@example.org' } }],
    }),
  'address of the page': () => homePage(context({ url: `/?x=${HOSTILE}` }), { campaigns: [], schools: [], opportunities: [], filter: {} }),
};

/** Tags and attributes as a parser would see them, without what stands between quotes. */
const skeleton = (html: string): string => html.replace(/="[^"]*"/g, '=""');

function expectInert(html: string): void {
  expect(html).not.toContain('<script>alert');
  // logos and photos are ours, at addresses of ours, and the code of the door comes with its mail
  expect(html.replaceAll(`<img src="${district.siteUrl}/`, '<img src="/')).not.toMatch(/<img(?! src="(?:\/|cid:sgn_[\w-]+@[\w.]+"))/);
  expect(skeleton(html)).not.toMatch(/<[^>]*\s(?:onmouseover|onfocus|onerror)/);
}

describe('hostile words', () => {
  it.each(Object.entries(pages))('stay text on the page: %s', (name, render) => {
    const html = render();
    expectInert(html);
    if (name !== 'address of the page') expect(html).toContain('&lt;script>alert(1)');
  });

  it.each(letters('en').map((letter) => [letter.kind, letter] as const))('stay text in the mail: %s', (_kind, letter) => {
    const { html } = renderLetter(poison({ ...letter, personName: HOSTILE }) as AnyLetter, district);
    expectInert(html);
    expect(html).toContain('&lt;script>alert(1)');
  });

  it('would be noticed if a page let them through', () => {
    const html = pages.opportunity?.() ?? '';
    expect(() => expectInert(html.replaceAll('&lt;', '<'))).toThrow();
    expect(() => expectInert(html.replaceAll('&quot;', '"'))).toThrow();
  });
});
