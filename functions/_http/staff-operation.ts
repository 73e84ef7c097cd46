/** One operation of staff: a route of the API for a token, and the form of it at the desk for a session. Both run the same. */
import type { ApiOperation } from '#contracts/api/index.ts';
import { deskFormPath } from '#contracts/desk-pages.ts';
import { type FieldProblem, PROBLEM_STATUS, type ProblemCode } from '#contracts/problems.ts';
import type { StaffMember } from '#contracts/resources/staff.ts';
import { mayDo, type Scope, type StaffAction } from '#domain/desk/authorise.ts';
import { type ApiInput, apiRoute } from './api-route.ts';
import { type DeskPorts, type DeskVisit, deskRoute } from './desk.ts';
import type { Routes } from './http-function.ts';
import { checked, read } from './input.ts';
import { Refusal } from './refusal.ts';
import type { HttpRequest } from './request.ts';
import { type HttpResponse, seeOther } from './respond.ts';
import { allow, type StaffPorts, staffOf } from './staff.ts';

/** What an operation of staff gets: the input, whose doing it is, and what it is about. */
export type StaffInput<Operation extends ApiOperation, Subject> = ApiInput<Operation> & {
  readonly member: StaffMember;
  readonly subject: Subject;
};

type Run<Operation extends ApiOperation> = ReturnType<Parameters<typeof apiRoute<Operation>>[1]>;

export interface StaffOperation<Operation extends ApiOperation, Subject extends Scope> {
  readonly operation: Operation;
  /** What one must be allowed to do, where the subject belongs. */
  readonly action: StaffAction;
  /** The thing it is about, as it is stored; undefined when there is none. */
  readonly subject: (request: HttpRequest) => Promise<Subject | undefined>;
  /** A subject that the member may not do this with is not found, as `notFound`, like one that does not exist. */
  readonly seenBy: StaffAction;
  readonly notFound: ProblemCode;
  readonly run: (input: StaffInput<Operation, Subject>) => Run<Operation>;
}

/** What was posted, and what was wrong with it: for the page that shows the form again. */
export interface PostedForm {
  readonly operationId: string;
  readonly values: URLSearchParams;
  readonly errors: readonly FieldProblem[];
  readonly status: number;
  /** Why it was refused as a whole; absent where only fields are wrong. */
  readonly problem?: ProblemCode;
}

export interface StaffForm<Operation extends ApiOperation, Subject> {
  /** The operation's body, from what was posted. Never refuses and never repairs. */
  readonly body: (form: URLSearchParams) => unknown;
  /** The page that is shown in place of doing it, while there is something to ask. */
  readonly ask?: (input: StaffInput<Operation, Subject>, visit: DeskVisit) => Promise<HttpResponse | undefined>;
  /** Where to go on when it is done: an address of the desk. */
  readonly done: (input: StaffInput<Operation, Subject>, value: unknown) => string;
  readonly again: (visit: DeskVisit, request: HttpRequest, subject: Subject, posted: PostedForm) => Promise<HttpResponse>;
}

/** What is the whole district's. Who may not do it is told so. */
export const ofDistrict = {
  subject: async () => ({}),
  notFound: 'staff.not-allowed',
} as const;

/** The API route. Who nobody knows learns nothing about what is wrong with a request. */
export function staffApiRoute<Operation extends ApiOperation, Subject extends Scope>(
  ports: StaffPorts,
  one: StaffOperation<Operation, Subject>,
): Routes {
  const key = `${one.operation.method} ${one.operation.path}`;
  return {
    [key]: async (request) => {
      const member = await staffOf(ports, request);
      const route = apiRoute(one.operation, async (input) => {
        const subject = await subjectFor(one, member, request);
        return one.run({ ...input, member, subject });
      })[key];
      if (!route) throw new Error(`no route ${key}`);
      return route(request);
    },
  };
}

/** The form at the desk, at the address of the API operation with `/desk` for `/api`. */
export function staffFormRoute<Operation extends ApiOperation, Subject extends Scope>(
  ports: DeskPorts,
  one: StaffOperation<Operation, Subject>,
  form: StaffForm<Operation, Subject>,
): Routes {
  const { operationId, method, path, params, body } = one.operation;
  const route = deskRoute(ports, async (visit, request) => {
    const subject = await subjectFor(one, visit.member, request);
    const parsed = body ? read(body, form.body(visit.form)) : { ok: true as const, data: undefined };
    const posted = { operationId, values: visit.form };
    if (!parsed.ok) return form.again(visit, request, subject, { ...posted, errors: parsed.errors, status: 422 });
    const input = {
      params: params && checked(params, request.params),
      query: undefined,
      body: parsed.data,
      request: withKey(request, visit.form),
      member: visit.member,
      subject,
    } as unknown as StaffInput<Operation, Subject>; // each part is what its schema gave
    const question = await form.ask?.(input, visit);
    if (question) return question;
    const outcome = await one.run(input);
    if (outcome.ok) return seeOther(form.done(input, outcome.value));
    const { code, fields } = outcome.error;
    return form.again(visit, request, subject, { ...posted, errors: fields ?? [], status: PROBLEM_STATUS[code], problem: code });
  });
  return { [`${method} ${deskFormPath(path)}`]: route };
}

async function subjectFor<Subject extends Scope>(
  one: Pick<StaffOperation<ApiOperation, Subject>, 'subject' | 'seenBy' | 'notFound' | 'action'>,
  member: StaffMember,
  request: HttpRequest,
): Promise<Subject> {
  const subject = await one.subject(request);
  if (subject === undefined || !mayDo(member, one.seenBy, subject)) throw new Refusal(one.notFound);
  allow(member, one.action, subject);
  return subject;
}

/** The page's own key is the form's idempotency key. */
const withKey = (request: HttpRequest, form: URLSearchParams): HttpRequest => ({
  ...request,
  header: (name) => (name === 'idempotency-key' ? (form.get('key') ?? undefined) : request.header(name)),
});
