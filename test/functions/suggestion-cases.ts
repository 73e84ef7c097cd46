/** Each way an operation on a suggestion box can end, and a request that leads there. */
import { listSuggestions, sendSuggestion, settleSuggestion } from '#contracts/api/volunteering-suggestions.ts';
import { SuggestionList } from '#contracts/resources/suggestion.ts';
import { schoolId } from '#test/support/builders.ts';
import { asStaff, DANA } from '#test/support/fake-desk.ts';
import type { Case, Scene } from './api-cases.ts';
import { type Answer, type Sent, type Site, site } from './http.ts';
import { KEY } from './people.ts';
import { pathOf } from './staff-cases.ts';

export const SUGGESTION = { text: 'Ask for help on Saturdays, too.', language: 'en' } as const;
const NOBODY = `sug_${'x'.repeat(22)}`;

const PATH = pathOf(sendSuggestion, { schoolId: schoolId() });
export const suggest = (here: Site, more: Partial<Sent> = {}, path = PATH): Promise<Answer> =>
  here.send({
    method: 'POST',
    path,
    ...(more.body === undefined && { json: SUGGESTION }),
    ...more,
    headers: { 'idempotency-key': KEY, ...more.headers },
  });
const sends =
  (more: Partial<Sent> = {}, path?: string) =>
  ({ here }: Scene) =>
    suggest(here, more, path);

/** Something is in the box of school 1; its address. */
export async function suggested({ here }: Pick<Scene, 'here'>) {
  await suggest(here);
  const answer = await here.get(pathOf(listSuggestions, { schoolId: schoolId() }), { headers: asStaff(DANA) });
  const [one] = SuggestionList.parse(answer.json()).suggestions;
  return { schoolId: schoolId(), suggestionId: one?.suggestionId ?? NOBODY };
}
const settles =
  (more: Partial<Sent> = {}, values: Readonly<Record<string, string>> = {}, on: (scene: Scene) => Site = ({ here }) => here) =>
  async (scene: Scene): Promise<Answer> => {
    const path = pathOf(settleSuggestion, { ...(await suggested(scene)), ...values });
    const json = more.body === undefined && { json: { settled: true } };
    return on(scene).send({ method: 'POST', path, ...json, ...more, headers: { ...asStaff(DANA), ...more.headers } });
  };
const looks =
  (email: string, n = 1) =>
  async (scene: Scene): Promise<Answer> => {
    await suggested(scene);
    return scene.here.get(pathOf(listSuggestions, { schoolId: schoolId(n) }), { headers: asStaff(email) });
  };
const busy = ({ world }: Scene): Site =>
  site(world, (ports) => ({ ...ports, suggestions: { ...ports.suggestions, settle: async () => 'busy' } }));

const bodies = (ask: (more: Partial<Sent>) => Case['ask'], operation: string): readonly Case[] => {
  const raw = (body: string, type: string) => ask({ body, headers: { 'content-type': type } });
  return [
    { operation, code: 'request.malformed', ask: raw('{"a":', 'application/json') },
    { operation, code: 'request.invalid', ask: ask({ json: { more: 1 } }) },
    { operation, code: 'request.too-large', ask: raw(JSON.stringify('x'.repeat(65_536)), 'application/json') },
    { operation, code: 'request.unsupported-type', ask: raw('a=1', 'text/plain') },
  ];
};

export const SUGGESTION_CASES: readonly Case[] = [
  { operation: 'sendSuggestion', code: 'success', ask: sends() },
  ...bodies(sends, 'sendSuggestion'),
  { operation: 'sendSuggestion', code: 'request.invalid', name: 'with nothing in it', ask: sends({ json: { ...SUGGESTION, text: ' ' } }) },
  { operation: 'sendSuggestion', code: 'request-key.missing', ask: sends({ headers: { 'idempotency-key': 'short' } }) },
  {
    operation: 'sendSuggestion',
    code: 'request-key.reused',
    ask: async (scene) => {
      await suggest(scene.here);
      return suggest(scene.here, { json: { ...SUGGESTION, text: 'Another one' } });
    },
  },
  { operation: 'sendSuggestion', code: 'school.not-found', ask: sends({}, pathOf(sendSuggestion, { schoolId: schoolId(9) })) },
  { operation: 'listSuggestions', code: 'success', ask: looks(DANA) },
  { operation: 'listSuggestions', code: 'staff.unknown', ask: looks('eve@example.org') },
  { operation: 'listSuggestions', code: 'school.not-found', ask: looks(DANA, 9) },
  { operation: 'listSuggestions', code: 'school.not-found', name: 'to who only looks', ask: looks('pat@riverbend.example') },
  { operation: 'settleSuggestion', code: 'success', ask: settles() },
  ...bodies(settles, 'settleSuggestion'),
  { operation: 'settleSuggestion', code: 'staff.unknown', ask: settles({ headers: { authorization: 'Bearer nonsense' } }) },
  { operation: 'settleSuggestion', code: 'school.not-found', ask: settles({}, { schoolId: schoolId(9) }) },
  { operation: 'settleSuggestion', code: 'suggestion.not-found', ask: settles({}, { suggestionId: NOBODY }) },
  { operation: 'settleSuggestion', code: 'request.conflict', ask: settles({}, {}, busy) },
];
