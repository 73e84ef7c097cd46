/** Input checked against its contract; what is wrong comes back field by field, in the contract's own codes. */
import type * as z from 'zod/mini';
import type { FieldProblem } from '#contracts/problems.ts';
import { Refusal } from './refusal.ts';
import type { HttpRequest } from './request.ts';

/** Issues of our own refinements carry a code as their message (`email.malformed`); the rest is worded by zod and gets its kind as code. */
const OWN_CODE = /^[a-z-]+\.[a-z-]+$/;

const MOST_PROBLEMS = 50;

function fieldProblems(error: z.core.$ZodError): readonly FieldProblem[] {
  return error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({
    pointer: issue.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    code: codeOf(issue),
    detail: detailOf(issue),
  }));
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (OWN_CODE.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'field.missing';
  return `field.${issue.code.replaceAll('_', '-')}`;
}

/** What was got and what is allowed, for developers; never the value itself, which may be personal. People read `web/messages`. */
function detailOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `got ${kindOf(issue.input)}, ${issue.expected} is expected`;
    case 'unrecognized_keys':
      return `not known here: ${issue.keys.join(', ').slice(0, 200)}`;
    case 'invalid_value':
      return `allowed: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return codeOf(issue).replace('.', ': ').replaceAll('-', ' ');
  }
}

function kindOf(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (input === null) return 'null';
  return Array.isArray(input) ? 'an array' : `a ${typeof input}`;
}

/** Parsing that lets a problem tell what kind of value it met. */
const REPORTING = { reportInput: true } as const;

/** The data, or what is wrong with it. */
export function read<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): { readonly ok: true; readonly data: z.output<Schema> } | { readonly ok: false; readonly errors: readonly FieldProblem[] } {
  const parsed = schema.safeParse(input, REPORTING);
  return parsed.success ? { ok: true, data: parsed.data } : { ok: false, errors: fieldProblems(parsed.error) };
}

/** The data. Throws `request.invalid` with what is wrong. */
export function checked<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const found = read(schema, input);
  if (found.ok) return found.data;
  throw new Refusal('request.invalid', { errors: found.errors });
}

/** A JSON body. An empty one is an empty object: `POST …/cancel` has nothing to say. */
export function jsonBody(request: HttpRequest): unknown {
  const type = (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const text = request.body();
  if (text === '') return {};
  if (type !== 'application/json' && !type.endsWith('+json')) {
    throw new Refusal('request.unsupported-type', { detail: `content type is ${type || 'missing'}, application/json is expected` });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('request.malformed', { detail: 'the body is not JSON' });
  }
}

/** A posted form, from our own pages only. */
export function formBody(request: HttpRequest): URLSearchParams {
  const type = (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/x-www-form-urlencoded') {
    throw new Refusal('request.unsupported-type', { detail: `content type is ${type || 'missing'}, a form is expected` });
  }
  return new URLSearchParams(request.body());
}

/**
 * Refuses a form that another site made a browser post. Browsers tell with `Sec-Fetch-Site`, older ones (and all of them on plain HTTP) with
 * `Origin`; a client that sends neither isn't a browser that could be tricked.
 *
 * `secret`: the form's own address is a secret no other site can know. Such a page sends no referrer, and then `Origin` is `null` (Fetch standard,
 * "append a request Origin header").
 */
export function ownOrigin(request: HttpRequest, siteUrl: string, address: 'open' | 'secret' = 'open'): void {
  const site = request.header('sec-fetch-site');
  const origin = request.header('origin');
  const own = [undefined, siteUrl, ...(address === 'secret' ? ['null'] : [])];
  const foreign = site === undefined ? !own.includes(origin) : site !== 'same-origin' && site !== 'none';
  if (foreign) throw new Refusal('request.foreign-origin');
}
