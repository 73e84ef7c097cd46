/** The page with the codes that a person shows at the door, through their manage link. */
import type { MySignUp } from '#contracts/resources/sign-up.ts';
import { SHARE_PAGES, sharePaths } from '#contracts/share-pages.ts';
import { dayAt } from '#domain/days.ts';
import { millis } from '#domain/time.ts';
import { mySignUps } from '#domain/volunteering/my-sign-ups.ts';
import { doorCodesPage } from '#web/pages/index.ts';
import { manageToken } from '../_http/api-route.ts';
import type { Routes } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import { page } from '../_http/respond.ts';
import { type ManagePorts, personOf } from '../volunteering/_manage-route.ts';

export const doorCodeRoutes = (ports: ManagePorts): Routes => ({
  [`GET ${SHARE_PAGES.doorCodes.path}`]: async (request) => {
    const token = manageToken(request.params.token);
    const mine = await mySignUps(ports)({ personId: await personOf(ports, token) });
    if (!mine.ok) throw new Refusal('link.invalid');
    const context = { ...pageContext(ports, request), url: sharePaths.doorCodes(token) };
    return page(doorCodesPage(context, { token, signUps: onePerDay(mine.value.signUps, ports.clock.now()) }), request, { secret: true });
  },
});

/** Whoever scans one is shown all that the person has there on the day. */
function onePerDay(signUps: readonly MySignUp[], now: number): readonly MySignUp[] {
  const start = ({ slot }: MySignUp): number => (slot.startsAt === undefined ? Number.MAX_SAFE_INTEGER : millis(slot.startsAt));
  const isToCome = ({ slot, state }: MySignUp): boolean => {
    const end = slot.endsAt ?? slot.startsAt;
    return (state === 'confirmed' || state === 'attended') && (end === undefined || now < millis(end));
  };
  const first = new Map<string, MySignUp>();
  for (const one of signUps.filter(isToCome).sort((a, b) => start(a) - start(b))) {
    const day = one.slot.startsAt === undefined ? '' : dayAt(millis(one.slot.startsAt), one.school.zone);
    const key = `${one.opportunity.opportunityId} ${day}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
