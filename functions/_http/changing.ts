/** Pages that are looked at again every few seconds. */

import { createHash } from 'node:crypto';
import { canonicalJson } from '#contracts/same.ts';
import type { HttpRequest } from './request.ts';
import type { HttpResponse } from './respond.ts';

/**
 * A page that is looked at again every few seconds: who has it as it is, by what it shows and in which language, is told so and gets no page. Weak,
 * because the proof in its forms is another each time.
 */
export function changing(answer: HttpResponse, request: HttpRequest, shows: unknown): HttpResponse {
  const etag = `W/"${createHash('sha256')
    .update(canonicalJson([request.language, request.url, shows]))
    .digest('base64url')
    .slice(0, 22)}"`;
  const headers = { ...answer.headers, etag };
  return request.header('if-none-match') === etag ? { statusCode: 304, headers, body: '' } : { ...answer, headers };
}
