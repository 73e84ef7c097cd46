/**
 * What SES tells of a mail, as its events come over EventBridge (https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html). Every address takes
 * mail, but for those of SES's mailbox simulator, which do here what they do there
 * (https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html).
 */
import type { BusEntry } from './bus.ts';

/** `bounce+anything@…`, too: the simulator has labels. */
const SIMULATOR = /^(success|bounce|ooto|complaint|suppressionlist)(?:\+[^@]*)?@simulator\.amazonses\.com$/i;

/** Of a mail that SES took at `at`, in the order in which they happen. */
export function eventsAbout(messageId: string, form: URLSearchParams, at: string): readonly BusEntry[] {
  const to = form.get('Destinations.member.1') ?? '';
  const mail = { timestamp: at, source: form.get('Source') ?? '', messageId, destination: [to], tags: tagsOf(form) };
  const event = (detailType: string, eventType: string, more: object): BusEntry => ({
    Source: 'aws.ses',
    DetailType: detailType,
    Detail: JSON.stringify({ eventType, mail, ...more }),
  });
  const sent = event('Email Sent', 'Send', { send: {} });
  const delivered = event('Email Delivered', 'Delivery', {
    delivery: { timestamp: at, processingTimeMillis: 1, recipients: [to], smtpResponse: '250 OK' },
  });
  const bounced = (bounceSubType: string): BusEntry =>
    event('Email Bounced', 'Bounce', {
      bounce: {
        bounceType: 'Permanent',
        bounceSubType,
        bouncedRecipients: [{ emailAddress: to, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }],
        timestamp: at,
        feedbackId: messageId,
      },
    });
  const complained = event('Email Complaint Received', 'Complaint', {
    complaint: { complainedRecipients: [{ emailAddress: to }], timestamp: at, feedbackId: messageId, complaintFeedbackType: 'abuse' },
  });
  switch (SIMULATOR.exec(to)?.[1]?.toLowerCase()) {
    case 'bounce':
      return [sent, bounced('General')];
    case 'suppressionlist':
      return [sent, bounced('Suppressed')];
    case 'complaint':
      return [sent, delivered, complained];
    default:
      return [sent, delivered];
  }
}

function tagsOf(form: URLSearchParams): Readonly<Record<string, readonly string[]>> {
  const tags: Record<string, readonly string[]> = { 'ses:configuration-set': [form.get('ConfigurationSetName') ?? ''] };
  for (let index = 1; form.has(`Tags.member.${index}.Name`); index++)
    tags[form.get(`Tags.member.${index}.Name`) ?? ''] = [form.get(`Tags.member.${index}.Value`) ?? ''];
  return tags;
}
