/** The search of the history on a page of the desk. Members and things are named by fingerprints: an address of staff is in no URL. */
import { deskPaths } from '#contracts/desk-pages.ts';
import { Month } from '#contracts/resources/history.ts';
import { type HistorySource, kindOf, monthBeside, monthOfHistory } from '#domain/desk/search-history.ts';
import type { Ids } from '#domain/ports.ts';
import { iso } from '#domain/time.ts';
import { deskHistoryPage } from '#web/desk/index.ts';
import { type DeskVisit, readerOf } from '../_http/desk.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { StaffPagePorts } from './_staff-page.ts';

export type HistoryPagePorts = StaffPagePorts & { readonly histories: readonly HistorySource[]; readonly ids: Pick<Ids, 'fingerprint'> };

export async function showHistory(ports: HistoryPagePorts, visit: DeskVisit, request: HttpRequest): Promise<HttpResponse> {
  const thisMonth = iso(ports.clock.now()).slice(0, 'yyyy-mm'.length);
  const asked = Month.safeParse(request.query.get('month'));
  const month = asked.success && asked.data <= thisMonth ? asked.data : thisMonth;
  const [{ entries, complete }, { members }] = await Promise.all([
    monthOfHistory(ports)({ member: visit.member, month }),
    ports.register.all(),
  ]);
  const { fingerprint } = ports.ids;
  const chosen = { who: text(request, 'who'), kind: text(request, 'kind'), thing: text(request, 'thing') };
  const rows = entries.map((entry) => ({ ...entry, whoKey: fingerprint(entry.by), thingKey: fingerprint(entry.about) }));
  const shown = rows.filter(
    (row) =>
      (chosen.who === '' || row.whoKey === chosen.who) &&
      (chosen.kind === '' || kindOf(row) === chosen.kind) &&
      (chosen.thing === '' || row.thingKey === chosen.thing),
  );
  const names = new Map(members.map(({ email, name }) => [email, name]));
  const who = [...new Map(rows.map(({ whoKey, by }) => [whoKey, names.get(by) ?? by]))];
  const html = deskHistoryPage(
    { ...pageContext(ports, request), url: deskPaths.history },
    {
      reader: readerOf(visit),
      month,
      earlier: monthBeside(month, -1),
      ...(month < thisMonth && { later: monthBeside(month, 1) }),
      rows: shown,
      complete,
      chosen,
      who: who.map(([key, name]) => ({ key, name })),
      kinds: [...new Set(rows.map(kindOf))].sort(),
      nameOf: (email) => names.get(email) ?? email,
    },
  );
  return page(html, request);
}

const text = (request: HttpRequest, name: string): string => request.query.get(name) ?? '';
