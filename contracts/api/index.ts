/** All API operations, by capability: the source of routes, of the OpenAPI document and of its reference page. */
import type { ApiOperation } from './operation.ts';
import * as volunteering from './volunteering.ts';

export type { ApiOperation } from './operation.ts';

export const API_OPERATIONS: readonly ApiOperation[] = Object.values(volunteering);
