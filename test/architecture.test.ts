/** The house's rules that no type can state: who may import whom, which capability knows which, and that each file says what it is for. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDERS = ['contracts', 'domain', 'adapters', 'functions', 'web', 'lib', 'bin', 'local', 'scripts', 'test', 'bench'] as const;
type Folder = (typeof FOLDERS)[number];

interface Source {
  readonly path: string;
  readonly text: string;
}
/** Everything one may import that is not a file of one's own folder: our folders by name, packages by name. */
interface Rule {
  readonly folders: readonly Folder[];
  /** Exactly, or all below a scope (`@aws-sdk/`), or all of Node's own (`node:`). Absent: any. */
  readonly packages?: readonly string[];
  /** Runs on a developer's machine only. */
  readonly tool?: boolean;
  /** May read `generated/`. */
  readonly generated?: boolean;
}

const TOOLS: Rule = { folders: [...FOLDERS], tool: true, generated: true };
const RULES: Record<Folder, Rule> = {
  contracts: { folders: [], packages: ['zod/mini'] },
  domain: { folders: ['contracts'], packages: ['ical.js', 'temporal-polyfill', 'zod/mini'] },
  adapters: { folders: ['contracts', 'domain'], generated: true },
  functions: { folders: ['contracts', 'domain', 'adapters', 'web'], generated: true },
  web: {
    folders: ['contracts'],
    packages: ['d3-scale', 'd3-shape', 'pdfkit', 'preact', 'preact/', 'preact-render-to-string', 'qrcode', 'temporal-polyfill', 'zod/mini'],
    generated: true,
  },
  lib: { folders: ['contracts'], packages: ['aws-cdk-lib', 'aws-cdk-lib/', 'constructs', 'cdk-nag', 'esbuild', 'node:', 'zod/mini'] },
  bin: { folders: ['contracts', 'lib'], packages: ['aws-cdk-lib', 'aws-cdk-lib/', 'cdk-nag', 'constructs', 'node:'] },
  local: { ...TOOLS, folders: FOLDERS.filter((folder) => folder !== 'test') },
  scripts: { ...TOOLS, folders: FOLDERS.filter((folder) => folder !== 'test') },
  test: TOOLS,
  bench: TOOLS,
};

const sources: readonly Source[] = FOLDERS.flatMap((folder) =>
  globSync(`${folder}/**/*.{ts,tsx,js,mjs}`, { cwd: ROOT }).map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
);
const folderOf = (path: string): Folder => path.split('/')[0] as Folder;

/** What a file imports, exports from or loads later; comments don't count. */
function importsOf(text: string): readonly string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const statements = /^\s*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]/gm;
  return [...code.matchAll(statements)].flatMap((match) => match[1] ?? match[2] ?? []);
}

/** What is wrong with the imports of a file, by the rule of its folder. */
function forbidden({ path, text }: Source): readonly string[] {
  const own = folderOf(path);
  const rule = RULES[own];
  return importsOf(text)
    .filter((specifier) => {
      const target = targetOf(path, specifier);
      if (target.kind === 'package') return rule.packages !== undefined && !rule.packages.some((one) => covers(one, target.name));
      // relative inside a folder; only tests, which mirror the whole tree, reach their support by its name
      if (target.folder === own) return own !== 'test' && specifier.startsWith('#');
      if (target.folder === 'generated') return !rule.generated;
      // what ships reaches other folders by their name; tools may also walk there, for not every folder has a name
      const byName = specifier.startsWith('#') || rule.tool === true;
      return !byName || !rule.folders.includes(target.folder as Folder);
    })
    .map((specifier) => `${path} imports ${specifier}`);
}

const covers = (allowed: string, name: string): boolean => (/[:/]$/.test(allowed) ? name.startsWith(allowed) : name === allowed);

function targetOf(path: string, specifier: string): { kind: 'package'; name: string } | { kind: 'file'; folder: string; file: string } {
  const file = specifier.startsWith('#')
    ? specifier.slice(1)
    : specifier.startsWith('.')
      ? normalize(join(dirname(path), specifier))
      : undefined;
  return file === undefined ? { kind: 'package', name: specifier } : { kind: 'file', folder: file.split('/')[0] ?? '', file };
}

