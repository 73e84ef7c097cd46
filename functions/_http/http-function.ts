/** One Lambda behind API Gateway: its routes by route key, in the house's order of middlewares. */
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { District } from '#contracts/district.ts';
import { SECURITY_HEADERS } from '#contracts/security-headers.ts';
import { type Failure, problemResponder } from './problems.ts';
import { Refusal } from './refusal.ts';
import { type HttpRequest, readRequest } from './request.ts';
import type { HttpResponse } from './respond.ts';

export type Route = (request: HttpRequest) => Promise<HttpResponse>;
/** `POST /api/sign-ups`: as API Gateway names routes, so that it alone matches paths. */
export type Routes = Readonly<Record<string, Route>>;
export type HttpFunction = (event: APIGatewayProxyEventV2, context: Context) => Promise<HttpResponse>;

export interface HttpOptions {
  readonly district: District;
  /** The page for people when something is refused or broken; without it every failure is a JSON problem. */
  readonly problemPage?: (request: HttpRequest, failure: Failure) => HttpResponse;
}

/** Answers this long before the platform would stop the function without a word. */
const EARLY_MS = 500;

/** Known to the problem responder as something that passes: a line in the log, and 503. */
class OutOfTime extends Error {
  override readonly name = 'TimeoutError';
}

export function httpFunction(routes: Routes, { district, problemPage }: HttpOptions): HttpFunction {
  const renderPage =
    problemPage && ((event: APIGatewayProxyEventV2, failure: Failure) => problemPage(readRequest(event, district), failure));
  const run = async (event: APIGatewayProxyEventV2): Promise<HttpResponse> => {
    // API Gateway leaves the body out
    const route = routes[event.routeKey.replace(/^HEAD /, 'GET ')];
    if (!route) throw new Refusal('route.not-found');
    return route(readRequest(event, district));
  };
  const handler = middy<APIGatewayProxyEventV2, HttpResponse>({
    timeoutEarlyInMillis: EARLY_MS,
    timeoutEarlyResponse: () => {
      throw new OutOfTime('the function ran out of time');
    },
  })
    .use(problemResponder(renderPage))
    .handler(run);
  return async (event, context) => {
    const response = await handler(event, context);
    return { ...response, headers: { ...SECURITY_HEADERS, ...response.headers } };
  };
}
