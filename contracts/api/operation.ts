/** The shape of one API operation: what goes in, what comes out, and every refusal it can give. */
import type * as z from 'zod/mini';
import type { ProblemCode } from '../problems.ts';

export interface ApiOperation {
  /** Also the name of its function file, in kebab case, and of its domain operation. */
  readonly operationId: string;
  /** Whose it is; also the folder of its function file. */
  readonly capability: 'volunteering' | 'fundraising' | 'messaging' | 'desk';
  readonly method: 'GET' | 'POST';
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly description: string;
  /** `public`: no proof of identity. `person`: `Authorization: Bearer <manage token>`. `staff`: a token of the district's identity provider. */
  readonly audience: 'public' | 'person' | 'staff';
  /** POSTs that create take an `Idempotency-Key` header; the others are harmless to repeat by what they mean. */
  readonly requestKey: boolean;
  readonly params?: z.ZodMiniObject;
  readonly query?: z.ZodMiniObject;
  readonly body?: z.ZodMiniType;
  readonly response: { readonly status: 200 | 201 | 202; readonly schema: z.ZodMiniType; readonly description: string };
  readonly refusals: readonly ProblemCode[];
}
