/** Stylesheets and scripts of the site and of its desk, under names that change with what is in them, so that browsers keep them for a year. */

import names from '../../generated/static.json' with { type: 'json' };
import contents from '../../generated/static-content.json' with { type: 'json' };
import { Refusal } from '../_http/refusal.ts';
import { file, type HttpResponse } from '../_http/respond.ts';

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

const NAMES = Object.keys(contents) as (keyof typeof contents)[];

/** An older name gets what is current, and is told not to keep it: someone has a page open from before an update. */
export function staticFile(asked: string): HttpResponse {
  const [, base, kind] = /^([a-z-]+)\.[0-9a-z]+\.(css|js)$/.exec(asked) ?? [];
  const name = NAMES.find((one) => one === `${base}.${kind}`);
  if (name === undefined) throw new Refusal('route.not-found');
  const kept = names[name] === asked;
  return file(
    contents[name],
    name.endsWith('.css') ? TYPES.css : TYPES.js,
    kept ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
    {
      'cross-origin-resource-policy': 'same-origin',
    },
  );
}
