/** The page at the door: which day of an opportunity is shown, and whose rows, as it is asked for and again with what went wrong. */
import { randomUUID } from 'node:crypto';
import { CHECK_IN_PARAMETERS, deskPaths } from '#contracts/desk-pages.ts';
import type { PersonId, SlotId } from '#contracts/values.ts';
import { dayAt } from '#domain/days.ts';
import { millis } from '#domain/time.ts';
import { checkInOpensAt, lengthOf } from '#domain/volunteering/attendance.ts';
import type { OpportunityState, Schools, SlotLedger } from '#domain/volunteering/ports.ts';
import { roster } from '#domain/volunteering/roster.ts';
import { type DeskCheckInModel, type DoorSlot, deskCheckInPage, readWalkInForm } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { RosterPorts } from './_people.ts';

export type DoorPorts = DeskPorts & RosterPorts & { readonly schools: Schools };

type Shown = Pick<DeskCheckInModel, 'done' | 'problem' | 'posted' | 'already'> & {
  readonly status?: number;
  /** A walk-in as it was typed. */
  readonly values?: DeskCheckInModel['walkIn']['values'];
};

/** `asked`: the query of the page, or what a form of it sent along. */
export async function showDoor(
  ports: DoorPorts,
  visit: DeskVisit,
  request: HttpRequest,
  state: OpportunityState,
  asked: URLSearchParams,
  { status, values, ...more }: Shown = {},
): Promise<HttpResponse> {
  const { opportunity } = state;
  const zone = (await ports.schools.find(opportunity.schoolId))?.zone ?? ports.district.zone;
  const now = ports.clock.now();
  const scanned = asked.get(CHECK_IN_PARAMETERS.one) ?? undefined;
  const holder = scanned === undefined ? undefined : holderOf(state, scanned);
  const days = daysOf(state, zone);
  const { day } = chosenDay(days, asked.get(CHECK_IN_PARAMETERS.day), holder?.startsAt ?? [], { now, zone });
  const ofDay = days.find((one) => one.day === day)?.slotIds ?? [];
  const slots = await doorSlots(ports, state, ofDay, now);
  const empty = {
    slotId: slots.length === 1 ? (ofDay[0] ?? '') : '',
    places: '1',
    language: ports.district.languages[0] ?? 'en',
    makeRoom: 'yes',
  };
  const html = deskCheckInPage(
    { ...pageContext(ports, request), url: deskPaths.checkIn(opportunity.opportunityId, { [CHECK_IN_PARAMETERS.day]: day }) },
    {
      reader: readerOf(visit),
      opportunity,
      zone,
      days: days.map(({ day: one, startsAt }) => ({ day: one, ...(startsAt !== undefined && { startsAt }) })),
      day,
      slots,
      search: asked.get(CHECK_IN_PARAMETERS.search) ?? '',
      ...(scanned !== undefined && { scanned: { signUpId: scanned, ...(holder && { personId: holder.personId }) } }),
      walkIn: {
        values: values ?? readWalkInForm(new URLSearchParams(empty)),
        // a form that is shown again is another request: nothing came of the one before
        formKey: randomUUID(),
        isOpen: values !== undefined,
      },
      ...more,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}

/** Who has places by the sign-up, and when: then, and whenever else they have some here. */
function holderOf({ ledgers }: OpportunityState, signUpId: string) {
  for (const { claims, startsAt } of ledgers) {
    const personId = (Object.keys(claims) as PersonId[]).find((one) => claims[one]?.signUpId === signUpId);
    if (personId === undefined) continue;
    const others = ledgers.filter((one) => one.claims[personId]).map((one) => one.startsAt);
    return { personId, startsAt: [startsAt, ...others].filter((at) => at !== undefined) };
  }
  return undefined;
}

interface Day {
  readonly day: string;
  readonly startsAt?: string;
  readonly slotIds: readonly SlotId[];
}

/** Days with their slots, in order; what has none comes last, as the day `none`. */
function daysOf({ ledgers }: OpportunityState, zone: string): readonly Day[] {
  const days = new Map<string, Day>();
  for (const { slotId, startsAt } of ledgers.toSorted(byStart)) {
    const day = startsAt === undefined ? 'none' : dayAt(millis(startsAt), zone);
    const there = days.get(day) ?? { day, ...(startsAt !== undefined && { startsAt }), slotIds: [] };
    days.set(day, { ...there, slotIds: [...there.slotIds, slotId] });
  }
  return [...days.values()];
}

/** The day that was asked for; else today, for who scanned a code if its person has something today, else the day of the code; else the next one, or the last. */
function chosenDay(
  days: readonly Day[],
  asked: string | null,
  scannedAt: readonly string[],
  { now, zone }: { readonly now: number; readonly zone: string },
): Pick<Day, 'day'> {
  const today = dayAt(now, zone);
  const theirs = scannedAt.map((at) => dayAt(millis(at), zone));
  const wanted = asked ?? (theirs.includes(today) ? today : (theirs[0] ?? today));
  const dated = days.filter(({ startsAt }) => startsAt !== undefined);
  return days.find(({ day }) => day === wanted) ?? dated.find(({ day }) => day >= today) ?? dated.at(-1) ?? days[0] ?? { day: '' };
}

async function doorSlots(ports: DoorPorts, state: OpportunityState, slotIds: readonly SlotId[], now: number): Promise<readonly DoorSlot[]> {
  const isShown = ({ slotId }: { readonly slotId: SlotId }): boolean => slotIds.includes(slotId);
  const slots = state.opportunity.slots.filter(isShown);
  const ledgers = state.ledgers.filter(isShown);
  const shown = await roster(ports)({ opportunity: { ...state.opportunity, slots }, ledgers });
  return shown.slots.flatMap((one) => {
    const ledger = ledgers.find(({ slotId }) => slotId === one.slot.slotId);
    if (!ledger) return [];
    const opensAt = checkInOpensAt(ledger);
    return [{ ...one, minutes: lengthOf(ledger), ...(now < millis(opensAt) && { opensAt }) }];
  });
}

const startOf = ({ startsAt }: SlotLedger): number => (startsAt === undefined ? Number.MAX_SAFE_INTEGER : millis(startsAt));
const byStart = (a: SlotLedger, b: SlotLedger): number => startOf(a) - startOf(b);
