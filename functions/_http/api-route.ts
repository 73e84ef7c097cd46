/** A JSON route from its contract: parses what comes in, runs the operation, parses what goes out. */
import type * as z from 'zod/mini';
import type { ApiOperation } from '#contracts/api/index.ts';
import type { FieldProblem, ProblemCode } from '#contracts/problems.ts';
import { ManageToken, RequestKey } from '#contracts/values.ts';
import type { Result } from '#domain/result.ts';
import type { Route, Routes } from './http-function.ts';
import { checked, jsonBody } from './input.ts';
import { Refusal, type RefusalDetails } from './refusal.ts';
import type { HttpRequest } from './request.ts';
import { json } from './respond.ts';

type Parsed<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined;

export interface ApiInput<Operation extends ApiOperation> {
  readonly params: Parsed<Operation['params']>;
  readonly query: Parsed<Operation['query']>;
  readonly body: Parsed<Operation['body']>;
  readonly request: HttpRequest;
}

/** A refusal as the domain gives it; what it calls `fields` goes over the wire as `errors`. */
type Refused<Code> = Omit<RefusalDetails, 'errors'> & { readonly code: Code; readonly fields?: readonly FieldProblem[] };

/** A refusal that the contract does not list does not compile; an answer that does not fit it throws. */
export function apiRoute<Operation extends ApiOperation>(
  operation: Operation,
  run: (input: ApiInput<Operation>) => Promise<Result<z.input<Operation['response']['schema']>, Refused<Operation['refusals'][number]>>>,
): Routes {
  const route: Route = async (request) => {
    const input = {
      params: operation.params && checked(operation.params, request.params),
      query: operation.query && checked(operation.query, Object.fromEntries(request.query)),
      body: operation.body && checked(operation.body, jsonBody(request)),
      request,
    } as ApiInput<Operation>; // each part is what its schema gave
    const outcome = await run(input);
    if (!outcome.ok) throw refusal(outcome.error);
    return json(operation.response.status, operation.response.schema.parse(outcome.value));
  };
  return { [`${operation.method} ${operation.path}`]: route };
}

export const refusal = ({ code, fields, ...details }: Refused<ProblemCode>): Refusal =>
  new Refusal(code, { ...details, ...(fields && { errors: fields }) });

/** The caller's request key. Throws `request-key.missing` when there is none that could be one. */
export function requestKey(request: HttpRequest): RequestKey {
  const key = RequestKey.safeParse(request.header('idempotency-key'));
  if (key.success) return key.data;
  throw new Refusal('request-key.missing', {
    errors: [{ pointer: 'header:idempotency-key', code: 'request-key.malformed', detail: 'send 16 to 64 letters, digits, - or _' }],
  });
}

/** The manage token of a caller. Anything else than a token is an invalid link. */
export function bearerToken(request: HttpRequest): ManageToken {
  const token = /^Bearer (\S+)$/i.exec(request.header('authorization') ?? '')?.[1];
  return manageToken(token);
}

export function manageToken(text: string | undefined): ManageToken {
  const token = ManageToken.safeParse(text);
  if (token.success) return token.data;
  throw new Refusal('link.invalid');
}
