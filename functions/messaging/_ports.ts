/** The real ports of messaging: the mail ledger, SES, words and calendars, and what it reads of volunteering. */
import { calendars } from '#adapters/ses/calendars.ts';
import { mailer, sesClient } from '#adapters/ses/mailer.ts';
import { pause } from '#adapters/system/pause.ts';
import { linkFacts, submissionFacts } from '#domain/volunteering/facts-for-mail.ts';
import { lettersOf } from '#web/emails/index.ts';
import { environment } from '../_runtime/env.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { ledgerIn } from './_ledger.ts';

export function messagingPorts() {
  const env = environment(['VOLUNTEERING_TABLE', 'MESSAGING_TABLE', 'DISTRICT', 'SES_CONFIGURATION_SET']);
  const volunteering = volunteeringPorts(env.VOLUNTEERING_TABLE);
  return {
    ...ledgerIn(env.MESSAGING_TABLE),
    mailer: mailer(sesClient(), env.DISTRICT.sender, env.SES_CONFIGURATION_SET),
    letters: lettersOf(env.DISTRICT),
    calendars: calendars(env.DISTRICT),
    links: volunteering.links,
    submissions: submissionFacts(volunteering),
    linkFacts: linkFacts(volunteering),
    clock: volunteering.clock,
    pause,
    siteUrl: env.DISTRICT.siteUrl,
    zone: env.DISTRICT.zone,
  };
}
