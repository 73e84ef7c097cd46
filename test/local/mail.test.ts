/** The local mail service takes what the real SES client sends, keeps it, tells it, and shows it without running it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHandler as onMailTold } from '#functions/messaging/on-mail-told.ts';
import type { Bus, BusEntry } from '#local/bus.ts';
import { SharedClock } from '#local/clock.ts';
import { startMail } from '#local/mail.ts';
import { personId } from '#test/support/builders.ts';
import { fakeMailLedger } from '#test/support/fake-mail.ts';
import { fakeClock } from '#test/support/fakes.ts';
import { temporaryFolder } from './fixtures/assembly.ts';

async function mailService(folder = temporaryFolder()) {
  const told: BusEntry[] = [];
  const bus = { put: (entries: readonly BusEntry[]) => void told.push(...entries) } as unknown as Bus;
  const clock = new SharedClock();
  const mail = await startMail(folder, bus, clock);
  await new Promise<void>((resolve) => mail.server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(mail.server.address() as AddressInfo).port}`;
  const client = new SESClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
  onTestFinished(async () => {
    client.destroy();
    mail.server.close(() => {}).closeAllConnections();
    await mail.stop();
  });
  return {
    url,
    told,
    clock,
    mailbox: mail.mailbox,
    send: (raw: string, tags: Readonly<Record<string, string>> = {}, to = 'ana@example.org') =>
      client.send(
        new SendRawEmailCommand({
          RawMessage: { Data: Buffer.from(raw) },
          Source: 'crosswalk@riverbend.example',
          Destinations: [to],
          ConfigurationSetName: 'the-set',
          Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
        }),
      ),
    page: async (path: string) => {
      const response = await fetch(`${url}${path}`);
      return { response, text: await response.text() };
    },
  };
}

const rawMail = (subject = 'Hello', html = '<p>Hi</p>'): string =>
  [
    'From: Crosswalk <crosswalk@riverbend.example>',
    'To: ana@example.org',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--b',
    'Content-Type: text/calendar; method=REQUEST',
    'Content-Disposition: attachment; filename="../in vite.ics"',
    '',
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
    '--b--',
    '',
  ].join('\r\n');

const busEvent = (type: string, detail: unknown) => ({
  id: '1',
  version: '0',
  account: '1',
  time: '2027-03-01T12:00:00Z',
  region: 'us-east-1',
  resources: [],
  source: 'aws.ses',
  'detail-type': type,
  detail,
});

const idIn = (page: string): string => /href="\/mail\/([^"]+)"/.exec(page)?.[1] ?? '';

describe('a mail sent by the real client', () => {
  it('is kept byte for byte, dated by the shared clock', async () => {
    const folder = temporaryFolder();
    const { send, mailbox, clock } = await mailService(folder);
    clock.offsetMs = Date.parse('2031-05-01T12:00:00Z') - Date.now();
    await send(rawMail('Grüße'));
    const [file = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(rawMail('Grüße'));
    expect(mailbox.all()).toMatchObject([{ at: expect.stringMatching(/^2031-05-01T12-0/), raw: rawMail('Grüße') }]);
  });

  it('is told on the default bus with its id and tags, once it is kept', async () => {
    const { send, told } = await mailService();
    const { MessageId } = await send(rawMail(), { messageKey: 'confirmation.sub_1', other: 'x' });
    expect(MessageId).toBeTruthy();
    expect(told[0]).toMatchObject({ Source: 'aws.ses', DetailType: 'Email Sent' });
    expect(told[0]?.EventBusName).toBeUndefined();
    expect(JSON.parse(told[0]?.Detail ?? '')).toMatchObject({
      eventType: 'Send',
      mail: { messageId: MessageId, tags: { messageKey: ['confirmation.sub_1'], other: ['x'], 'ses:configuration-set': ['the-set'] } },
    });
  });

  it.each([
    ['ana@example.org', ['Send', 'Delivery']],
    ['success@simulator.amazonses.com', ['Send', 'Delivery']],
    ['ooto+1@simulator.amazonses.com', ['Send', 'Delivery']],
    ['bounce@simulator.amazonses.com', ['Send', 'Bounce']],
    ['Bounce+Ana.Gomez@simulator.amazonses.com', ['Send', 'Bounce']],
    ['complaint+b@simulator.amazonses.com', ['Send', 'Delivery', 'Complaint']],
    ['suppressionlist@simulator.amazonses.com', ['Send', 'Bounce']],
    ['bounce@simulator.amazonses.com.example', ['Send', 'Delivery']],
    ['unbounce@simulator.amazonses.com', ['Send', 'Delivery']],
  ])('to %s is told to have gone through %j, and a function understands it', async (to, fates) => {
    const { send, told } = await mailService();
    await send(rawMail(), { messageKey: 'link.r1' }, to);
    const details = told.map(({ Detail }) => JSON.parse(Detail));
    expect(details.map(({ eventType }) => eventType)).toEqual(fates);
    expect(details.map(({ mail }) => mail.destination)).toEqual(fates.map(() => [to]));
    const ledger = fakeMailLedger();
    const consume = onMailTold({ ...ledger, clock: fakeClock(), zone: 'America/New_York' });
    await ledger.lease('link/r1', personId(), 0, 1);
    for (const { DetailType, Detail } of told) await consume(busEvent(DetailType, JSON.parse(Detail)));
    expect(ledger.entries.get('link/r1')?.fates).toHaveLength(fates.length);
    expect(await ledger.isSuppressed(personId())).toBe(fates.includes('Bounce') || fates.includes('Complaint'));
  });

  it('that SES would refuse is refused, neither kept nor told', async () => {
    const { url, told, mailbox } = await mailService();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=SendRawEmail&Version=2010-12-01',
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect([told, mailbox.all()]).toEqual([[], []]);
  });

  it('is there for the next runtime, newest first', async () => {
    const folder = temporaryFolder();
    const first = await mailService(folder);
    await first.send(rawMail('older'));
    first.clock.offsetMs = 60_000;
    await first.send(rawMail('newer'));
    const second = await mailService(folder);
    const subjects = second.mailbox.all().map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw)?.[1]);
    expect(subjects).toEqual(['newer', 'older']);
  });
});

describe('the mailbox', () => {
  it('says so when there is no mail yet, and when a mail is not there', async () => {
    const { page } = await mailService();
    expect((await page('/')).text).toContain('No mail yet');
    const missing = await page('/mail/nothing');
    expect([missing.response.status, missing.text.includes('There is no such mail')]).toEqual([404, true]);
  });

  it('lists a mail and shows a hostile subject as words', async () => {
    const { send, page } = await mailService();
    await send(rawMail('<script>alert(1)</script> "quoted"'));
    const list = (await page('/')).text;
    expect(list).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot;');
    const mail = (await page(`/mail/${idIn(list)}`)).text;
    for (const text of [list, mail]) expect(text).not.toContain('<script');
    expect(list).toContain('ana@example.org');
  });

  it('shows the HTML in a sandbox: nothing in it can run', async () => {
    const { send, page } = await mailService();
    await send(rawMail('x', '<script>alert(1)</script><p>Hi</p>'));
    const id = idIn((await page('/')).text);
    const shown = await page(`/mail/${id}/html`);
    const policy = shown.response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox/);
    expect(policy).not.toContain('allow-scripts');
    expect(shown.text).toContain('<p>Hi</p>');
    expect((await page(`/mail/${id}`)).text).toMatch(/<iframe[^>]+sandbox="(?![^"]*allow-scripts)/);
  });

  it('gives attachments as downloads under a harmless name, and the source', async () => {
    const { send, page } = await mailService();
    await send(rawMail());
    const id = idIn((await page('/')).text);
    const attachment = await page(`/mail/${id}/0`);
    expect(attachment.response.headers.get('content-type')).toContain('text/calendar');
    expect(attachment.response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.ics"$/);
    expect(attachment.response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(attachment.text).toContain('BEGIN:VCALENDAR');
    expect((await page(`/mail/${id}/source`)).text).toBe(rawMail());
  });
});
