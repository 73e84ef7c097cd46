/** The environment of a function, parsed: each names what it needs and gets just that. */
import * as z from 'zod/mini';
import { District } from '#contracts/district.ts';

const name = z.string().check(z.minLength(1));

const VARIABLES = {
  VOLUNTEERING_TABLE: name,
  FUNDRAISING_TABLE: name,
  MESSAGING_TABLE: name,
  DESK_TABLE: name,
  /** Origin of the identity provider of staff, no slash at its end, and our name there. */
  STAFF_ISSUER: name,
  STAFF_CLIENT: name,
  BUS_NAME: name,
  UPLOADS_BUCKET: name,
  /** Id or ARN of the secret with the district's key. */
  DISTRICT_SECRET: name,
  /** Id or ARN of the secret with the desk's key. */
  DESK_SECRET: name,
  SES_CONFIGURATION_SET: name,
  /** JSON of `contracts/district.ts`. */
  DISTRICT: z.pipe(
    name,
    z.transform((text: string, context) => {
      try {
        return District.parse(JSON.parse(text));
      } catch {
        context.issues.push({ code: 'custom', message: 'is not a district in JSON', input: text });
        return z.NEVER;
      }
    }),
  ),
} as const;

type Variables = typeof VARIABLES;
export type Environment<Name extends keyof Variables> = { readonly [N in Name]: z.output<Variables[N]> };

/** Throws with the names of the variables that are missing or wrong; never with what they hold. */
export function environment<Name extends keyof Variables>(
  names: readonly Name[],
  from: NodeJS.ProcessEnv = process.env,
): Environment<Name> {
  const wrong: string[] = [];
  const entries = names.map((each) => {
    const parsed = VARIABLES[each].safeParse(from[each]);
    if (!parsed.success) wrong.push(each);
    return [each, parsed.data];
  });
  if (wrong.length > 0) throw new Error(`environment variables missing or malformed: ${wrong.join(', ')}`);
  return Object.fromEntries(entries) as Environment<Name>;
}
