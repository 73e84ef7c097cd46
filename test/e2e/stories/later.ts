/** What comes later: a receipt for a gift, what became of the money, and reminders as the days go by. The clock is as it was when they end. */
import type { ParsedMail } from 'mailparser';
import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { PledgeMade } from '#contracts/resources/campaign-view.ts';
import { type CampaignId, CampaignId as CampaignIdSchema } from '#contracts/values.ts';
import { DAY, iso } from '#domain/time.ts';
import { call, campaignOf, tokenOf } from '../api.ts';
import { eventually, isDeployed, mailsTo, mailTo, type Platform } from '../platform.ts';

const KEY = 'later-story-0123456789-';

async function pledged(platform: Platform, token: string, campaignId: CampaignId, email: string): Promise<string> {
  const request = {
    campaignId,
    sponsor: { name: 'Slow Hardware', kind: 'business', contactName: 'Rosa Díaz', email },
    commitment: { kind: 'money', amountCents: 60_000, instalments: 1 },
    recognition: 'named',
    language: 'en',
    policy: true,
    consent: true,
  };
  const made = await call(platform, '/api/pledges', undefined, request, `${KEY}${email.replaceAll(/\W/g, '-')}`);
  const pledge = `/api/campaigns/${campaignId}/pledges/${PledgeMade.parse(made.body).pledgeId}`;
  expect((await call(platform, `${pledge}/accept`, token, {})).status).toBe(200);
  return pledge;
}

async function pdfText({ attachments }: ParsedMail): Promise<string> {
  const pdf = attachments.find(({ contentType }) => contentType === 'application/pdf');
  if (!pdf) throw new Error('the mail has no PDF');
  return (await extractText(new Uint8Array(pdf.content), { mergePages: true })).text;
}

export function laterStories(platform: () => Platform): void {
  describe.skipIf(isDeployed)('later', () => {
    it('who gave money gets one receipt, which an accountant can file', async () => {
      const here = platform();
      const token = await tokenOf(here);
      const { campaignId } = await campaignOf(here, 'lincoln-playground');
      const gift = {
        giver: { name: 'Amparo Ríos', email: 'amparo@example.org' },
        amountCents: 31_250,
        method: 'cheque',
        receivedOn: '2026-03-02',
        language: 'en',
      };
      for (const _twice of [1, 2])
        expect((await call(here, `/api/campaigns/${campaignId}/gifts`, token, gift, `${KEY}gift`)).status).toBe(201);
      const mail = await mailTo(here, 'amparo@example.org', /Receipt: \$312\.50/);
      const text = await pdfText(mail);
      for (const words of ['Amparo Ríos', '$312.50', 'Riverbend Unified School District No. 86', 'March 2, 2026'])
        expect(text).toContain(words);
      expect(await mailsTo(here, 'amparo@example.org')).toHaveLength(1);
    });

    it('everyone who gave is told what became of it, once', async () => {
      const here = platform();
      const token = await tokenOf(here);
      const now = Date.now();
      const definition = {
        campaignId: CampaignIdSchema.parse('cmp_01JCRNER000000000000000000'),
        slug: 'reading-corner',
        status: 'open',
        title: { en: 'A reading corner' },
        summary: { en: 'Cushions, lamps and shelves' },
        story: { en: 'A place to read.' },
        illustration: 'books',
        buys: [{ label: { en: 'Shelves' }, priceCents: 90_000 }],
        goalCents: 900_000,
        opensAt: iso(now - DAY),
        closesAt: iso(now + 30 * DAY),
        levels: [],
        contact: { name: 'Dana Whitfield', email: 'dana.whitfield@riverbend.example' },
      };
      expect((await call(here, '/api/campaigns', token, { ...definition, version: 0 })).status).toBe(200);
      const { campaignId } = definition;
      await pledged(here, token, campaignId, 'shelves@example.org');
      const gift = {
        giver: { name: 'Leo Park', email: 'leo@example.org' },
        amountCents: 2_000,
        method: 'cash',
        receivedOn: '2026-03-02',
        language: 'es',
      };
      expect((await call(here, `/api/campaigns/${campaignId}/gifts`, token, gift, `${KEY}corner-gift`)).status).toBe(201);
      const impact = { en: 'Forty children read there every day.', es: 'Cuarenta niños leen allí cada día.' };
      const tell = () => call(here, `/api/campaigns/${campaignId}/impact-note`, token, {});
      expect((await tell()).status).toBe(409);
      expect((await call(here, '/api/campaigns', token, { ...definition, version: 1, status: 'closed', impact })).status).toBe(200);
      expect((await tell()).status).toBe(200);
      expect((await tell()).status).toBe(200);
      expect((await mailTo(here, 'shelves@example.org', /what became of your gift/)).text).toContain(impact.en);
      expect((await mailTo(here, 'leo@example.org', /A reading corner/)).text).toBeTruthy();
      await eventually('the giver to be told in Spanish', async () =>
        (await mailsTo(here, 'leo@example.org')).some(({ text }) => text?.includes(impact.es)) ? true : undefined,
      );
      const told = async (address: string) =>
        (await mailsTo(here, address)).filter(({ text }) => /Forty children|Cuarenta niños/.test(text ?? ''));
      for (const address of ['shelves@example.org', 'leo@example.org']) expect(await told(address)).toHaveLength(1);
    });

    it('a sponsor is reminded before money is due and after, once each however often the sweep runs', async () => {
      const here = platform();
      const { local } = here;
      if (!local) throw new Error('this story needs the local platform');
      const { clock } = local;
      const email = 'slow@example.org';
      const token = await tokenOf(here);
      const { campaignId } = await campaignOf(here, 'lincoln-playground');
      const pledge = await pledged(here, token, campaignId, email);
      expect((await call(here, `${pledge}/invoice`, token, {})).status).toBe(200);
      const { commitment } = (await call(here, pledge, token)).body as { commitment: { instalments: { dueOn: string }[] } };
      const dueAt = Date.parse(`${commitment.instalments[0]?.dueOn}T18:00:00Z`);
      const reminders = async () => (await mailsTo(here, email)).filter(({ subject }) => /due soon|overdue/.test(subject ?? ''));
      /** A day counted from the one it is due on. */
      const onDay = async (days: number): Promise<void> => {
        clock.offsetMs = dueAt + days * DAY - Date.now();
        for (const _twice of [1, 2]) await local.runSchedule('RemindersDue');
      };
      try {
        await onDay(-8);
        expect(await reminders()).toHaveLength(0);
        await onDay(-7);
        const soon = await mailTo(here, email, /will be due soon/);
        expect(soon.text).toContain('$600');
        await onDay(2);
        expect(await reminders()).toHaveLength(1);
        await onDay(3);
        await mailTo(here, email, /is overdue/);
        await onDay(4);
        expect(await reminders()).toHaveLength(2);
      } finally {
        clock.offsetMs = 0;
      }
    });
  });
}
