/** What every function that shows pages shares: the context a page is drawn in, and the pages for what went wrong. */
import type { District } from '#contracts/district.ts';
import type { Clock } from '#domain/ports.ts';
import { iso } from '#domain/time.ts';
import { brokenPage, linkInvalidPage, notFoundPage, type PageContext } from '#web/pages/index.ts';
import type { Failure } from './problems.ts';
import type { HttpRequest } from './request.ts';
import { type HttpResponse, page } from './respond.ts';

export interface PagePorts {
  readonly district: District;
  readonly clock: Clock;
}

export const pageContext = ({ district, clock }: PagePorts, { language, url }: HttpRequest): PageContext => ({
  district,
  language,
  url,
  now: iso(clock.now()),
});

export const problemPage =
  (ports: PagePorts) =>
  (request: HttpRequest, { code, status, correlationId }: Failure): HttpResponse => {
    const context = pageContext(ports, request);
    const html =
      code === 'link.invalid'
        ? linkInvalidPage(context)
        : status >= 500
          ? brokenPage(context, { correlationId })
          : notFoundPage(context, { code });
    return page(html, request, { status, secret: true });
  };
