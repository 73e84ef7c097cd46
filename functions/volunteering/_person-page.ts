/** One person of an opportunity on a page of the desk, and the form that adds one: as they are asked for, and again with what went wrong. */
import { randomUUID } from 'node:crypto';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { PersonId } from '#contracts/values.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { millis } from '#domain/time.ts';
import { personHere } from '#domain/volunteering/person-here.ts';
import type { OpportunityState, Schools } from '#domain/volunteering/ports.ts';
import { placesLeft } from '#domain/volunteering/slot-state.ts';
import { type DeskAddPersonModel, type DeskPersonModel, deskAddPersonPage, deskPersonPage, type SlotRoom } from '#web/desk/index.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { RosterPorts } from './_people.ts';

export type PersonPagePorts = DeskPorts & RosterPorts & { readonly schools: Schools; readonly history: StaffHistory };

interface Status {
  readonly status?: number;
}

/** Throws `sign-up.not-found` when nothing in the opportunity is the person's. */
export async function showPerson(
  ports: PersonPagePorts,
  visit: DeskVisit,
  request: HttpRequest,
  { opportunityId, personId }: { readonly opportunityId: OpportunityState['opportunity']['opportunityId']; readonly personId: PersonId },
  { status, ...more }: Pick<DeskPersonModel, 'done' | 'problem' | 'posted'> & Status = {},
): Promise<HttpResponse> {
  // as it is now: what was refused was refused by something newer than what the request began with
  const state = await ports.opportunities.load(opportunityId);
  const person = state && (await personHere(ports)(state, personId));
  if (!person) throw new Refusal('sign-up.not-found');
  const { opportunity } = state;
  const readsHistory = mayDo(visit.member, 'history.read', opportunity);
  const [zone, entries] = await Promise.all([
    zoneOf(ports, state),
    readsHistory ? Promise.all(person.about.map((about) => ports.history.about(about))) : [],
  ]);
  const html = deskPersonPage(
    { ...pageContext(ports, request), url: deskPaths.person(opportunityId, personId) },
    {
      reader: readerOf(visit),
      opportunity,
      zone,
      person,
      slots: roomOf(state),
      history: entries.flat().toSorted((a, b) => millis(a.at) - millis(b.at)),
      may: mayOf(visit, state),
      ...more,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}

export async function showAddPerson(
  ports: PersonPagePorts,
  visit: DeskVisit,
  request: HttpRequest,
  state: OpportunityState,
  { status, ...more }: Pick<DeskAddPersonModel, 'values' | 'errors' | 'problem' | 'personId'> & Status,
): Promise<HttpResponse> {
  const { opportunity } = state;
  const html = deskAddPersonPage(
    { ...pageContext(ports, request), url: deskPaths.addPerson(opportunity.opportunityId) },
    {
      reader: readerOf(visit),
      opportunity,
      zone: await zoneOf(ports, state),
      slots: roomOf(state),
      mayEdit: mayOf(visit, state).edit,
      // a form that is shown again is another request: nothing came of the one before
      formKey: randomUUID(),
      ...more,
    },
  );
  return page(html, request, status === undefined ? {} : { status });
}

const mayOf = ({ member }: DeskVisit, { opportunity }: OpportunityState) => ({
  manage: mayDo(member, 'people.manage', opportunity),
  edit: mayDo(member, 'opportunity.edit', opportunity),
});

const zoneOf = async ({ schools, district }: PersonPagePorts, { opportunity }: OpportunityState): Promise<string> =>
  (await schools.find(opportunity.schoolId))?.zone ?? district.zone;

/** Slots that can be filled, by time, undated last. One of a draft can't. */
function roomOf({ opportunity, ledgers }: OpportunityState): readonly SlotRoom[] {
  const start = ({ slot }: SlotRoom): number => (slot.startsAt === undefined ? Number.MAX_SAFE_INTEGER : millis(slot.startsAt));
  return opportunity.slots
    .flatMap((slot): readonly SlotRoom[] => {
      const ledger = ledgers.find(({ slotId }) => slotId === slot.slotId);
      return ledger ? [{ slot, placesLeft: placesLeft(ledger) }] : [];
    })
    .sort((a, b) => start(a) - start(b));
}
