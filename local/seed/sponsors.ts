/** Who supports the demo's campaigns, and how far each pledge has come. All invented. */
import type { SponsorKind } from '#contracts/resources/pledge.ts';

export interface DemoPledge {
  readonly campaign: 'playground' | 'uniforms' | 'books';
  readonly sponsor: string;
  readonly kind: SponsorKind;
  readonly contact: string;
  /** Level by its English name, or an amount in dollars; goods with what they are worth. */
  readonly gives:
    | { readonly level: string; readonly dollars: number }
    | { readonly dollars: number }
    | { readonly goods: string; readonly worth: number };
  readonly instalments?: 1 | 2 | 3 | 4;
  readonly matchUpTo?: number;
  readonly anonymous?: boolean;
  /** Days before the demo began. */
  readonly daysAgo: number;
  /** How far it has come; each includes the ones before. */
  readonly until: 'offered' | 'accepted' | 'invoiced' | 'part-paid' | 'fulfilled';
}

export const PLEDGES: readonly DemoPledge[] = [
  {
    campaign: 'playground',
    sponsor: 'Riverbend Credit Union',
    kind: 'business',
    contact: 'Alma Prentiss',
    gives: { level: 'Platinum', dollars: 10_000 },
    instalments: 4,
    daysAgo: 40,
    until: 'part-paid',
  },
  {
    campaign: 'playground',
    sponsor: 'Hollis Hardware',
    kind: 'business',
    contact: 'Ben Hollis',
    gives: { level: 'Gold', dollars: 2_500 },
    daysAgo: 38,
    until: 'fulfilled',
  },
  {
    campaign: 'playground',
    sponsor: 'Tamale House',
    kind: 'business',
    contact: 'Elena Robles',
    gives: { level: 'Gold', dollars: 2_500 },
    instalments: 2,
    matchUpTo: 500,
    daysAgo: 21,
    until: 'part-paid',
  },
  {
    campaign: 'playground',
    sponsor: 'Night shift at St. Anne’s Hospital',
    kind: 'workplace',
    contact: 'Grace Adeyemi',
    gives: { level: 'Silver', dollars: 1_200 },
    daysAgo: 30,
    until: 'invoiced',
  },
  {
    campaign: 'playground',
    sponsor: 'Prairie Dental',
    kind: 'business',
    contact: 'Dr. Samir Haddad',
    gives: { level: 'Silver', dollars: 1_000 },
    daysAgo: 18,
    until: 'accepted',
  },
  {
    campaign: 'playground',
    sponsor: 'Kowalczyk & Sons Plumbing',
    kind: 'business',
    contact: 'Łukasz Kowalczyk',
    gives: { level: 'Bronze', dollars: 250 },
    daysAgo: 12,
    until: 'fulfilled',
  },
  {
    campaign: 'playground',
    sponsor: 'The Okafor family',
    kind: 'person',
    contact: 'Chidi Okafor',
    gives: { dollars: 600 },
    anonymous: true,
    daysAgo: 10,
    until: 'fulfilled',
  },
  {
    campaign: 'playground',
    sponsor: 'Green Thumb Nursery',
    kind: 'business',
    contact: 'June Takahashi',
    gives: { goods: 'Twelve shade trees with planting', worth: 1_800 },
    daysAgo: 9,
    until: 'accepted',
  },
  {
    campaign: 'playground',
    sponsor: 'Main Street Barbers',
    kind: 'business',
    contact: 'Omar Bates',
    gives: { level: 'Bronze', dollars: 250 },
    daysAgo: 1,
    until: 'offered',
  },
  {
    campaign: 'uniforms',
    sponsor: 'Riverbend Auto Glass',
    kind: 'business',
    contact: 'Paul Jensen',
    gives: { level: 'Season sponsor', dollars: 2_000 },
    daysAgo: 50,
    until: 'fulfilled',
  },
  {
    campaign: 'uniforms',
    sponsor: 'Lakeside Physical Therapy',
    kind: 'business',
    contact: 'Marta Nowak',
    gives: { level: 'Season sponsor', dollars: 2_000 },
    daysAgo: 44,
    until: 'fulfilled',
  },
  {
    campaign: 'uniforms',
    sponsor: 'Booster Club of 1998',
    kind: 'foundation',
    contact: 'Tony Alvarez',
    gives: { dollars: 3_000 },
    matchUpTo: 1_000,
    daysAgo: 35,
    until: 'fulfilled',
  },
  {
    campaign: 'uniforms',
    sponsor: 'Corner Bakery',
    kind: 'business',
    contact: 'Rosa Díaz',
    gives: { level: 'Team sponsor', dollars: 500 },
    daysAgo: 14,
    until: 'invoiced',
  },
  {
    campaign: 'books',
    sponsor: 'Friends of the Library',
    kind: 'foundation',
    contact: 'Helen Marsh',
    gives: { dollars: 6_000 },
    daysAgo: 200,
    until: 'fulfilled',
  },
  {
    campaign: 'books',
    sponsor: 'Delta Printing',
    kind: 'business',
    contact: 'Ravi Menon',
    gives: { level: 'Shelf sponsor', dollars: 1_000 },
    daysAgo: 180,
    until: 'fulfilled',
  },
  {
    campaign: 'books',
    sponsor: 'Riverbend Rotary',
    kind: 'foundation',
    contact: 'Louise Park',
    gives: { dollars: 3_000 },
    daysAgo: 150,
    until: 'fulfilled',
  },
];

/** Gifts as staff wrote them down: campaign, dollars, days before the demo began. */
export const GIFTS: readonly (readonly [DemoPledge['campaign'], number, number])[] = [
  ['playground', 350, 19],
  ['playground', 85, 15],
  ['playground', 40, 6],
  ['uniforms', 420, 28],
  ['uniforms', 150, 20],
  ['books', 1_260, 120],
];
