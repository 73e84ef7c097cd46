/** `POST /api/opportunities/{opportunityId}/messages`, and its form at the desk: staff write to those who signed up. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { dynamoClient } from '#adapters/dynamo/client.ts';
import { suppressedAmong } from '#adapters/dynamo/suppressions.ts';
import { tableOn } from '#adapters/dynamo/table.ts';
import { sendMessage as contract } from '#contracts/api/volunteering-messages.ts';
import { deskFormPath, deskPaths } from '#contracts/desk-pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';
import { RequestKey } from '#contracts/values.ts';
import type { Suppressions } from '#domain/messaging/health-ports.ts';
import type { Ids } from '#domain/ports.ts';
import { holdersOf } from '#domain/volunteering/message-recipients.ts';
import type { Messages } from '#domain/volunteering/ports.ts';
import { messageDenied, sendMessage } from '#domain/volunteering/send-message.ts';
import { messageBody, readMessageForm } from '#web/desk/index.ts';
import { requestKey } from '../_http/api-route.ts';
import { deskFunction, deskRoute } from '../_http/desk.ts';
import type { HttpFunction, Routes } from '../_http/http-function.ts';
import { read } from '../_http/input.ts';
import { Refusal } from '../_http/refusal.ts';
import { type HttpResponse, seeOther } from '../_http/respond.ts';
import type { StaffPorts } from '../_http/staff.ts';
import { staffApiRoute } from '../_http/staff-operation.ts';
import { environment } from '../_runtime/env.ts';
import { live } from '../_runtime/live.ts';
import { type MessageFormPorts, showMessageForm, showPreview, writableBy } from './_desk-message.ts';
import { messagesIn } from './_messages.ts';
import { ofPeople } from './_people.ts';
import { staffVolunteeringPorts } from './_staff-route.ts';

type Ports = StaffPorts &
  MessageFormPorts & { readonly messages: Messages; readonly ids: Ids; readonly suppressions: Pick<Suppressions, 'among'> };

export function createHandler(ports: Ports): HttpFunction {
  const send = sendMessage({ ...ports, retentionDays: ports.district.retentionDays });
  const one = ofPeople(ports, contract, 'people.manage', ({ body, member, request, opportunity, ledgers }) =>
    send({ opportunity, ledgers }, { message: body, key: requestKey(request), by: member.email }),
  );
  return deskFunction(ports, { ...staffApiRoute(ports, one), ...atDesk(ports, send) });
}

/** The form is looked at first, and can be changed again; each time all of it goes along. */
function atDesk(ports: Ports, send: ReturnType<typeof sendMessage>): Routes {
  const route = deskRoute(ports, async (visit, request): Promise<HttpResponse> => {
    const subject = await writableBy(ports, visit, request);
    const values = readMessageForm(visit.form);
    const act = visit.form.get('do') ?? 'preview';
    const again = (more: Omit<Parameters<typeof showMessageForm>[4], 'values'>) =>
      showMessageForm(ports, visit, request, subject, { values, ...more });
    if (act === 'back') return again({});
    const parsed = read(contract.body, messageBody(values));
    if (!parsed.ok) return again({ errors: parsed.errors, status: 422 });
    const message = parsed.data;
    if (act !== 'send') {
      const denied = messageDenied(subject, message) ?? (holdersOf(subject, message.slotIds).length === 0 ? NOBODY : undefined);
      if (!denied) return showPreview(ports, visit, request, subject, { values, message });
      const errors = denied.code === 'request.invalid' ? denied.fields : [];
      return again({ errors, problem: denied.code, status: PROBLEM_STATUS[denied.code] });
    }
    const key = RequestKey.safeParse(values.key);
    if (!key.success) throw new Refusal('request-key.missing');
    const sent = await send(subject, { message, key: key.data, by: visit.member.email });
    if (sent.ok) return seeOther(deskPaths.message(subject.opportunity.opportunityId, sent.value.messageId));
    const { error } = sent;
    const errors = error.code === 'request.invalid' ? error.fields : [];
    return again({ errors, problem: error.code, status: PROBLEM_STATUS[error.code] });
  });
  return { [`POST ${deskFormPath(contract.path)}`]: route };
}

const NOBODY = { code: 'request.invalid', fields: [{ pointer: '/slotIds', code: 'slots.nobody', detail: '' }] } as const;

export const handler = live<APIGatewayProxyEventV2, Context, HttpResponse>(() => {
  const ports = staffVolunteeringPorts();
  const { MESSAGING_TABLE } = environment(['MESSAGING_TABLE']);
  const suppressions = suppressedAmong(tableOn(dynamoClient(), MESSAGING_TABLE));
  return createHandler({ ...ports, messages: messagesIn(ports.volunteeringTable), suppressions });
});
