/**
 * Who of the staff reaches what, cell by cell: each operation of staff that the contracts have × each role × where the thing belongs, over the API and,
 * where the operation has a form, at the desk. An operation without a row fails.
 */
import { describe, expect, it } from 'vitest';
import { API_OPERATIONS, type ApiOperation } from '#contracts/api/index.ts';
import { deskFormPath, FORM_TOKEN_FIELD } from '#contracts/desk-pages.ts';
import { schoolId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import { aCampaign } from '#test/support/fundraising.ts';
import { world } from '#test/support/world.ts';
import { type Scene, SLOTS } from './api-cases.ts';
import { DESK_BODIES, DESK_QUERIES } from './desk-cases.ts';
import { deskBrowser } from './desk-session.ts';
import { DESK_FORM_OPERATIONS, site } from './http.ts';
import { MAIL_BODIES, suppressed } from './mail-cases.ts';
import { MESSAGE } from './message-cases.ts';
import { AT_THE_DOOR, anaHere, CHECK_IN, PEOPLE_BODIES } from './people-cases.ts';
import { RECURRING, SETUP_BODIES } from './setup-cases.ts';
import { BODIES, pathOf, SCENES } from './staff-cases.ts';
import { suggested } from './suggestion-cases.ts';

/** School 1 is Luis's; Hannah has school 2; Pat looks everywhere, Vera in school 1; Ivan left. */
const WHO = {
  admin: DANA,
  coordinator: 'luis@riverbend.example',
  'coordinator of another school': 'hannah@riverbend.example',
  viewer: 'pat@riverbend.example',
  'viewer of the school': 'vera@riverbend.example',
  'viewer of another school': 'vic@riverbend.example',
  'who left': 'ivan@riverbend.example',
} as const;
type Who = keyof typeof WHO;

/** What each of `WHO` gets, in that order: `y` it is done, `3` 403, `4` 404, `1` 401. */
const ROWS = {
  /** Whoever may look. */
  looks: { school: 'yy4yy41', district: 'y44y441' },
  /** Whoever runs the school's things. */
  runs: { school: 'yy43341', district: 'y443441' },
  /** The district alone. */
  district: { school: 'y343341', district: 'y443441' },
  /** The district alone, and for all others it is not there. */
  hidden: { school: 'y444441', district: 'y444441' },
  /** Each what is theirs of it. */
  history: { school: 'yyy3331', district: 'yyy3331' },
  /** What is the whole district’s, for admins. */
  office: { school: 'y333331', district: 'y333331' },
  /** The whole district’s, for all staff to read. */
  everyone: { school: 'yyyyyy1', district: 'yyyyyy1' },
  /** What is the whole district’s, for who looks everywhere. */
  overall: { school: 'y33y331', district: 'y33y331' },
} as const;

/** An opportunity is always a school's. */
const OPPORTUNITY_ROWS = {
  /** Whoever sets it up; who may look at the school sees that it is there. */
  sets: 'yy43341',
  /** Who comes is for who runs the school's things; for all others nobody comes. */
  people: 'yy44441',
} as const;

const OF_OPPORTUNITIES: Readonly<Record<string, keyof typeof OPPORTUNITY_ROWS>> = {
  setOpportunityStatus: 'sets',
  shiftOpportunity: 'sets',
  repeatSlot: 'sets',
  changeSeries: 'sets',
  copyOpportunity: 'sets',
  getRoster: 'people',
  addPerson: 'people',
  movePerson: 'people',
  resizePerson: 'people',
  cancelPerson: 'people',
  promotePerson: 'people',
  confirmPerson: 'people',
  notePerson: 'people',
  markPerson: 'people',
  markRest: 'people',
  addWalkIn: 'people',
  sendMessage: 'people',
  listMessages: 'people',
  getFeedback: 'people',
};

/** Read and settled by who may know people. */
const OF_SCHOOLS = ['listSuggestions', 'settleSuggestion', 'listFeedback'];

/** One list for all its schools. */
const OF_DISTRICT = ['getHolidays', 'saveHolidays'];

const ACCESS: Readonly<Record<string, keyof typeof ROWS>> = {
  listPledges: 'looks',
  getPledge: 'looks',
  acceptPledge: 'runs',
  declinePledge: 'runs',
  cancelPledge: 'runs',
  revisePledge: 'runs',
  invoicePledge: 'runs',
  recordPayment: 'runs',
  refundPayment: 'runs',
  receiveGoods: 'runs',
  writeOffPledge: 'runs',
  tickBenefit: 'runs',
  decideLogo: 'runs',
  setCampaignStatus: 'runs',
  copyCampaign: 'runs',
  writeImpact: 'runs',
  recordGift: 'runs',
  refundGift: 'runs',
  tellImpact: 'runs',
  listPhotos: 'looks',
  invitePhoto: 'runs',
  savePhotos: 'runs',
  reconcileCampaign: 'district',
  rebuildCampaign: 'district',
  getHolidays: 'everyone',
  saveHolidays: 'office',
  checkFigures: 'hidden',
  rebuildFigures: 'hidden',
  listStaff: 'office',
  listHistory: 'history',
  inviteStaff: 'office',
  saveStaff: 'office',
  findPerson: 'office',
  exportPerson: 'office',
  deletePerson: 'office',
  previewRetention: 'office',
  getMailHealth: 'overall',
  listSuppressed: 'office',
  liftSuppression: 'office',
};

/** Says in its body where it belongs, so it has cells of its own below. */
const OF_ITS_BODY = ['saveCampaign', 'saveSchool', 'saveOpportunity'];

const STAFF = API_OPERATIONS.filter(({ audience }) => audience === 'staff');
const STATUS = { '1': 401, '3': 403, '4': 404 } as const;

async function scene(opportunity: Parameters<typeof world>[0] = { slots: SLOTS }): Promise<Scene> {
  const there = await world(opportunity);
  const { staff } = there.desk;
  const viewer = { name: 'Vera', role: 'viewer', active: true, version: 1 } as const;
  await staff.save({ ...viewer, email: WHO['viewer of the school'], schools: [schoolId(1)] });
  await staff.save({ ...viewer, email: WHO['viewer of another school'], schools: [schoolId(2)] });
  return { world: there, here: site(there) };
}

/** A thing ready for the operation, belonging to school 1 or to the district. */
async function ready(operation: ApiOperation, where: 'school' | 'district') {
  const there = await scene(operation.operationId === 'changeSeries' ? RECURRING : undefined);
  const values = await valuesOf(operation, there);
  if (!values) throw new Error(`no scene for ${operation.operationId}`);
  const stored = await there.world.fundraising.campaigns.find(aCampaign().campaignId);
  if (where === 'district' || !stored) return { ...there, values, version: stored?.version };
  const version = stored.version + 1;
  await there.world.fundraising.campaigns.save({ ...stored, schoolId: schoolId(1), version });
  return { ...there, values, version };
}

async function valuesOf({ capability, operationId }: ApiOperation, there: Scene): Promise<Readonly<Record<string, string>> | undefined> {
  if (capability === 'desk' || OF_DISTRICT.includes(operationId)) return {};
  if (OF_SCHOOLS.includes(operationId)) return suggested(there);
  if (operationId in OF_OPPORTUNITIES) {
    const values = await anaHere(there);
    if (CHECK_IN.some((one) => one.operationId === operationId)) there.world.clock.set(AT_THE_DOOR);
    return values;
  }
  return capability === 'messaging' ? suppressed(there.world) : SCENES[operationId]?.ready(there);
}

it('has a row for each operation of staff', () => {
  expect(STAFF.length).toBeGreaterThan(18);
  expect(
    STAFF.map(({ operationId }) => operationId).filter(
      (id) => !(id in ACCESS) && !(id in OF_OPPORTUNITIES) && ![...OF_ITS_BODY, ...OF_SCHOOLS].includes(id),
    ),
  ).toEqual([]);
});

/** What each of `WHO` gets, by where the thing may belong. */
function rowsOf({ operationId }: ApiOperation): Readonly<Partial<Record<'school' | 'district', string>>> {
  const ofOpportunity = OF_OPPORTUNITIES[operationId];
  if (ofOpportunity) return { school: OPPORTUNITY_ROWS[ofOpportunity] };
  if (OF_SCHOOLS.includes(operationId)) return { school: OPPORTUNITY_ROWS.people };
  const row = ACCESS[operationId];
  return row ? ROWS[row] : {};
}

const cells = STAFF.flatMap((operation) =>
  (Object.entries(rowsOf(operation)) as ['school' | 'district', string][]).flatMap(([where, row]) =>
    (Object.keys(WHO) as Who[]).map((who, index) => {
      return { operation, where, who, may: row[index] as 'y' | '1' | '3' | '4', name: `${operation.operationId} of the ${where}: ${who}` };
    }),
  ),
);

const ALL_BODIES: Readonly<Record<string, unknown>> = {
  ...BODIES,
  ...DESK_BODIES,
  ...MAIL_BODIES,
  ...SETUP_BODIES,
  ...PEOPLE_BODIES,
  sendMessage: MESSAGE,
  settleSuggestion: { settled: true },
};

describe('over the API', () => {
  it.each(cells)('$name gets $may', async ({ operation, where, who, may }) => {
    const { here, values, version } = await ready(operation, where);
    const headers = { ...asStaff(WHO[who]), ...(operation.requestKey && { 'idempotency-key': 'key-of-a-cell-0123456789' }) };
    const path = pathOf(operation, values) + (DESK_QUERIES[operation.operationId] ?? '');
    const { operationId } = operation;
    const body = ALL_BODIES[operationId] ?? {};
    const json =
      operation.path.startsWith('/api/campaigns/') && operation.operationId !== 'savePhotos' && 'version' in (body as object)
        ? { ...(body as object), version }
        : body;
    const answer = await here.send({ method: operation.method, path, headers, ...(operation.method === 'POST' && { json }) });
    expect(answer.status).toBe(may === 'y' ? operation.response.status : STATUS[may]);
  });
});

describe('at the desk', () => {
  /** Whatever gets past the gate is done, or refused for what the empty form says: 303, 409 or 422. */
  const past = [303, 409, 422];
  it.each(cells.filter(({ operation }) => DESK_FORM_OPERATIONS.includes(operation)))(
    '$name gets $may',
    async ({ operation, where, who, may }) => {
      const { here, values } = await ready(operation, where);
      const browser = deskBrowser(here);
      await browser.signIn(WHO[who]);
      const path = deskFormPath(pathOf(operation, values) as `/api/${string}`);
      const answer = await browser.post(path, { [FORM_TOKEN_FIELD]: await browser.formToken(), key: 'key-of-a-cell-0123456789' });
      if (may === 'y') expect(past).toContain(answer.status);
      else expect(answer.status).toBe(STATUS[may]);
    },
  );
});

describe('saving a campaign, which says itself where it belongs', () => {
  const definition = { ...aCampaign(), version: 0 };
  it.each([
    ['admin', 'district', 200],
    ['admin', 1, 200],
    ['coordinator', 'district', 403],
    ['coordinator', 1, 200],
    ['coordinator of another school', 1, 403],
    ['viewer', 1, 403],
    ['viewer of the school', 1, 403],
    ['who left', 1, 401],
  ] as const)('%s adds one of %s: %d', async (who, where, status) => {
    const { here } = await scene();
    const fresh = { ...definition, campaignId: aCampaign().campaignId.replace(/.$/, 'Z'), slug: 'another-one' };
    const json = where === 'district' ? fresh : { ...fresh, schoolId: schoolId(where) };
    expect((await here.send({ method: 'POST', path: '/api/campaigns', json, headers: asStaff(WHO[who]) })).status).toBe(status);
  });

  it.each([
    ['admin', 'y'],
    ['coordinator', 'y'],
    ['coordinator of another school', '4'],
    ['viewer', '3'],
    ['viewer of the school', '3'],
    ['viewer of another school', '4'],
    ['who left', '1'],
  ] as const)('%s saves one that school 1 has: %s', async (who, may) => {
    const { here, world: there } = await scene();
    const mine = { ...aCampaign({ version: 2, schoolId: schoolId(1) }) };
    await there.fundraising.campaigns.save(mine);
    const json = { ...mine, goalCents: 900_000 };
    const answer = await here.send({ method: 'POST', path: '/api/campaigns', json, headers: asStaff(WHO[who]) });
    expect(answer.status).toBe(may === 'y' ? 200 : STATUS[may]);
  });

  it.each([
    ['takes it over', 'coordinator of another school', 1, 2, 404],
    ['gives it away', 'coordinator', 1, 2, 403],
    ['makes it the district’s', 'coordinator', 1, undefined, 403],
  ] as const)('nobody %s', async (_, who, from, to, status) => {
    const { here, world: there } = await scene();
    const mine = aCampaign({ version: 2, schoolId: schoolId(from) });
    await there.fundraising.campaigns.save(mine);
    const { schoolId: _s, ...rest } = mine;
    const json = { ...rest, ...(to !== undefined && { schoolId: schoolId(to) }) };
    expect((await here.send({ method: 'POST', path: '/api/campaigns', json, headers: asStaff(WHO[who]) })).status).toBe(status);
    expect(await there.fundraising.campaigns.find(mine.campaignId)).toEqual(mine);
  });
});
