/** Hands mails to SES: MIME made by nodemailer's composer, sent raw, tagged with the key its events will name. */
import { SESClient, type SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import qrcode from 'qrcode';
import type { District } from '#contracts/district.ts';
import type { InlineCode } from '#contracts/resources/letters.ts';
import { keyAsTag } from '#domain/messaging/messages.ts';
import { type Attachment, type Mail, type Mailer, MailNotSent } from '#domain/messaging/ports.ts';

/** Name of the tag under which SES's events bring the message key back. */
export const MESSAGE_KEY_TAG = 'messageKey';

export function mailer(client: SESClient, sender: District['sender'], configurationSet: string): Mailer {
  return {
    async send(key, mail) {
      const raw = await composed(mail, sender);
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            RawMessage: { Data: raw },
            Source: sender.email,
            Destinations: [mail.to.email],
            ConfigurationSetName: configurationSet,
            Tags: [{ Name: MESSAGE_KEY_TAG, Value: keyAsTag(key) }],
          }),
        );
        if (MessageId === undefined) throw new Error('SES took a mail without giving it an id');
        return { serviceId: MessageId };
      } catch (error) {
        throw refusedForSure(error) ? new MailNotSent('SES refused the mail', { cause: error }) : error;
      }
    },
  };
}

async function composed(mail: Mail, sender: District['sender']): Promise<Buffer> {
  try {
    return await compose(mail, sender);
  } catch (error) {
    throw new MailNotSent('the mail could not be composed', { cause: error });
  }
}

/** No retries by the client: one attempt has one outcome, and the mail ledger decides about another. */
export const sesClient = (): SESClient =>
  new SESClient({ maxAttempts: 1, requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true } });

/** An answer of the 400s says that nothing was taken; a time-out, a lost connection or a 500 says nothing. */
function refusedForSure(error: unknown): boolean {
  const status = (error as Partial<SESServiceException>).$metadata?.httpStatusCode;
  return status !== undefined && status >= 400 && status < 500;
}

/** RFC 5322 text. The composer encodes or folds what goes into headers, so that no line break of a name or subject ends one. */
export async function compose(mail: Mail, sender: District['sender']): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.email },
    to: { name: mail.to.name, address: mail.to.email },
    ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Content-Language': mail.language,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(mail.unsubscribeUrl !== undefined && oneClick(mail.unsubscribeUrl)),
    },
    ...(mail.calendar && {
      alternatives: [{ contentType: `text/calendar; charset=utf-8; method=${mail.calendar.method}`, content: mail.calendar.content }],
    }),
    attachments: [...(mail.attachments ?? []).map(attached), ...(await Promise.all((mail.codes ?? []).map(drawn)))],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** RFC 8058 §3.1: a mail program may offer to stop such mails, and posts there. Both have to be signed (DKIM), which the mail service does. */
const oneClick = (url: string) => ({ 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });

const attached = ({ filename, contentType, content }: Attachment) => ({
  filename,
  contentType,
  content: typeof content === 'string' ? content : Buffer.from(content),
});

/** Of the library that writes the picture, whose types don't know all of them: no colours, no opacity. */
const GREY = { deflateLevel: 9, colorType: 0 };

/** PNG, because mail programs take SVG out. Twice as many pixels as it is shown with: about 2 KB. */
const drawn = async ({ cid, url }: InlineCode) => ({
  cid,
  filename: 'code.png',
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
  content: await qrcode.toBuffer(url, { errorCorrectionLevel: 'M', scale: 8, rendererOpts: GREY }),
});
