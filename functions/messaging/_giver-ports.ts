/** The real ports for letters to givers: those to sponsors, what is read of gifts, and papers as files. */
import { giftFacts } from '#domain/fundraising/facts-for-mail.ts';
import type { TellGiverPorts } from '#domain/messaging/tell-of-gift.ts';
import type { TellSponsorPorts } from '#domain/messaging/tell-of-pledge.ts';
import { documentPdf } from '#web/documents/pdf.ts';
import { environment } from '../_runtime/env.ts';
import { fundraisingPorts } from '../fundraising/_ports.ts';
import { volunteeringPorts } from '../volunteering/_ports.ts';
import { sponsorPorts } from './_sponsor-ports.ts';

export function giverPorts(): TellGiverPorts & TellSponsorPorts {
  const env = environment(['FUNDRAISING_TABLE', 'VOLUNTEERING_TABLE', 'DISTRICT']);
  const { schools } = volunteeringPorts(env.VOLUNTEERING_TABLE);
  return {
    ...sponsorPorts(),
    gifts: giftFacts({
      ...fundraisingPorts(env.FUNDRAISING_TABLE),
      district: env.DISTRICT,
      schoolName: async (schoolId) => (await schools.find(schoolId))?.name,
    }),
    papers: {
      file: async (paper) => ({
        filename: `${paper.kind}-${paper.number}.pdf`,
        contentType: 'application/pdf',
        content: await documentPdf(paper),
      }),
    },
  };
}
