/** What a person's whole way through the site writes into the log: nothing that tells who it was. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DomainEvent } from '#contracts/events/index.ts';
import { ledgerEvent, linkRequestedEvent } from '#domain/volunteering/ledger-events.ts';
import { createHandler as onLinkRequested } from '#functions/messaging/on-link-requested.ts';
import { createHandler as tellOfSignUp } from '#functions/messaging/on-sign-up-changed.ts';
import { createHandler as recordSignUp } from '#functions/volunteering/on-sign-up-changed.ts';
import { aShift, slotId } from '#test/support/builders.ts';
import { world } from '#test/support/world.ts';
import { type SitePorts, site } from './http.ts';
import { anaForm, OPPORTUNITY_PATH } from './people.ts';

const PERSON = { name: 'Xiomara Quetzal', email: 'xiomara.q@example.org', phone: '217-555-0198' } as const;
const TELLING = [PERSON.name, 'Xiomara', 'Quetzal', PERSON.email, 'xiomara', PERSON.phone, '5550198', '555-0198'];

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => Boolean(lines.push(String(text))));
  }
});
afterEach(() => vi.restoreAllMocks());

/** Signs up, asks for the link, looks, changes places, moves, cancels; and at each step things go wrong too. All mails are written. */
async function wholeWay(change: (ports: SitePorts) => SitePorts = (ports) => ports): Promise<readonly string[]> {
  const there = await world({ slots: [aShift(1), aShift(2)] });
  const here = site(there, change);
  const token = await here.tokenOf(PERSON.email);
  await here.post(OPPORTUNITY_PATH, anaForm({ ...PERSON, phone: 'x' }));
  await here.post(OPPORTUNITY_PATH, anaForm(PERSON));
  await here.post('/my-sign-ups', { email: PERSON.email });
  const page = await here.get(`/manage/${token}`);
  const signUpId = /sgn_[\w-]{16}/.exec(page.body)?.[0] ?? '';
  await here.get('/api/my-sign-ups', { headers: { authorization: `Bearer ${token}` } });
  for (const [what, form] of [
    ['places', { places: '3' }],
    ['places', { places: '99' }],
    ['move', { slotId: slotId(2) }],
    ['cancel', {}],
  ] as const) {
    await here.post(`/manage/${token}/${what}`, { signUpId, ...form });
  }
  await consumeAll(there);
  const tokens = there.mailer.sent.flatMap(({ mail }) => [...mail.text.matchAll(/\/manage\/([\w-]{32})/g)].map((match) => match[1] ?? ''));
  return [token, ...tokens];
}

async function consumeAll(there: Awaited<ReturnType<typeof world>>): Promise<void> {
  const consumers = [recordSignUp({ ...there.ports, retentionDays: 30 }), tellOfSignUp(there.mailPorts)];
  const tellLink = onLinkRequested(there.mailPorts);
  const call = async (consume: (typeof consumers)[number], event: DomainEvent) => {
    const bus = { id: '1', version: '0', account: '1', time: '', region: '', resources: [], source: event.source };
    await consume({ ...bus, 'detail-type': event.type, detail: event });
  };
  for (const image of [...there.volunteering.stream]) {
    const event = ledgerEvent(image);
    for (const consume of event ? consumers : []) if (event) await call(consume, event);
  }
  for (const request of there.volunteering.linkStream) await call(tellLink, linkRequestedEvent(request));
}

const findings = (tokens: readonly string[]): readonly string[] => {
  const written = lines.join('');
  return [...TELLING, ...tokens].filter((one) => written.toLowerCase().includes(one.toLowerCase()));
};

describe('the log', () => {
  it('of a whole way tells what was done, in lines of JSON, and not who did it', async () => {
    const tokens = await wholeWay();
    expect(tokens.length).toBeGreaterThan(2);
    expect(lines.filter((line) => line.includes('event consumed')).length).toBeGreaterThan(4);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(findings(tokens)).toEqual([]);
  });

  it('of a way on which everything breaks doesn’t either', async () => {
    const broken = (ports: SitePorts): SitePorts => ({
      ...ports,
      slots: { ...ports.slots, resize: fails, release: fails },
      linkRequests: { ...ports.linkRequests, put: fails },
    });
    const tokens = await wholeWay(broken);
    expect(lines.filter((line) => line.includes('request failed')).length).toBeGreaterThan(3);
    expect(findings(tokens)).toEqual([]);
  });

  it('would be found out here if it told the address', async () => {
    const telling = (ports: SitePorts): SitePorts => ({
      ...ports,
      people: {
        identify: async (email) => {
          process.stdout.write(`${JSON.stringify({ email })}\n`);
          return ports.people.identify(email);
        },
      },
    });
    expect(findings(await wholeWay(telling))).toContain(PERSON.email);
  });
});

const fails = (): Promise<never> => Promise.reject(new Error('the table did not answer'));
