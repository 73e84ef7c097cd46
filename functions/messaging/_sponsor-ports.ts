/** The real ports for letters to sponsors: the mail ledger, SES, words, and what is read of fundraising. */
import { mailer, sesClient } from '#adapters/ses/mailer.ts';
import { pledgeFacts } from '#domain/fundraising/facts-for-mail.ts';
import type { TellSponsorPorts } from '#domain/messaging/tell-of-pledge.ts';
import { lettersOf } from '#web/emails/index.ts';
import { environment } from '../_runtime/env.ts';
import { fundraisingPorts } from '../fundraising/_ports.ts';
import { ledgerIn } from './_ledger.ts';

export function sponsorPorts(): TellSponsorPorts {
  const env = environment(['FUNDRAISING_TABLE', 'MESSAGING_TABLE', 'DISTRICT', 'SES_CONFIGURATION_SET']);
  const fundraising = fundraisingPorts(env.FUNDRAISING_TABLE);
  return {
    ...ledgerIn(env.MESSAGING_TABLE),
    mailer: mailer(sesClient(), env.DISTRICT.sender, env.SES_CONFIGURATION_SET),
    letters: lettersOf(env.DISTRICT),
    pledges: pledgeFacts(fundraising),
    sponsorLinks: fundraising.pledgeLinks,
    clock: fundraising.clock,
    pause: fundraising.pause,
    siteUrl: env.DISTRICT.siteUrl,
    zone: env.DISTRICT.zone,
  };
}
