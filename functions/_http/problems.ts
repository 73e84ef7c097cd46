/**
 * Turns whatever a route throws into an answer: `application/problem+json` for the API, a page for people.
 *
 * Registered first, because middy runs `onError` last-registered-first: everything else has had its chance before.
 */
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { PROBLEM_STATUS, type Problem, type ProblemCode } from '#contracts/problems.ts';
import { log } from '../_runtime/log.ts';
import { Refusal } from './refusal.ts';
import { type HttpResponse, json } from './respond.ts';

const RETRY_AFTER_S = 2;

export interface Failure {
  readonly code: ProblemCode;
  readonly status: number;
  readonly refusal: Refusal;
  readonly correlationId: string;
}

/** Titles are for the developers who read the API's answers; people read the words of `web/messages`. */
const title = (code: ProblemCode): string => code.replace('.', ': ').replaceAll('-', ' ');

export function problemResponder(
  renderPage?: (event: APIGatewayProxyEventV2, failure: Failure) => HttpResponse,
): MiddlewareObj<APIGatewayProxyEventV2, HttpResponse> {
  return {
    onError: (request) => {
      const correlationId = request.event.requestContext.requestId;
      const refusal = asRefusal(request.error, request.event, correlationId);
      const status = PROBLEM_STATUS[refusal.code];
      const failure = { code: refusal.code, status, refusal, correlationId };
      const isApi = request.event.rawPath.startsWith('/api/');
      const answer = renderPage && !isApi ? renderPage(request.event, failure) : problemJson(failure);
      if (status === 503) answer.headers['retry-after'] = String(RETRY_AFTER_S);
      request.response = answer;
    },
  };
}

export function problemJson({ code, status, refusal, correlationId }: Failure): HttpResponse {
  const { detail, errors, results, alternatives, meanwhile } = refusal.details;
  const problem: Problem = {
    type: `urn:crosswalk:problem:${code}`,
    title: title(code),
    status,
    code,
    ...(detail !== undefined && { detail }),
    ...(errors && { errors: [...errors] }),
    ...(results && { results: [...results] }),
    ...(alternatives && { alternatives: [...alternatives] }),
    ...(meanwhile && {
      meanwhile: meanwhile.map(({ at, by, what, changes }) => ({ at, by, what, fields: changes.map(({ field }) => field) })),
    }),
    correlationId,
  };
  return json(status, problem, 'application/problem+json');
}

/** Overload and lost connections pass; whatever else we did not expect is our mistake, told in the log and not outside. */
function asRefusal(error: unknown, event: APIGatewayProxyEventV2, correlationId: string): Refusal {
  if (error instanceof Refusal) return error;
  const code = passes(error) ? 'service.unavailable' : 'service.broken';
  log.error('request failed', error, { route: event.routeKey, code, correlationId });
  return new Refusal(code);
}

const PASSING = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'AbortError',
  'TransactionCanceledException',
]);
const PASSING_CODES = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);

function passes(error: unknown): boolean {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if (PASSING.has(each.name) || PASSING_CODES.has(String((each as NodeJS.ErrnoException).code))) return true;
  }
  return false;
}
