/** The figures of volunteering: whether they are what the ledgers say, and making them anew. */
import type { ProblemCode } from '../problems.ts';
import { FiguresCheck, FiguresState } from '../resources/figures.ts';
import type { ApiOperation } from './operation.ts';

const staff = { capability: 'volunteering', audience: 'staff', requestKey: false } as const;
/** For who may not look into the district's figures, they are not there. */
const who = ['staff.unknown', 'route.not-found'] as const satisfies readonly ProblemCode[];

export const checkFigures = {
  ...staff,
  operationId: 'checkFigures',
  method: 'GET',
  path: '/api/figures',
  summary: 'Recount the figures of volunteering, changing nothing',
  description: 'Counts all slots from their ledgers and names each sum that differs. What changes while it counts may be among them.',
  response: { status: 200, schema: FiguresCheck, description: 'Which figures are in use, and what differs' },
  refusals: who,
} as const satisfies ApiOperation;

export const rebuildFigures = {
  ...staff,
  operationId: 'rebuildFigures',
  method: 'POST',
  path: '/api/figures/rebuild',
  summary: 'Make the figures of volunteering anew',
  description: 'They are counted from the ledgers beside those in use, and take over when all is counted. Sign-ups go on meanwhile.',
  response: { status: 202, schema: FiguresState, description: 'Which figures are in use and which are being made' },
  refusals: who,
} as const satisfies ApiOperation;
