/** Every API operation over HTTP: its success parses against its contract, each of its refusals has its status and a problem body. */
import { describe, expect, it } from 'vitest';
import { API_OPERATIONS } from '#contracts/api/index.ts';
import { PROBLEM_STATUS, type ProblemCode } from '#contracts/problems.ts';
import { aSignUpRequest, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';
import { bobTakes, CASES, type Case, SLOTS } from './api-cases.ts';
import { CALENDAR_CASES } from './calendar-cases.ts';
import { DESK_CASES } from './desk-cases.ts';
import { FEEDBACK_CASES } from './feedback-cases.ts';
import { FUNDRAISING_CASES } from './fundraising-cases.ts';
import { type Answer, CORRELATION_ID, site } from './http.ts';
import { MAIL_CASES } from './mail-cases.ts';
import { MAIL_PREFERENCE_CASES } from './mail-preference-cases.ts';
import { MESSAGE_CASES } from './message-cases.ts';
import { postSignUp } from './people.ts';
import { PEOPLE_CASES } from './people-cases.ts';
import { SETUP_CASES } from './setup-cases.ts';
import { STAFF_CASES } from './staff-cases.ts';
import { SUGGESTION_CASES } from './suggestion-cases.ts';

const run = async ({ opportunity, ask }: Case): Promise<Answer> => {
  const there = await world({ slots: SLOTS, ...opportunity });
  return ask({ here: site(there), world: there });
};

describe.each(API_OPERATIONS)('$operationId', (operation) => {
  const cases = [
    ...CASES,
    ...CALENDAR_CASES,
    ...FUNDRAISING_CASES,
    ...STAFF_CASES,
    ...SETUP_CASES,
    ...DESK_CASES,
    ...PEOPLE_CASES,
    ...MESSAGE_CASES,
    ...SUGGESTION_CASES,
    ...FEEDBACK_CASES,
    ...MAIL_CASES,
    ...MAIL_PREFERENCE_CASES,
  ].filter((one) => one.operation === operation.operationId);

  it.each(cases.filter(({ code }) => code === 'success'))('answers as its contract says $name', async (one) => {
    const answer = await run(one);
    expect([answer.status, answer.headers['content-type']]).toEqual([operation.response.status, 'application/json']);
    expect(operation.response.schema.parse(answer.json())).toEqual(answer.json());
  });

  it.each(cases.filter(({ code }) => code !== 'success'))('refuses with $code $name', async (one) => {
    const answer = await run(one);
    const problem = answer.problem();
    expect(problem).toMatchObject({ code: one.code, correlationId: CORRELATION_ID, type: `urn:crosswalk:problem:${one.code}` });
    const status = PROBLEM_STATUS[one.code as ProblemCode];
    expect([answer.status, problem.status, answer.headers['content-type']]).toEqual([status, status, 'application/problem+json']);
  });

  it('has a case here for success and for each refusal that its contract lists, and for no other', () => {
    expect([...new Set(cases.map(({ code }) => code))].sort()).toEqual(['success', ...operation.refusals].sort());
  });
});

describe('a sign-up of which nothing could be given', () => {
  it('is told why for each slot, and where there is room', async () => {
    const there = await world({ slots: SLOTS });
    const here = site(there);
    await bobTakes(3, 1)({ here, world: there });
    const slots = [
      { slotId: slotId(3), places: 1 },
      { slotId: slotId(2), places: 3 },
    ];
    expect((await postSignUp(here, aSignUpRequest({ slots }))).problem()).toMatchObject({
      results: [
        { outcome: 'refused', slotId: slotId(3), code: 'slot.full', placesLeft: 0 },
        { outcome: 'refused', slotId: slotId(2), code: 'slot.not-enough-places', placesLeft: 2 },
      ],
      alternatives: [slotId(1), slotId(4)],
    });
  });
});