/** Imports of one capability of the domain from another one. */
function betweenCapabilities({ path, text }: Source): readonly string[] {
  const capabilityOf = (file: string): string | undefined => /^domain\/([^/]+)\//.exec(file)?.[1];
  const own = capabilityOf(path);
  if (own === undefined) return [];
  return importsOf(text).filter((specifier) => {
    const target = targetOf(path, specifier);
    const other = target.kind === 'file' ? capabilityOf(target.file) : undefined;
    return other !== undefined && other !== own;
  });
}

const saysWhatItIsFor = ({ text }: Source): boolean => /^(?:#!.*\n)?\/(?:\*\*?\s*(?:\n\s*\*)?|\/)\s*[\w`"“][^\n]{4,}/u.test(text);

const sabotage = (path: string, line: string): Source => ({ path, text: `/** A file. */\n${line}\n` });

describe('the architecture', () => {
  it.each(FOLDERS.filter((folder) => folder !== 'bench'))('has files in %s', (folder) => {
    const here = sources.filter(({ path }) => folderOf(path) === folder);
    expect(here.length).toBeGreaterThan(0);
    // something that finds no import at all would pass everything below
    expect(here.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(0);
  });

  it('lets no file import what its folder may not know', () => {
    expect(sources.flatMap(forbidden)).toEqual([]);
  });

  it.each([
    ['contracts/a.ts', "import { x } from '#domain/result.ts';"],
    ['contracts/a.ts', "import { readFileSync } from 'node:fs';"],
    ['domain/volunteering/a.ts', "import { createHash } from 'node:crypto';"],
    ['domain/volunteering/a.ts', "import type { Item } from '#adapters/dynamo/table.ts';"],
    ['domain/volunteering/a.ts', "import {\n  a,\n  b,\n} from '@aws-sdk/client-dynamodb';"],
    ['adapters/dynamo/a.ts', "export { x } from '#web/pages/index.ts';"],
    ['adapters/dynamo/a.ts', "export * from '../../functions/_http/input.ts';"],
    ['functions/pages/a.ts', "const { x } = await import('#local/start.ts');"],
    ['functions/pages/a.ts', "import { x } from '#test/support/fakes.ts';"],
    ['web/pages/a.tsx', "import '#domain/time.ts';"],
    ['web/pages/a.tsx', "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';"],
    ['lib/a.ts', "import { handler } from '#functions/relay/volunteering.ts';"],
    ['lib/a.ts', "import { handler } from '../functions/relay/volunteering.ts';"],
    ['bin/a.ts', "import { world } from '#test/support/world.ts';"],
    ['local/a.ts', "import { world } from '#test/support/world.ts';"],
    ['domain/volunteering/a.ts', "import { x } from '../../contracts/values.ts';"],
    ['domain/volunteering/a.ts', "import { x } from '#domain/time.ts';"],
  ])('would notice in %s: %j', (path, line) => {
    expect(forbidden(sabotage(path, line))).toHaveLength(1);
  });

  it('does not take a comment for an import', () => {
    expect(importsOf("/* import a from 'a'; */\n// import b from 'b';\nimport c from 'c';\n")).toEqual(['c']);
  });

  it('keeps the capabilities of the domain apart', () => {
    expect(sources.filter((source) => betweenCapabilities(source).length > 0).map(({ path }) => path)).toEqual([]);
    expect(new Set(sources.flatMap(({ path }) => /^domain\/([^/]+)\//.exec(path)?.[1] ?? [])).size).toBeGreaterThan(1);
  });

  it.each(['../volunteering/ports.ts', '#domain/volunteering/ports.ts'])('would notice messaging that imports %s', (specifier) => {
    expect(betweenCapabilities(sabotage('domain/messaging/a.ts', `import type { SignUp } from '${specifier}';`))).toEqual([specifier]);
  });

  it('has a word in each file about what it is for', () => {
    expect(sources.filter((source) => !saysWhatItIsFor(source)).map(({ path }) => path)).toEqual([]);
    expect(saysWhatItIsFor({ path: 'domain/a.ts', text: "import { x } from './x.ts';\n/** Later. */\n" })).toBe(false);
    expect(saysWhatItIsFor({ path: 'domain/a.ts', text: '/** */\n' })).toBe(false);
  });
});
