/** Every stage's settings, typed, in one table. A district changes this file and nothing else to deploy its own. */
import type { District } from '#contracts/district.ts';
import type { RetentionRules } from '#contracts/resources/retention.ts';

export interface Stage {
  readonly name: string;
  readonly district: District;
  /** Where it is deployed; without an account the stacks are for whatever account the CLI has. */
  readonly env?: { readonly account?: string; readonly region: string };
  /** The public site's own name, with its certificate in us-east-1 (CloudFront takes no other). Without it CloudFront's name serves. */
  readonly site?: { readonly domainName: string; readonly certificateArn: string };
  /** Who gets the alarms by mail. */
  readonly alarmEmail?: string;
  readonly logRetentionDays: 7 | 30 | 90 | 365;
  readonly retention: RetentionRules;
  /** Whether tables, secret and archive outlive the stack, and can't be deleted by mistake. */
  readonly keepsData: boolean;
}

const riverbend: District = {
  name: 'Riverbend Unified School District',
  siteUrl: 'https://volunteer.riverbend.example',
  zone: 'America/Chicago',
  languages: ['en', 'es'],
  sender: { name: 'Riverbend Schools Volunteers', email: 'volunteers@riverbend.example' },
  contact: { email: 'partnership@riverbend.example', phone: '(555) 010-0140' },
  organisation: {
    country: 'US',
    legalName: 'Riverbend Unified School District No. 86',
    address: ['1000 River Road', 'Riverbend, IL 60000'],
    taxId: '36-0000000',
    payment: { payee: 'Riverbend USD 86', address: ['Business Office', '1000 River Road', 'Riverbend, IL 60000'] },
  },
  retentionDays: 400,
};

/** How long a district keeps who gave (`contracts/resources/retention.ts`). Sign-ups go by `district.retentionDays`. */
const retention: RetentionRules = { booksYears: 7, offerDays: 400 };

const STAGES = {
  /** One machine: `npm start`. */
  local: { name: 'local', district: { ...riverbend, siteUrl: 'http://localhost:4000' }, retention, logRetentionDays: 7, keepsData: false },
  dev: {
    name: 'dev',
    district: { ...riverbend, siteUrl: 'https://volunteer-dev.riverbend.example' },
    env: { region: 'us-east-2' },
    retention,
    logRetentionDays: 30,
    keepsData: false,
  },
  prod: {
    name: 'prod',
    district: riverbend,
    env: { region: 'us-east-2' },
    alarmEmail: 'it-oncall@riverbend.example',
    retention,
    logRetentionDays: 365,
    keepsData: true,
  },
} as const satisfies Record<string, Stage>;

/** `siteUrl` replaces the stage's own, for a site that is not at its final address. Throws on a stage that is not in the table. */
export function stageNamed(name: string, siteUrl?: string): Stage {
  const stage: Stage | undefined = Object.values(STAGES).find((one) => one.name === name);
  if (!stage) throw new Error(`no stage is called ${name}; lib/stages.ts has ${Object.keys(STAGES).join(', ')}`);
  return siteUrl === undefined ? stage : { ...stage, district: { ...stage.district, siteUrl } };
}
