/** Each way an operation on the people of an opportunity can end, and a request that leads there. */
import { opportunityId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import type { Case, Scene } from './api-cases.ts';

const look =
  (email: string, n = 1) =>
  ({ here }: Scene) =>
    here.get(`/api/opportunities/${opportunityId(n)}/roster`, { headers: asStaff(email) });

export const PEOPLE_CASES: readonly Case[] = [
  { operation: 'getRoster', code: 'success', ask: look(DANA) },
  { operation: 'getRoster', code: 'staff.unknown', ask: look('eve@example.org') },
  { operation: 'getRoster', code: 'opportunity.not-found', ask: look(DANA, 9) },
  { operation: 'getRoster', code: 'opportunity.not-found', name: 'to who only looks', ask: look('pat@riverbend.example') },
];
