/** Mails as mail programs read them, and what sending one can come to. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESClient } from '@aws-sdk/client-ses';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { decode } from '#adapters/images/decode.ts';
import { compose, mailer } from '#adapters/ses/mailer.ts';
import { type Mail, MailNotSent } from '#domain/messaging/ports.ts';
import { dotsIn, readQr } from '#test/support/qr-reader.ts';
import { district } from '#test/web/district.ts';
import { letters } from '#test/web/letters.ts';
import { renderLetter } from '#web/emails/index.ts';

const sender = { name: 'Springfield Schools, Volunteering', email: 'volunteer@district.example' };
const ICS = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
const aMail = (with_: Partial<Mail> = {}): Mail => ({
  to: { name: 'Ana Gómez', email: 'ana@example.org' },
  subject: 'Tu inscripción: Feria de primavera 🎪',
  html: '<p>¡Gracias, Ana!</p>',
  text: '¡Gracias, Ana!',
  replyTo: 'rivera@lincoln.example',
  language: 'es',
  ...with_,
});
const raw = async (mail: Mail): Promise<string> => (await compose(mail, sender)).toString('latin1');
const parsed = async (mail: Mail) => simpleParser(await compose(mail, sender));
/** A picture as a camera sees it. */
async function pixelsOf(png: Uint8Array) {
  const pixels = await decode('png', png, 1 << 28);
  if (!pixels) throw new Error('the picture must be one');
  const { width, data } = pixels;
  return { width, isDark: (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 128 };
}
/** Header lines of the mail itself, unfolded. */
const headers = async (mail: Mail): Promise<readonly string[]> =>
  ((await raw(mail)).split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');

describe('a composed mail', () => {
  it('says who, to whom, where answers go, and the same in text and HTML', async () => {
    const mail = await parsed(aMail());
    expect(mail).toMatchObject({
      subject: 'Tu inscripción: Feria de primavera 🎪',
      text: '¡Gracias, Ana!',
      html: '<p>¡Gracias, Ana!</p>',
    });
    expect(mail.from?.value).toEqual([{ name: sender.name, address: sender.email }]);
    expect([mail.to].flat()[0]?.value).toEqual([{ name: 'Ana Gómez', address: 'ana@example.org' }]);
    expect(mail.replyTo?.value[0]?.address).toBe('rivera@lincoln.example');
  });

  it('says its language and that no person wrote it', async () => {
    const all = await headers(aMail());
    expect(all).toContain('Content-Language: es');
    expect(all).toContain('Auto-Submitted: auto-generated');
  });

  it('says where the like of it is stopped with one click, as RFC 8058 asks, and only where it can be', async () => {
    const unsubscribeUrl = `https://volunteer.district.example/manage/${'t'.repeat(32)}/mails/unsubscribe`;
    const { headers: read } = await parsed(aMail({ unsubscribeUrl }));
    expect(read.get('list')).toMatchObject({
      unsubscribe: { url: unsubscribeUrl },
      'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
    });
    expect(await headers(aMail({ unsubscribeUrl }))).toEqual(
      expect.arrayContaining([`List-Unsubscribe: <${unsubscribeUrl}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click']),
    );
    expect((await headers(aMail())).filter((line) => line.startsWith('List-'))).toEqual([]);
  });

  it('has no answer address when none is given', async () => {
    const { replyTo: _none, ...mail } = aMail();
    expect((await parsed(mail)).replyTo).toBeUndefined();
  });

  it.each(['REQUEST', 'CANCEL'] as const)('carries its calendar as an alternative with the method %s', async (method) => {
    const text = (await raw(aMail({ calendar: { method, content: ICS } }))).replaceAll(/\r\n[ \t]+/g, ' ');
    const alternative = text.slice(text.indexOf('multipart/alternative'));
    expect(alternative).toMatch(
      new RegExp(`Content-Type: text/calendar; (charset=utf-8; method=${method}|method=${method}; charset=utf-8)`),
    );
    expect(alternative).toContain('text/plain');
    expect(alternative).toContain('text/html');
  });

  it('carries its files as they are', async () => {
    const contentType = 'text/calendar; method=REQUEST; charset=utf-8';
    const mail = await parsed(aMail({ attachments: [1, 2].map((n) => ({ filename: `shift-${n}.ics`, contentType, content: ICS })) }));
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['shift-1.ics', 'shift-2.ics']);
    expect(mail.attachments[0]?.content.toString()).toBe(ICS);
    expect(mail.attachments[0]?.contentType).toBe('text/calendar');
  });

  it('shows the code for the door inside it, as a small picture that says its address', async () => {
    const [letter] = letters('en');
    if (letter === undefined) throw new Error('there must be a letter');
    const words = renderLetter(letter, district);
    const calendar = { method: 'REQUEST', content: ICS } as const;
    const attachments = [{ filename: 'invite.ics', contentType: 'text/calendar; method=REQUEST; charset=utf-8', content: ICS }];
    const given = aMail({ ...words, calendar, attachments });
    const source = (await raw(given)).replaceAll(/\r\n[ \t]+/g, ' ');
    // in the order in which the parts hold each other: files beside the mail, its bodies, the HTML with its picture
    const parts = [...source.matchAll(/^Content-Type: ([\w/]+)/gim)].map(([, type]) => type);
    expect(parts).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'multipart/related',
      'text/html',
      'image/png',
      'text/calendar',
      'text/calendar',
    ]);
    const { attachments: files } = await simpleParser(source, { skipImageLinks: true });
    const pictures = files.filter(({ related }) => related);
    expect(files).toHaveLength(3);
    expect(pictures.map(({ cid, contentType, contentDisposition }) => ({ cid, contentType, contentDisposition }))).toEqual([
      { cid: words.codes?.[0]?.cid, contentType: 'image/png', contentDisposition: 'inline' },
    ]);
    const content = pictures[0]?.content ?? Buffer.alloc(0);
    expect(content.length).toBeLessThan(3 * 1024);
    const { dots, quiet } = dotsIn(await pixelsOf(content));
    expect(readQr(dots)).toBe(words.codes?.[0]?.url);
    expect(Math.round(quiet)).toBe(4);
  });

  const BREAKS = [
    '\r\nBcc: thief@example.net',
    '\nBcc: thief@example.net',
    '\rBcc: thief@example.net',
    '\r\n\r\nBcc: thief@example.net',
    '\0',
  ];
  const places: readonly [string, (text: string) => Partial<Mail>][] = [
    ['the name', (text) => ({ to: { name: `Ana${text}`, email: 'ana@example.org' } })],
    ['the subject', (text) => ({ subject: `Gracias${text}` })],
    ['the answer address', (text) => ({ replyTo: `rivera@lincoln.example${text}` })],
    ['the address', (text) => ({ to: { name: 'Ana', email: `ana@example.org${text}` } })],
    ['the language', (text) => ({ language: `es${text}` })],
  ];
  it.each(places.flatMap(([name, with_]) => BREAKS.map((text) => [name, JSON.stringify(text), with_(text)] as const)))(
    'gets no header by %s with %s',
    async (_name, _text, with_) => {
      const names = (await headers(aMail(with_))).map((line) => line.split(':')[0]?.toLowerCase());
      expect(names).not.toContain('bcc');
      expect([...new Set(names)]).toEqual(names);
      expect(names).toEqual((await headers(aMail())).map((line) => line.split(':')[0]?.toLowerCase()));
      const mail = await parsed(aMail(with_));
      expect(mail.bcc).toBeUndefined();
      expect(mail.text).toBe('¡Gracias, Ana!');
    },
  );
});

describe('sending', () => {
  const open: Server[] = [];
  afterEach(() => {
    for (const server of open.splice(0)) server.close();
  });
  /** A mail service that answers so; what it was asked. */
  async function service(status: number, body: string): Promise<{ readonly client: SESClient; readonly asked: URLSearchParams[] }> {
    const asked: URLSearchParams[] = [];
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => {
        asked.push(new URLSearchParams(text));
        if (status === 0) request.socket.destroy();
        else response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
      });
    });
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new SESClient({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials, maxAttempts: 1 });
    return { client, asked };
  }
  const TAKEN =
    '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>ses-1</MessageId></SendRawEmailResult></SendRawEmailResponse>';
  const error = (code: string): string => `<ErrorResponse><Error><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
  const sendTo = async (status: number, body: string, with_: Partial<Mail> = {}) => {
    const { client, asked } = await service(status, body);
    const outcome = await mailer(client, sender, 'tracking')
      .send('confirmation/abc', aMail(with_))
      .catch((failure: unknown) => failure);
    return { outcome, asked };
  };

  it('hands over one mail, to its person alone, with the key its events will name', async () => {
    const { outcome, asked } = await sendTo(200, TAKEN);
    expect(outcome).toEqual({ serviceId: 'ses-1' });
    const [request] = asked;
    expect(Object.fromEntries(request ?? [])).toMatchObject({
      Action: 'SendRawEmail',
      'Destinations.member.1': 'ana@example.org',
      ConfigurationSetName: 'tracking',
      'Tags.member.1.Name': 'messageKey',
      'Tags.member.1.Value': 'confirmation.abc',
    });
    expect(request?.has('Destinations.member.2')).toBe(false);
    const mail = await simpleParser(Buffer.from(request?.get('RawMessage.Data') ?? '', 'base64'));
    expect(mail.subject).toBe(aMail().subject);
  });

  it.each([
    [400, 'MessageRejected'],
    [400, 'Throttling'],
    [403, 'AccessDenied'],
  ])('is surely not done after %i %s', async (status, code) => {
    const { outcome, asked } = await sendTo(status, error(code));
    expect(outcome).toBeInstanceOf(MailNotSent);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['500', 500, error('InternalFailure')],
    ['503', 503, error('ServiceUnavailable')],
    ['no answer', 0, ''],
    ['an answer without an id', 200, TAKEN.replace('<MessageId>ses-1</MessageId>', '')],
  ])('is not known to be done or not after %s, and not tried again', async (_name, status, body) => {
    const { outcome, asked } = await sendTo(status, body);
    expect(outcome).toBeInstanceOf(Error);
    expect(outcome).not.toBeInstanceOf(MailNotSent);
    expect(asked).toHaveLength(1);
  });

  it('is surely not done when there is no mail to send', async () => {
    const unreadable = { contentType: 'text/plain', filename: 'a', content: { path: '/etc/hostname' } as unknown as string };
    const { outcome, asked } = await sendTo(200, TAKEN, { attachments: [unreadable] });
    expect(outcome).toBeInstanceOf(MailNotSent);
    expect(asked).toEqual([]);
  });
});
