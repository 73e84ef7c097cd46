/** The API document: every operation with its statuses, and whole in itself, so that tools can read it. */
import { describe, expect, it } from 'vitest';
import * as desk from '#contracts/api/desk.ts';
import * as figures from '#contracts/api/figures.ts';
import * as fundraising from '#contracts/api/fundraising.ts';
import * as fundraisingPhotos from '#contracts/api/fundraising-photos.ts';
import * as fundraisingStaff from '#contracts/api/fundraising-staff.ts';
import { API_OPERATIONS } from '#contracts/api/index.ts';
import * as mail from '#contracts/api/mail.ts';
import * as mailPreferences from '#contracts/api/mail-preferences.ts';
import * as volunteering from '#contracts/api/volunteering.ts';
import * as volunteeringCalendar from '#contracts/api/volunteering-calendar.ts';
import * as volunteeringCheckIn from '#contracts/api/volunteering-check-in.ts';
import * as volunteeringFeedback from '#contracts/api/volunteering-feedback.ts';
import * as volunteeringMessages from '#contracts/api/volunteering-messages.ts';
import * as volunteeringPeople from '#contracts/api/volunteering-people.ts';
import * as volunteeringStaff from '#contracts/api/volunteering-staff.ts';
import * as volunteeringSuggestions from '#contracts/api/volunteering-suggestions.ts';
import { openApiDocument } from '#contracts/openapi.ts';
import { FORMS, PAGES, PHOTO_PAGE } from '#contracts/pages.ts';
import { PROBLEM_STATUS } from '#contracts/problems.ts';

type Json = Readonly<Record<string, unknown>>;
interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly Json[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Json }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
}
const document = JSON.parse(JSON.stringify(openApiDocument())) as Json & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly securitySchemes: Json; readonly schemas: Json };
};
const operationOf = (path: string, method: string): OperationObject => {
  const found = document.paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`no ${method} ${path}`);
  return found;
};

/** Everything in the document, with where it stands. */
function* walk(value: unknown, at = '#'): Generator<readonly [string, Json]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield [at, value as Json];
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${at}/${key}`);
}
const resolves = (reference: string): boolean =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (at as Json | undefined)?.[step], document) !== undefined;

describe('the API document', () => {
  it('has every operation, and no other', () => {
    const there = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(there.sort()).toEqual(API_OPERATIONS.map(({ method, path }) => `${method.toLowerCase()} ${path}`).sort());
    expect(there.length).toBeGreaterThan(8);
  });

  it.each(API_OPERATIONS)('tells each status $operationId can have, and the codes behind it', ({ method, path, response, refusals }) => {
    const { responses } = operationOf(path, method);
    const codes = [...refusals, 'service.broken', 'service.unavailable'] as const;
    expect(Object.keys(responses).sort()).toEqual(
      [...new Set([response.status, ...codes.map((code) => PROBLEM_STATUS[code])])].map(String).sort(),
    );
    for (const code of codes) expect(responses[PROBLEM_STATUS[code]]?.description).toContain(`\`${code}\``);
    expect(Object.keys(responses[response.status]?.content ?? {})).toEqual(['application/json']);
    expect(Object.keys(responses[500]?.content ?? {})).toEqual(['application/problem+json']);
  });

  it.each(API_OPERATIONS)(
    'asks of $operationId what its contract asks',
    ({ method, path, operationId, audience, requestKey, body, query }) => {
      const object = operationOf(path, method);
      const parameters = (place: string) => object.parameters.filter((one) => one.in === place).map(({ name }) => name);
      expect(object.operationId).toBe(operationId);
      expect(object.security).toEqual({ public: [], person: [{ manageLink: [] }], staff: [{ staff: [] }] }[audience]);
      expect(parameters('path')).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(parameters('query')).toEqual(Object.keys(query?.shape ?? {}));
      expect(parameters('header')).toEqual(requestKey ? ['Idempotency-Key'] : []);
      expect(object.requestBody !== undefined).toBe(body !== undefined);
      expect(object.parameters.every((one) => one.in !== 'path' || one.required)).toBe(true);
    },
  );

  it('closes what is sent and leaves open what is answered', () => {
    const { requestBody, responses } = operationOf('/api/sign-ups', 'POST');
    expect(requestBody?.content['application/json']?.schema).toMatchObject({ type: 'object', additionalProperties: false });
    const answered = responses[201]?.content['application/json']?.schema ?? {};
    expect(answered.additionalProperties).not.toBe(false);
    expect(answered.required).toEqual(['submissionId', 'opportunityId', 'receipt', 'results', 'alternatives']);
  });

  it('refers only to what is there', () => {
    const references = [...walk(document)].flatMap(([at, value]) => (typeof value.$ref === 'string' ? [[at, value.$ref] as const] : []));
    expect(references.length).toBeGreaterThan(8);
    expect(references.filter(([, reference]) => !reference.startsWith('#/components/') || !resolves(reference))).toEqual([]);
    const required = API_OPERATIONS.flatMap(({ method, path }) => operationOf(path, method).security.flatMap((one) => Object.keys(one)));
    expect(Object.keys(document.components.securitySchemes)).toEqual([...new Set(required)]);
  });

  it('has no schema that allows anything', () => {
    const schemas = [...walk(document)].filter(([at]) => /\/schema$|\/properties\/[^/]+$/.test(at));
    expect(schemas.length).toBeGreaterThan(50);
    expect(schemas.filter(([, schema]) => Object.keys(schema).length === 0).map(([at]) => at)).toEqual([]);
  });
});

describe('the routes', () => {
  it('of the API are all that the contracts export', () => {
    const exported = [
      volunteering,
      volunteeringStaff,
      volunteeringCheckIn,
      volunteeringPeople,
      volunteeringFeedback,
      volunteeringMessages,
      volunteeringSuggestions,
      volunteeringCalendar,
      figures,
      fundraising,
      fundraisingPhotos,
      fundraisingStaff,
      mail,
      mailPreferences,
      desk,
    ].flatMap((capability) => Object.values<unknown>(capability));
    expect(new Set(exported)).toEqual(new Set<unknown>(API_OPERATIONS));
    expect(exported).toHaveLength(API_OPERATIONS.length);
  });

  it('of the API, pages and forms are each there once', () => {
    const all = [...API_OPERATIONS, ...Object.values(PAGES), PHOTO_PAGE, ...Object.values(FORMS)].map(
      ({ method, path }) => `${method} ${path}`,
    );
    // two that differ only in the name of a parameter are one to the gateway
    const shapes = all.map((route) => route.replaceAll(/\{\w+\}/g, '{}'));
    expect(shapes.filter((shape, index) => shapes.indexOf(shape) !== index)).toEqual([]);
    expect(new Set(API_OPERATIONS.map(({ operationId }) => operationId)).size).toBe(API_OPERATIONS.length);
  });
});
