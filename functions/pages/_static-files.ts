/** Stylesheets and scripts of the site and of its desk, under names that change with what is in them, so that browsers keep them for a year. */

import names from '../../generated/static.json' with { type: 'json' };
import contents from '../../generated/static-content.json' with { type: 'json' };
import { Refusal } from '../_http/refusal.ts';
import { file, type HttpResponse } from '../_http/respond.ts';

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

/** An older name gets what is current, and is told not to keep it: someone has a page open from before an update. */
export function staticFile(asked: string): HttpResponse {
  const match = /^(site|desk)\.[0-9a-z]+\.(css|js)$/.exec(asked);
  const kind = match?.[2];
  if (kind !== 'css' && kind !== 'js') throw new Refusal('route.not-found');
  const name = `${match?.[1] === 'desk' ? 'desk' : 'site'}.${kind}` as const;
  const kept = names[name] === asked;
  return file(contents[name], TYPES[kind], kept ? 'public, max-age=31536000, immutable' : 'public, max-age=60', {
    'cross-origin-resource-policy': 'same-origin',
  });
}
