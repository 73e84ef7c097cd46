/** The demo's mailbox: what parents would find in theirs. A list, each mail as HTML and text, its attachments, its source. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ParsedMail } from 'mailparser';
import { type Kept, type Mailbox, parsed } from './mail.ts';

export async function mailboxPage(request: IncomingMessage, response: ServerResponse, mailbox: Mailbox): Promise<void> {
  const [first, second, third] = new URL(request.url ?? '/', 'http://local').pathname.split('/').slice(1);
  const mails = mailbox.all();
  if (first === '') return html(response, await listPage(mails));
  const mail = mails.find(({ id }) => id === second);
  if (first !== 'mail' || !mail) return html(response, frame('Not here', '<p>There is no such mail.</p>'), 404);
  const message = await parsed(mail);
  if (third === 'source') return send(response, 'text/plain; charset=utf-8', mail.raw);
  if (third === 'html')
    return send(response, 'text/html; charset=utf-8', message.html || '<p>No HTML part.</p>', {
      'content-security-policy': 'sandbox allow-popups allow-popups-to-escape-sandbox',
    });
  const attachment = third === undefined ? undefined : message.attachments[Number(third)];
  if (attachment) {
    const name = (attachment.filename ?? 'attachment').replace(/[^\w.-]/g, '_');
    return send(response, attachment.contentType, attachment.content, { 'content-disposition': `attachment; filename="${name}"` });
  }
  return html(response, mailPage(mail, message));
}

async function listPage(mails: readonly Kept[]): Promise<string> {
  const rows = await Promise.all(
    mails.slice(0, 200).map(async (mail) => {
      const message = await parsed(mail);
      return `<li><a href="/mail/${mail.id}"><b>${escaped(message.subject ?? '(no subject)')}</b><span>${escaped(toOf(message))}</span><time>${escaped(when(mail))}</time></a></li>`;
    }),
  );
  const list =
    rows.length === 0
      ? '<p class="empty">No mail yet. Sign up for something, and the confirmation arrives here.</p>'
      : `<ol>${rows.join('')}</ol>`;
  return frame('Mailbox', `<h1>Mailbox</h1><p>Every mail this machine has sent. <a href="/">Look again</a></p>${list}`);
}

function mailPage(mail: Kept, message: ParsedMail): string {
  const attachments = message.attachments
    .map((each, index) =>
      // a picture inside the mail is shown there
      each.related
        ? ''
        : `<li><a href="/mail/${mail.id}/${index}">${escaped(each.filename ?? each.contentType)}</a> <small>${escaped(each.contentType)}</small></li>`,
    )
    .join('');
  return frame(
    message.subject ?? 'Mail',
    `<p><a href="/">← All mail</a></p><h1>${escaped(message.subject ?? '(no subject)')}</h1>
<dl><dt>From</dt><dd>${escaped(message.from?.text ?? '')}</dd><dt>To</dt><dd>${escaped(toOf(message))}</dd><dt>Answers go to</dt><dd>${escaped(message.replyTo?.text ?? '')}</dd><dt>Sent</dt><dd>${escaped(when(mail))}</dd></dl>
${attachments === '' ? '' : `<h2>Attached</h2><ul class="files">${attachments}</ul>`}
<iframe title="The mail" src="/mail/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<details><summary>As text</summary><pre>${escaped(message.text ?? '')}</pre></details>
<p><a href="/mail/${mail.id}/source">Source</a></p>`,
  );
}

const toOf = ({ to }: ParsedMail): string => (Array.isArray(to) ? to : to ? [to] : []).map(({ text }) => text).join(', ');
const when = ({ at }: Kept): string =>
  at
    .replace('T', ' ')
    .slice(0, 16)
    .replace(/(\d\d)-(\d\d)$/, '$1:$2');

const frame = (title: string, body: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} · Mailbox</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:0 auto;padding:1.5rem;color:#1d2430;background:#fff}
a{color:#0b5a8a}h1{font-size:1.5rem;line-height:1.25}ol,ul{list-style:none;padding:0}
ol a{display:grid;grid-template-columns:1fr auto;gap:0 1rem;padding:.75rem 0;border-top:1px solid #d9dee6;text-decoration:none}
ol span{color:#4a5568}time{color:#4a5568;font-variant-numeric:tabular-nums}dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}dt{color:#4a5568}dd{margin:0}
iframe{width:100%;height:70vh;border:1px solid #d9dee6;border-radius:.5rem;background:#fff}pre{white-space:pre-wrap}
</style></head><body>${body}</body></html>`;

const escaped = (words: string): string =>
  words.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign);

const html = (response: ServerResponse, body: string, status = 200): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(body);
};

function send(response: ServerResponse, type: string, body: string | Buffer, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': type, 'x-content-type-options': 'nosniff', ...headers });
  response.end(body);
}
