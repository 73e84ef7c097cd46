/**
 * The tables of the capabilities: keys, indexes, what an index carries. The stacks create them from here and the adapters name
 * them from here; what lies in them and why is told in `docs/data-model.md`.
 */

export interface IndexDefinition {
  readonly partitionKey: string;
  readonly sortKey: string;
  /** Attributes the index carries besides keys; `keys` for none, `all` for whole items. An item without both keys is not in it. */
  readonly carries: 'all' | 'keys' | readonly string[];
}

export interface TableDefinition {
  readonly indexes: Readonly<Record<string, IndexDefinition>>;
}

/** All keys are text. */
export const PARTITION_KEY = 'pk';
export const SORT_KEY = 'sk';
/** When an item goes by itself, in seconds since the epoch. */
export const TTL_ATTRIBUTE = 'expiresAt';

/** What staff changed, by month. Its keys are only on entries of the history, and not on what sponsors or the clock did. */
const historyByMonth = { partitionKey: 'historyMonth', sortKey: 'historyAt', carries: 'all' } as const satisfies IndexDefinition;

export const TABLES = {
  volunteering: {
    indexes: {
      historyByMonth,
      /** Definitions of a school's opportunities that the public can see. */
      opportunitiesBySchool: { partitionKey: 'listedSchool', sortKey: 'listedId', carries: 'all' },
      /** Those of its drafts, and what is archived. */
      unlistedBySchool: { partitionKey: 'unlistedSchool', sortKey: 'unlistedId', carries: 'all' },
      /** Figures of a school's slots by when they end; never who holds places. */
      slotsBySchool: {
        partitionKey: 'schoolId',
        sortKey: 'listedUntil',
        carries: ['capacity', 'placesLeft', 'held', 'waiting', 'state', 'opensAt', 'closesAt', 'startsAt', 'endsAt'],
      },
      /** Slots in which somebody waits: with what the rule of the waitlist asks about, never who they are. `waits` goes with the last of them. */
      waitlists: {
        partitionKey: 'waits',
        sortKey: 'listedUntil',
        carries: ['capacity', 'placesLeft', 'held', 'state', 'closesAt', 'startsAt', 'queue', 'queuedSince'],
      },
      /** Manage links of a person: nothing else there has a purpose. */
      linksByPerson: { partitionKey: 'personId', sortKey: 'purpose', carries: ['expiresAt'] },
      /** What was written about an opportunity after taking part, by when. Answers without words don't have the keys. */
      feedbackByOpportunity: {
        partitionKey: 'feedbackOf',
        sortKey: 'feedbackAt',
        carries: ['score', 'text', 'name', 'language', 'answeredAt'],
      },
      /** Suggestions nobody has dealt with yet, by school; their own keys say all. `unsettled` goes when one is dealt with. */
      openSuggestions: { partitionKey: 'unsettled', sortKey: 'unsettledOf', carries: 'keys' },
    },
  },
  fundraising: {
    indexes: {
      historyByMonth,
      /** Definitions of campaigns that are not drafts, by when they end. */
      campaignsByEnd: { partitionKey: 'listed', sortKey: 'listedUntil', carries: 'all' },
      /** Definitions of those that are. */
      draftCampaigns: { partitionKey: 'drafted', sortKey: 'draftedId', carries: 'all' },
      /** Named sponsors of a campaign that count, largest first; what the public may see of them and nothing else. */
      wallByCampaign: { partitionKey: 'wallOf', sortKey: 'wallRank', carries: ['wallName', 'wallLevel', 'wallLogo'] },
      /** Pledges of a person, and gifts of one: for who asks what is kept of them. */
      pledgesByPerson: { partitionKey: 'personId', sortKey: 'pledgeId', carries: ['campaignId'] },
      giftsByGiver: { partitionKey: 'giverId', sortKey: 'giftId', carries: ['campaignId'] },
      /** Pledges of a campaign that count, named or not, largest first: for staff. */
      pledgesBySize: {
        partitionKey: 'countsFor',
        sortKey: 'sizeRank',
        carries: ['campaignId', 'pledgeId', 'state', 'sponsor', 'commitment', 'matchUsedCents', 'payments'],
      },
      /** What happened to one pledge or gift, in the order of time. */
      historyByAbout: { partitionKey: 'about', sortKey: 'at', carries: 'all' },
      /** Pledges for which a person has to do something, by since when. */
      pledgesByNeed: {
        partitionKey: 'needState',
        sortKey: 'needSince',
        carries: ['campaignId', 'pledgeId', 'state', 'sponsor', 'commitment', 'needs'],
      },
      /** Pledges by the day of their next instalment that was not paid. */
      pledgesByDue: {
        partitionKey: 'dueState',
        sortKey: 'dueOn',
        carries: ['campaignId', 'pledgeId', 'state', 'sponsor', 'commitment', 'dueCents'],
      },
      /** Pledges by the day on which their sponsor is to be reminded next. */
      pledgesByReminder: { partitionKey: 'remindState', sortKey: 'remindOn', carries: ['campaignId', 'pledgeId'] },
      /** Pledges and gifts that are over and still say who gave, by the day they were over; apart by how long that is kept. */
      contactsByAge: { partitionKey: 'contactKept', sortKey: 'finishedOn', carries: ['campaignId', 'pledgeId', 'giftId'] },
    },
  },
  messaging: {
    indexes: {
      historyByMonth,
      /** What was mailed to a person, for who asks what is kept of them. */
      mailsByPerson: {
        partitionKey: 'personId',
        sortKey: PARTITION_KEY,
        carries: [
          'state',
          'sentAt',
          'skippedAt',
          'acceptedAt',
          'deliveredAt',
          'bouncedAt',
          'bouncedForNowAt',
          'complainedAt',
          'failedAt',
          'suppressedAt',
          'expiresAt',
        ],
      },
    },
  },
  desk: { indexes: { historyByMonth } },
} as const satisfies Record<string, TableDefinition>;

export type TableName = keyof typeof TABLES;
