/** The function that shows all public pages, and the routes that lead to it. */
import { Construct } from 'constructs';
import { PAGES, STATIC_PREFIX } from '#contracts/pages.ts';
import { TABLES } from '#contracts/tables.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import type { Functions } from '../functions.ts';

export interface PagesProps {
  readonly functions: Functions;
  readonly volunteering: CapabilityTable;
  readonly fundraising: CapabilityTable;
}

export class Pages extends Construct {
  readonly routes: readonly HttpRoute[];

  constructor(scope: Construct, id: string, { functions, volunteering, fundraising }: PagesProps) {
    super(scope, id);
    const target = functions.answering(this, 'Public', 'pages/public', 'Shows the public pages');
    volunteering.grant(target, 'get', 'query');
    volunteering.grantIndexes(target, ...Object.keys(TABLES.volunteering.indexes));
    fundraising.grant(target, 'get');
    fundraising.grantIndexes(target, 'campaignsByEnd', 'wallByCampaign');
    const shown = [
      ...Object.values(PAGES).map(({ path }) => path),
      `${STATIC_PREFIX}{file}`,
      // whatever else somebody types: a page that helps on, not a line of JSON
      '/{proxy+}',
    ];
    // link checkers only ask whether a page is there, with HEAD
    this.routes = shown.flatMap((path) => (['GET', 'HEAD'] as const).map((method) => ({ method, path, target })));
  }
}
