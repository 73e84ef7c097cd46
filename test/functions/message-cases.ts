/** Each way an operation on messages of staff can end, and a request that leads there. */
import { listMessages, sendMessage } from '#contracts/api/volunteering-messages.ts';
import { opportunityId, slotId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import type { Case, Scene } from './api-cases.ts';
import { type Answer, type Sent, type Site, site } from './http.ts';
import { KEY, signedUp } from './people.ts';

export const MESSAGE = {
  slotIds: [slotId(1)],
  subject: { en: 'Bring a hat', es: 'Traiga un sombrero' },
  body: { en: 'It will be sunny.', es: 'Hará sol.' },
} as const;

const PATH = sendMessage.path.replace('{opportunityId}', opportunityId());

export const write = (here: Site, more: Partial<Sent> = {}, path: string = PATH): Promise<Answer> => {
  const headers = { ...asStaff(DANA), 'idempotency-key': KEY, ...more.headers };
  return here.send({ method: 'POST', path, ...(more.body === undefined && { json: MESSAGE }), ...more, headers });
};
/** After Ana took places in the first slot. */
const written =
  (more: Partial<Sent> = {}, path?: string) =>
  async ({ here }: Scene): Promise<Answer> => {
    await signedUp(here);
    return write(here, more, path);
  };

const look =
  (email: string, n = 1) =>
  async ({ here }: Scene) => {
    await signedUp(here);
    await write(here);
    return here.get(listMessages.path.replace('{opportunityId}', opportunityId(n)), { headers: asStaff(email) });
  };

const busy = ({ world }: Scene): Site =>
  site(world, (ports) => ({ ...ports, messages: { ...ports.messages, send: async () => ({ kind: 'busy' }) } }));

const operation = 'sendMessage';
export const MESSAGE_CASES: readonly Case[] = [
  { operation, code: 'success', ask: written() },
  {
    operation,
    code: 'success',
    name: 'again',
    ask: async (scene) => {
      await written()(scene);
      return write(scene.here);
    },
  },
  { operation, code: 'staff.unknown', ask: written({ headers: { authorization: 'Bearer nonsense' } }) },
  { operation, code: 'request.malformed', ask: written({ body: '{"a":', headers: { 'content-type': 'application/json' } }) },
  { operation, code: 'request.invalid', ask: written({ json: { ...MESSAGE, slotIds: [] } }) },
  { operation, code: 'request.invalid', name: 'for nobody', ask: written({ json: { ...MESSAGE, slotIds: [slotId(2)] } }) },
  { operation, code: 'request.invalid', name: 'with half a language', ask: written({ json: { ...MESSAGE, body: { en: 'Only.' } } }) },
  {
    operation,
    code: 'request.too-large',
    ask: written({ body: JSON.stringify('x'.repeat(65_536)), headers: { 'content-type': 'application/json' } }),
  },
  { operation, code: 'request.unsupported-type', ask: written({ body: 'a=1', headers: { 'content-type': 'text/plain' } }) },
  {
    operation,
    code: 'request.conflict',
    ask: async (scene) => {
      await signedUp(scene.here);
      return write(busy(scene));
    },
  },
  { operation, code: 'request-key.missing', ask: written({ headers: { 'idempotency-key': 'short' } }) },
  {
    operation,
    code: 'request-key.reused',
    ask: async (scene) => {
      await written()(scene);
      return write(scene.here, { json: { ...MESSAGE, body: { ...MESSAGE.body, en: 'It will rain.' } } });
    },
  },
  { operation, code: 'opportunity.not-found', ask: written({}, PATH.replace(opportunityId(), opportunityId(9))) },
  { operation, code: 'opportunity.not-found', name: 'to who only looks', ask: written({ headers: asStaff('pat@riverbend.example') }) },
  {
    operation,
    code: 'opportunity.not-found',
    name: 'to who runs another school',
    ask: written({ headers: asStaff('hannah@riverbend.example') }),
  },
  { operation, code: 'slot.not-found', ask: written({ json: { ...MESSAGE, slotIds: [slotId(1), slotId(9)] } }) },
  { operation: 'listMessages', code: 'success', ask: look(DANA) },
  { operation: 'listMessages', code: 'staff.unknown', ask: look('eve@example.org') },
  { operation: 'listMessages', code: 'opportunity.not-found', ask: look(DANA, 9) },
  { operation: 'listMessages', code: 'opportunity.not-found', name: 'to who only looks', ask: look('pat@riverbend.example') },
];
