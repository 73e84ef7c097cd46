/** Answers: pages, redirects, JSON, files, each with the headers it needs. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { EMBEDDABLE_POLICY, policyWithFormsTo } from '#contracts/security-headers.ts';
import { languageCookie } from './language.ts';
import type { HttpRequest } from './request.ts';

export interface HttpResponse extends APIGatewayProxyStructuredResultV2 {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
}

/** A page that other sites may frame; it has no form and knows no person. */
export const EMBEDDABLE = { 'content-security-policy': EMBEDDABLE_POLICY } as const;

export const NO_STORE = 'no-store';

export interface PageOptions {
  readonly status?: number;
  /** The address of this page is a secret: no referrer, no search engine. */
  readonly secret?: boolean;
  /** Another origin that a form of this page is sent to. */
  readonly formsTo?: string;
  readonly cookies?: readonly string[];
}

export function page(html: string, request: Pick<HttpRequest, 'language' | 'chosenLanguage'>, options: PageOptions = {}): HttpResponse {
  const cookies = [...(options.cookies ?? []), ...(request.chosenLanguage ? [languageCookie(request.chosenLanguage)] : [])];
  return {
    statusCode: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': request.language,
      // the back button shows the very page that was left, whose form key makes a second post a repeat; what is personal is not kept
      'cache-control': options.secret || options.status !== undefined ? NO_STORE : 'private, no-cache',
      vary: 'Accept-Language, Cookie',
      'referrer-policy': options.secret ? 'no-referrer' : 'strict-origin-when-cross-origin',
      ...(options.secret && { 'x-robots-tag': 'noindex, nofollow' }),
      ...(options.formsTo !== undefined && { 'content-security-policy': policyWithFormsTo(options.formsTo) }),
    },
    ...(cookies.length > 0 && { cookies }),
    body: html,
  };
}

/** After a post that did something: reloading the page it leads to does nothing more. */
export const seeOther = (location: string): HttpResponse => ({
  statusCode: 303,
  headers: { location, 'cache-control': NO_STORE, 'referrer-policy': 'no-referrer' },
  body: '',
});

export const json = (status: number, value: unknown, contentType = 'application/json'): HttpResponse => ({
  statusCode: status,
  headers: { 'content-type': contentType, 'cache-control': NO_STORE },
  body: JSON.stringify(value),
});

export const file = (content: string, contentType: string, cacheControl: string, headers: Record<string, string> = {}): HttpResponse => ({
  statusCode: 200,
  headers: { 'content-type': contentType, 'cache-control': cacheControl, ...headers },
  body: content,
});

/** A file of one person, shown by the browser and saved under `name`. */
export const bytes = (content: Uint8Array, contentType: string, name: string): HttpResponse => ({
  statusCode: 200,
  headers: {
    'content-type': contentType,
    'content-disposition': `inline; filename="${name}"`,
    'cache-control': NO_STORE,
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  },
  body: Buffer.from(content).toString('base64'),
  isBase64Encoded: true,
});

/** For how long a picture may be shown after it was taken back. */
const PICTURE_SECONDS = 3_600;

/** A picture that everyone may see. */
export const picture = (content: Uint8Array, contentType: string): HttpResponse => ({
  statusCode: 200,
  headers: {
    'content-type': contentType,
    'cache-control': `public, max-age=${PICTURE_SECONDS}`,
    // nothing in it runs, whatever it is taken for
    'content-security-policy': "default-src 'none'; sandbox",
  },
  body: Buffer.from(content).toString('base64'),
  isBase64Encoded: true,
});
