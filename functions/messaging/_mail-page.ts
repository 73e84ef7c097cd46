/** The desk's page of mails: as it is asked for, and again with what went wrong with its form. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { mailFigures } from '#adapters/dynamo/mail-figures.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { suppressions } from '#adapters/dynamo/suppressions.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { transactionsOn } from '#adapters/dynamo/transactions.ts';
import { deskSeals } from '#adapters/identity/seals.ts';
import { staffTokens } from '#adapters/identity/staff-tokens.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { deskKey } from '#adapters/system/district-secret.ts';
import { deskPaths } from '#contracts/desk-pages.ts';
import type { StaffHistoryEntry } from '#contracts/resources/history.ts';
import { mayDo } from '#domain/desk/authorise.ts';
import { monthBeside } from '#domain/desk/search-history.ts';
import type { MailFigures, Suppressions } from '#domain/messaging/health-ports.ts';
import { listSuppressed } from '#domain/messaging/lift-suppression.ts';
import { mailHealth } from '#domain/messaging/mail-health.ts';
import type { StaffHistory } from '#domain/ports.ts';
import { iso } from '#domain/time.ts';
import { type DeskMailModel, deskMailPage } from '#web/desk/index.ts';
import { changing } from '../_http/changing.ts';
import { type DeskPorts, type DeskVisit, readerOf } from '../_http/desk.ts';
import type { HttpFunction } from '../_http/http-function.ts';
import { pageContext } from '../_http/pages.ts';
import type { HttpRequest } from '../_http/request.ts';
import { type HttpResponse, page } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';

export type MailDeskPorts = StaffPorts &
  DeskPorts & {
    readonly mailFigures: MailFigures;
    readonly suppressions: Suppressions;
    /** Of messaging. */
    readonly lifts: Pick<StaffHistory, 'inMonth'>;
    readonly zone: string;
  };

/** Entries of messaging's history that are looked through, of a month. */
const LOOKED_AT = 200;

/** A form that was posted, or is asked for. */
interface Asked {
  /** Whose address is about to have mail again. */
  readonly personId?: string | undefined;
  readonly reason?: string;
  readonly errors?: NonNullable<DeskMailModel['lifting']>['errors'];
  readonly problem?: DeskMailModel['problem'];
  readonly status?: number;
}

export async function showMail(ports: MailDeskPorts, visit: DeskVisit, request: HttpRequest, asked: Asked = {}): Promise<HttpResponse> {
  const { member } = visit;
  const onWall = request.query.get('screen') === 'wall';
  const [health, listed, lifts] = await Promise.all([
    mailHealth(ports)(),
    mayDo(member, 'mail.addresses', {}) && !onWall ? listSuppressed(ports)() : undefined,
    mayDo(member, 'mail.manage', {}) && !onWall ? latelyLifted(ports) : undefined,
  ]);
  const address = lifts && listed?.suppressed.find(({ personId }) => personId === asked.personId);
  const done = request.query.get('done');
  const html = deskMailPage(
    { ...pageContext(ports, request), url: deskPaths.mail },
    {
      reader: readerOf(visit),
      health,
      onWall,
      ...(listed && { suppressed: { addresses: listed.suppressed, complete: listed.complete } }),
      ...(lifts && { lifts }),
      ...(address?.email !== undefined && {
        lifting: { address, email: address.email, reason: asked.reason ?? '', errors: asked.errors ?? [] },
      }),
      ...(done !== null && { done }),
      ...(asked.problem && { problem: asked.problem }),
    },
  );
  if (asked.status !== undefined) return page(html, request, { status: asked.status });
  const { asOf: _always, ...shown } = health;
  return changing(page(html, request), request, [shown, listed, lifts]);
}

/** In this month and the one before, the latest first. */
async function latelyLifted({ lifts, clock }: MailDeskPorts): Promise<readonly StaffHistoryEntry[]> {
  const month = iso(clock.now()).slice(0, 'yyyy-mm'.length);
  const both = await Promise.all([month, monthBeside(month, -1)].map((one) => lifts.inMonth(one, LOOKED_AT)));
  return both.flat().filter(({ what }) => what === 'suppression.lifted');
}

export const mailDeskHandler = (createHandler: (ports: MailDeskPorts) => HttpFunction) =>
  live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
    const env = environment(['DESK_TABLE', 'MESSAGING_TABLE', 'DESK_SECRET', 'STAFF_ISSUER', 'STAFF_CLIENT', 'DISTRICT']);
    const client = dynamoClient();
    const table = tableOn(client, env.MESSAGING_TABLE);
    return createHandler({
      staff: staffDirectory(tableOn(client, env.DESK_TABLE)),
      staffTokens: staffTokens(env.STAFF_ISSUER, env.STAFF_CLIENT),
      seals: deskSeals(deskKey(env.DESK_SECRET)),
      mailFigures: mailFigures(table),
      suppressions: suppressions(table, transactionsOn(client, env.MESSAGING_TABLE)),
      lifts: staffHistory(table),
      district: env.DISTRICT,
      zone: env.DISTRICT.zone,
      clock: systemClock,
    });
  });
