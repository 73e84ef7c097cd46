/** What belongs into `generated/`, by file name: made from the contracts, from `web/static`, from the fonts, the image codecs and what draws SVG. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import * as z from 'zod/mini';
import { EVENTS } from '#contracts/events/index.ts';
import { openApiDocument } from '#contracts/openapi.ts';
import { documentFonts } from './document-fonts.ts';
import { imageCodecs } from './image-codecs.ts';
import { svgRenderer } from './svg-renderer.ts';

const STATIC = join(dirname(fileURLToPath(import.meta.url)), '..', 'web', 'static');
const STATIC_FILES = ['site.css', 'site.js', 'desk.css', 'desk.js', 'check-in.js'] as const;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export function generated(): Readonly<Record<string, string>> {
  const statics = STATIC_FILES.map((name) => staticFile(name));
  return {
    'openapi.json': json(openApiDocument()),
    'static.json': json(Object.fromEntries(statics.map(({ name, hashed }) => [name, hashed]))),
    'static-content.json': json(Object.fromEntries(statics.map(({ name, content }) => [name, content]))),
    'document-fonts.json': `${JSON.stringify(documentFonts())}\n`,
    'image-codecs.json': `${JSON.stringify(imageCodecs())}\n`,
    'svg-renderer.json': `${JSON.stringify(svgRenderer())}\n`,
    'events.md': eventTable(),
    ...Object.fromEntries(
      Object.entries(EVENTS).map(([type, schema]) => [
        `events/${type}.schema.json`,
        json(z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' })),
      ]),
    ),
  };
}

function staticFile(name: (typeof STATIC_FILES)[number]) {
  const [base = '', kind = ''] = name.split('.');
  const { code } = transformSync(readFileSync(join(STATIC, name), 'utf8'), {
    loader: kind === 'css' ? 'css' : 'js',
    minify: true,
    target: ['chrome110', 'firefox115', 'safari16'],
  });
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 10);
  return { name, hashed: `${base}.${hash}.${kind}`, content: code };
}

function eventTable(): string {
  const rows = Object.entries(EVENTS).map(([type, schema]) => {
    const fields = Object.entries(schema.shape.data.shape).map(([name, field]) => (field.safeParse(undefined).success ? `${name}?` : name));
    return `| \`${type}\` | \`${schema.shape.source.def.values[0]}\` | ${fields.join(', ')} |`;
  });
  return ['# Events', '', '| type | source | data |', '|---|---|---|', ...rows, ''].join('\n');
}
