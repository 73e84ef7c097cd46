/**
 * The mail service: SES's own calls are answered by `aws-ses-v2-local`; what it takes is kept as the raw mail in the data folder, and what becomes of
 * it is told on the default bus as a configuration set with an EventBridge destination would.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Bus } from './bus.ts';
import type { SharedClock } from './clock.ts';
import { freePort } from './engine.ts';
import { eventsAbout } from './mail-events.ts';
import { mailboxPage } from './mailbox.ts';

// a CommonJS module, whose default export every loader finds in another place; `require` gives it as it is
const { default: sesLocal } = createRequire(import.meta.url)('aws-ses-v2-local') as typeof import('aws-ses-v2-local', { with: {
  'resolution-mode': 'require',
}});

export interface Kept {
  readonly id: string;
  readonly at: string;
  readonly raw: string;
}

export class Mailbox {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }
  keep(id: string, at: string, raw: Buffer): void {
    writeFileSync(join(this.#folder, `${at.replaceAll(':', '-')}_${id}.eml`), raw);
  }
  /** Newest first. */
  all(): readonly Kept[] {
    return readdirSync(this.#folder)
      .filter((file) => file.endsWith('.eml'))
      .sort()
      .reverse()
      .map((file) => {
        const [at = '', id = ''] = file.replace(/\.eml$/, '').split('_');
        return { id, at, raw: readFileSync(join(this.#folder, file), 'utf8') };
      });
  }
}

export interface MailService {
  readonly mailbox: Mailbox;
  /** SES's calls and the mailbox's pages; the caller lets it listen. */
  readonly server: Server;
  stop(): Promise<void>;
}

export async function startMail(folder: string, bus: Bus, clock: SharedClock): Promise<MailService> {
  const port = await freePort();
  const service = await sesLocal({ host: '127.0.0.1', port });
  const mailbox = new Mailbox(folder);
  const server = createServer((request, response) => {
    const answer =
      request.method === 'POST' ? sendMail(request, response, port, { mailbox, bus, clock }) : mailboxPage(request, response, mailbox);
    answer.catch((error: unknown) => {
      console.error('the mailbox failed', error);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  return {
    mailbox,
    server,
    async stop() {
      service.closeAllConnections();
      await new Promise((resolve) => service.close(resolve));
    },
  };
}

async function sendMail(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  { mailbox, bus, clock }: { readonly mailbox: Mailbox; readonly bus: Bus; readonly clock: SharedClock },
): Promise<void> {
  const body = await text(request);
  const upstream = await fetch(`http://127.0.0.1:${port}${request.url}`, {
    method: 'POST',
    headers: { 'content-type': request.headers['content-type'] ?? '', authorization: request.headers.authorization ?? '' },
    body,
  });
  const answer = await upstream.text();
  const messageId = /<MessageId>([^<]+)<\/MessageId>/.exec(answer)?.[1];
  if (upstream.ok && messageId !== undefined) {
    const form = new URLSearchParams(body);
    const id = messageId.replaceAll(/[^\w-]/g, '');
    const at = new Date(clock.now()).toISOString();
    mailbox.keep(id, at, Buffer.from(form.get('RawMessage.Data') ?? '', 'base64'));
    bus.put(eventsAbout(messageId, form, at));
  }
  response.writeHead(upstream.status, { 'content-type': upstream.headers.get('content-type') ?? 'text/xml' });
  response.end(answer);
}

export const parsed = (mail: Kept): Promise<ParsedMail> => simpleParser(mail.raw);
