/**
 * Tells of a mail that was sent, or held back; a possible second copy is counted, because that is the one promise a mail service can't keep for us.
 */
import type { Sent } from '#domain/messaging/send-once.ts';
import { count, log } from '../_runtime/log.ts';

export function told(eventId: string, sent: Sent): void {
  if (sent.kind === 'suppressed') log.info('mail held back: its address is suppressed', { eventId });
  if (sent.kind === 'sent' && sent.attempt > 1) {
    count('MailPossiblyRepeated');
    log.warn('mail sent again after an unknown outcome', { eventId, attempt: sent.attempt });
  }
}
