/** The OpenAPI 3.1 document of the whole API, made from the contracts. `generated/openapi.json` is this, committed. */
import * as z from 'zod/mini';
import { API_OPERATIONS, type ApiOperation } from './api/index.ts';
import { PROBLEM_STATUS, Problem, type ProblemCode } from './problems.ts';

type Json = Record<string, unknown>;

export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const operation of API_OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: operationObject(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Crosswalk',
      version: '1.0.0',
      description:
        'Volunteer help and fundraising at the schools of one district. Answers are JSON; refusals are problem details (RFC 9457) whose `code` is stable. ' +
        'New fields may appear in answers at any time. Instants are UTC; show them in the zone of the school.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [
      { name: 'volunteering', description: 'What help is asked for, signing up, and looking after one’s own sign-ups' },
      { name: 'fundraising', description: 'What is raised for, pledging, and looking after one’s own pledge' },
    ],
    paths,
    components: {
      schemas: { Problem: schema(Problem) },
      securitySchemes: {
        manageLink: { type: 'http', scheme: 'bearer', description: 'The token at the end of the manage link in every mail' },
        staff: {
          type: 'http',
          scheme: 'bearer',
          description: 'An ID token of the district’s identity provider, of somebody in the staff directory',
        },
      },
    },
  };
}

const SECURITY = { public: [], person: [{ manageLink: [] }], staff: [{ staff: [] }] } as const;

function operationObject(operation: ApiOperation): Json {
  const { operationId, capability, summary, description, audience, response, body } = operation;
  return {
    operationId,
    tags: [capability],
    summary,
    description,
    security: SECURITY[audience],
    parameters: parameters(operation),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schema(body) } } } }),
    responses: {
      [response.status]: {
        description: response.description,
        content: { 'application/json': { schema: schema(response.schema) } },
      },
      ...problemResponses(operation.refusals),
    },
  };
}

function parameters({ params, query, requestKey }: ApiOperation): readonly Json[] {
  return [
    ...inPlace(params, 'path'),
    ...inPlace(query, 'query'),
    ...(requestKey
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description: 'Chosen by the caller for this one request; send the same again to repeat it.',
            schema: { type: 'string', pattern: '^[\\w-]{16,64}$' },
          },
        ]
      : []),
  ];
}

const inPlace = (object: z.ZodMiniObject | undefined, place: 'path' | 'query'): readonly Json[] =>
  Object.entries(object?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: schema(field as z.ZodMiniType),
  }));

/** One response a status, naming the codes it can have. */
function problemResponses(refusals: readonly ProblemCode[]): Json {
  const always: readonly ProblemCode[] = ['service.broken', 'service.unavailable'];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...refusals, ...always])) {
    byStatus.set(PROBLEM_STATUS[code], [...(byStatus.get(PROBLEM_STATUS[code]) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        status,
        {
          description: codes.map((code) => `\`${code}\``).join(', '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  );
}

/** `input` leaves what we emit open, so that a new field breaks nobody; what people send is closed by its own strictness. */
function schema(type: z.ZodMiniType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(type, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' });
  return rest;
}
