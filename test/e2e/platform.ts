/**
 * What the stories run against: the whole platform on this machine, or a deployed stage named by `BASE_URL`. A deployed stage has no mailbox
 * and no clock here; stories that need them are left out there, and say so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParsedMail } from 'mailparser';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { vi } from 'vitest';
import { type Local, startLocal } from '#local/start.ts';
import { launch } from '../web/browser.ts';

/** A story is many pages, and machines that have nothing else to do are rare: what is late is not what a story is to find. */
vi.setConfig({ testTimeout: 180_000 });
const PATIENCE_MS = 30_000;

export interface Platform {
  readonly siteUrl: string;
  /** Undefined on a deployed stage. */
  readonly local: (Local & { readonly dataDir: string }) | undefined;
  /** Failures of functions that nobody expected. */
  readonly failures: readonly string[];
  /** Every address a browser of the stories asked for. */
  readonly requests: readonly string[];
  /** A fresh browser profile on a phone, unless told otherwise. */
  open(options?: BrowserContextOptions): Promise<BrowserContext>;
  stop(): Promise<void>;
}

/** `BASE_URL`, as `vitest.config.ts` hands it on. */
const deployed = process.env.STAGE_URL || undefined;
/** Whether stories run against a deployed stage, without mailbox and clock. */
export const isDeployed = deployed !== undefined;

/** `port`: each file of stories has its own, always the same, so that the synthesised app, which knows its own address, is made once. */
export async function startPlatform(port: number): Promise<Platform> {
  const browser = await launch();
  const requests: string[] = [];
  const failures: string[] = [];
  const dataDir = mkdtempSync(join(tmpdir(), 'crosswalk-e2e-'));
  const local =
    deployed === undefined
      ? await startLocal({
          port,
          dataDir,
          assemblyDir: join(import.meta.dirname, `../../.local/e2e-${port}-cdk.out`),
          seed: true,
          retryDelaysMs: [500, 1_000],
          onError: (name, error) => failures.push(`${name}: ${error}`),
        })
      : undefined;
  return {
    siteUrl: local?.siteUrl ?? deployed ?? '',
    local: local && { ...local, dataDir },
    failures,
    requests,
    async open(options) {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        locale: 'en-US',
        baseURL: local?.siteUrl ?? deployed ?? '',
        ...options,
      });
      context.on('request', (request) => requests.push(request.url()));
      context.setDefaultTimeout(PATIENCE_MS);
      return context;
    },
    async stop() {
      await browser.close();
      await local?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Looks again until there is an answer; throws with `what` when the time is over. */
export async function eventually<Value>(what: string, look: () => Promise<Value | undefined>, withinMs = PATIENCE_MS): Promise<Value> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`waited ${withinMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The newest mail to an address whose subject fits, once it is there. */
export function mailTo(platform: Platform, address: string, subject: RegExp): Promise<ParsedMail> {
  return eventually(`a mail to ${address} about ${subject}`, async () =>
    (await mailsTo(platform, address)).find((mail) => subject.test(mail.subject ?? '')),
  );
}

/** Newest first. */
export async function mailsTo({ local }: Platform, address: string): Promise<readonly ParsedMail[]> {
  const mails = (await local?.mails()) ?? [];
  return mails.filter(({ to }) => (Array.isArray(to) ? to : to ? [to] : []).some(({ text }) => text.includes(address)));
}

/** The manage link of a mail. */
export function manageLink(mail: ParsedMail): string {
  const link = /https?:\/\/\S+\/manage\/[\w-]{32}/.exec(mail.text ?? '')?.[0];
  if (link === undefined) throw new Error('the mail has no manage link');
  return link;
}
