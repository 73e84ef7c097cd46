/** What a deletion takes and what it leaves, told before it is confirmed. Pure. */
import type { DeletionPlan, PersonRecord } from '#contracts/resources/person-record.ts';
import { millis } from '../time.ts';

/** Whether nothing at all is kept. */
export const isNobody = (record: PersonRecord): boolean =>
  record.staff === undefined && record.pledges.length === 0 && Object.values(planOf(record, 0).goes).every((count) => count === 0);

export function planOf(record: PersonRecord, now: number): DeletionPlan {
  const { signUps, allowances, links, calendar, feedback, linkRequests, mails, months, pledges, gifts, staff, noMail, mailPreferences } =
    record;
  const complained = noMail?.state === 'standing' && noMail.cause === 'complaint';
  const holding = signUps.filter(({ holdsPlaces }) => holdsPlaces);
  const toCome = holding.filter(({ startsAt }) => startsAt === undefined || millis(startsAt) > now);
  // counted, while its sign-up went by its age
  const countedOnly = months.filter(({ slotId }) => !signUps.some((one) => one.slotId === slotId)).length;
  return {
    goes: {
      placesToCome: toCome.reduce((sum, { places }) => sum + places, 0),
      pastSignUps: holding.length - toCome.length + countedOnly,
      signUps: signUps.length,
      allowances: allowances.length,
      links: links.length,
      calendar: calendar ? 1 : 0,
      feedback: feedback.length,
      linkRequests: linkRequests.length,
      mails: mails.length,
      noMail: noMail ? 1 : 0,
      mailPreferences: mailPreferences ? 1 : 0,
      pledges: pledges.filter(({ isRunning }) => !isRunning).length,
      gifts: gifts.length,
    },
    stays: [
      ...pledges
        .filter(({ isRunning }) => isRunning)
        .map(({ campaignId, pledgeId, sponsorName, state }) => ({ what: 'pledge', campaignId, pledgeId, sponsorName, state }) as const),
      ...(complained ? [{ what: 'complaint' } as const] : []),
      ...(staff ? [{ what: 'staff', isActive: staff.active } as const] : []),
    ],
  };
}

/** A running pledge that was not marked yet is something to do, too. */
export const isAnythingToDo = (record: PersonRecord, plan: DeletionPlan): boolean =>
  Object.values(plan.goes).some((count) => count > 0) ||
  record.pledges.some(({ isRunning, toForgetSince }) => isRunning && toForgetSince === undefined);
