/** The function that shows all public pages, and the routes that lead to it. */
import { Construct } from 'constructs';
import { CALENDAR_PAGES } from '#contracts/calendar-pages.ts';
import { HOURS_PAGES } from '#contracts/hours-pages.ts';
import { PAGES, PHOTO_PAGE, STATIC_PREFIX } from '#contracts/pages.ts';
import { SHARE_PAGES } from '#contracts/share-pages.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import type { UploadBucket } from '../constructs/upload-bucket.ts';
import type { Functions } from '../functions.ts';

export interface PagesProps {
  readonly functions: Functions;
  readonly volunteering: CapabilityTable;
  readonly fundraising: CapabilityTable;
  readonly uploads: UploadBucket;
}

export class Pages extends Construct {
  readonly routes: readonly HttpRoute[];

  constructor(scope: Construct, id: string, { functions, volunteering, fundraising, uploads }: PagesProps) {
    super(scope, id);
    const target = functions.answering(this, 'Public', 'pages/public', 'Shows the public pages');
    volunteering.grant(target, 'get', 'query');
    volunteering.grantIndexes(target, 'opportunitiesBySchool', 'slotsBySchool');
    fundraising.grant(target, 'get');
    fundraising.grantIndexes(target, 'campaignsByEnd', 'wallByCampaign');
    const papers = functions.answering(this, 'Papers', 'pages/papers', 'Shows letters, invoices and receipts');
    volunteering.grant(papers, 'get');
    fundraising.grant(papers, 'get');
    fundraising.grantIndexes(papers, 'wallByCampaign');
    const hours = functions.answering(this, 'Hours', 'pages/hours', 'Shows people the statement of their hours');
    volunteering.grant(hours, 'get', 'query');
    const logos = functions.answering(this, 'Logos', 'pages/logos', 'Shows logos of sponsors and photos of campaigns');
    fundraising.grant(logos, 'get');
    uploads.grant(logos, 'read', 'logos');
    uploads.grant(logos, 'read', 'photos');
    const cards = functions.answering(this, 'Cards', 'pages/cards', 'Draws the pictures shown for links to campaigns and opportunities');
    volunteering.grant(cards, 'get', 'query');
    fundraising.grant(cards, 'get');
    fundraising.grantIndexes(cards, 'wallByCampaign');
    const calendars = functions.answering(this, 'Calendars', 'pages/calendars', 'Gives calendars to those who subscribed to them');
    // whose address was read, and what it said
    volunteering.grant(calendars, 'get', 'getMany', 'query', 'update');
    volunteering.grantIndexes(calendars, 'opportunitiesBySchool', 'slotsBySchool');
    const { paper, campaignCard, opportunityCard, myLogo, logo, logoForm: _ofFundraising, ...pages } = PAGES;
    const shown = [
      ...Object.values({ ...pages, ...SHARE_PAGES }).map(({ path }) => ({ path, target })),
      { path: `${STATIC_PREFIX}{file}`, target },
      // whatever else somebody types: a page that helps on, not a line of JSON
      { path: '/{proxy+}', target },
      { path: paper.path, target: papers },
      { path: campaignCard.path, target: cards },
      { path: opportunityCard.path, target: cards },
      { path: myLogo.path, target: logos },
      { path: logo.path, target: logos },
      { path: PHOTO_PAGE.path, target: logos },
      ...Object.values(CALENDAR_PAGES).map(({ path }) => ({ path, target: calendars })),
      ...Object.values(HOURS_PAGES).map(({ path }) => ({ path, target: hours })),
    ];
    // link checkers only ask whether a page is there, with HEAD
    this.routes = shown.flatMap((one) => (['GET', 'HEAD'] as const).map((method) => ({ method, ...one })));
  }
}
