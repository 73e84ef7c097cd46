/** Invented adults of the demo district, and what they have signed up for. */
import type { OpportunityId } from '#contracts/values.ts';
import { id } from './making.ts';

const NAMES = [
  'Ana Beltrán',
  'Ben Carter',
  'Chidi Eze',
  'Dalia Haddad',
  'Emily Novak',
  'Farid Rahimi',
  'Grace Kim',
  'Hugo Serrano',
  'Imani Brooks',
  'José Ortega',
  'Karen O’Brien',
  'Luis Fuentes',
  'Mei Lin',
  'Nadia Petrova',
  'Omar Saleh',
  'Priya Nair',
  'Quinn Walsh',
  'Rosa Medina',
  'Samuel Okoye',
  'Teresa Vega',
  'Uma Desai',
  'Victor Lund',
  'Wendy Zhao',
  'Xavier Pope',
  'Yolanda Cruz',
  'Zoe Martin',
  'Aaron Weiss',
  'Beatriz Luna',
  'Carlos Rey',
  'Dana Whitfield',
  'Elif Demir',
  'Frank Moretti',
  'Gloria Santos',
  'Hassan Ali',
  'Irene Papas',
  'Jamal Reed',
  'Kenji Mori',
  'Lucía Ramos',
  'Mark Jensen',
  'Nora Quist',
] as const;

export interface Person {
  readonly name: string;
  readonly email: string;
}

export const PEOPLE: readonly Person[] = NAMES.map((name) => ({
  name,
  email: `${name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@example.org`,
}));

/** How many of the invented people take the n-th slot of an opportunity, one place each. */
export const TAKEN: ReadonlyMap<OpportunityId, readonly number[]> = new Map([
  [id<OpportunityId>('opp', 'carnival'), [6, 3, 7, 5, 1, 4, 2, 3]],
  [id<OpportunityId>('opp', 'trip'), [4, 3]],
  [id<OpportunityId>('opp', 'concert'), [2, 1]],
  [id<OpportunityId>('opp', 'fair'), [5, 2]],
  [id<OpportunityId>('opp', 'garden'), [7, 3]],
  [id<OpportunityId>('opp', 'reading'), [1, 0, 2, 0, 1]],
  [id<OpportunityId>('opp', 'council'), [2]],
  [id<OpportunityId>('opp', 'english'), [9]],
  [id<OpportunityId>('opp', 'finance'), [6]],
  [id<OpportunityId>('opp', 'computers'), [7]],
  [id<OpportunityId>('opp', 'bake'), [5, 1, 4]],
  [id<OpportunityId>('opp', 'tables'), [3]],
  [id<OpportunityId>('opp', 'translate'), [1]],
  [id<OpportunityId>('opp', 'calls'), [2, 0]],
]);

/** Who takes all dates of an opportunity with one form, before anybody else does. */
export const TAKE_ALL: ReadonlyMap<OpportunityId, string> = new Map([[id<OpportunityId>('opp', 'reading'), 'Grace Kim']]);

/** Who waits for the n-th slot of an opportunity, which is full. */
export const WAIT: ReadonlyMap<OpportunityId, readonly [slot: number, name: string]> = new Map([
  [id<OpportunityId>('opp', 'reading'), [2, 'Hugo Serrano']],
]);
