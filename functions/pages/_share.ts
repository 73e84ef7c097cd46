/** Ways to pass on what a school offers: for a frame on its own site, and as a poster. */
import { paths } from '#contracts/pages.ts';
import type { PublicOpportunity } from '#contracts/resources/availability.ts';
import { OpportunityKind } from '#contracts/resources/opportunity.ts';
import { EMBED_KIND_PARAMETER, EMBED_LIMIT_PARAMETER, PAPER_PARAMETER, SHARE_PAGES, sharePaths } from '#contracts/share-pages.ts';
import { OpportunityId, Slug } from '#contracts/values.ts';
import { listOpportunities, listSchools } from '#domain/volunteering/browse.ts';
import { type FigurePorts, getOpportunityWithoutNames } from '#domain/volunteering/get-opportunity.ts';
import { ALL_LANGUAGES, POSTER_PAPERS, type PosterModel, posterPage, schoolEmbedPage } from '#web/pages/index.ts';
import type { Routes } from '../_http/http-function.ts';
import { type PagePorts, pageContext } from '../_http/pages.ts';
import { Refusal } from '../_http/refusal.ts';
import type { HttpRequest } from '../_http/request.ts';
import { EMBEDDABLE, type HttpResponse, page } from '../_http/respond.ts';

type Ports = FigurePorts & PagePorts;

const LIMIT = { usual: 8, most: 30 } as const;

export const shareRoutes = (ports: Ports): Routes => ({
  [`GET ${SHARE_PAGES.schoolEmbed.path}`]: (request) => embed(ports, request),
  [`GET ${SHARE_PAGES.poster.path}`]: async (request) => {
    const id = OpportunityId.safeParse(request.params.opportunityId);
    const found = id.success ? await getOpportunityWithoutNames(ports)({ opportunityId: id.data }) : undefined;
    if (!found?.ok) throw new Refusal('opportunity.not-found');
    const { opportunityId } = found.value;
    return showPoster(ports, request, found.value, { path: sharePaths.poster(opportunityId), back: paths.opportunity(opportunityId) });
  },
});

async function embed(ports: Ports, request: HttpRequest): Promise<HttpResponse> {
  const slug = Slug.safeParse(request.params.slug);
  const school = slug.success ? (await listSchools(ports)()).schools.find((one) => one.slug === slug.data) : undefined;
  if (!school) throw new Refusal('school.not-found');
  // whoever set up the frame made a mistake in it: it still shows what there is
  const kind = OpportunityKind.safeParse(request.query.get(EMBED_KIND_PARAMETER));
  const asked = Number(request.query.get(EMBED_LIMIT_PARAMETER));
  const limit = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, LIMIT.most) : LIMIT.usual;
  const { opportunities } = await listOpportunities(ports)({ schoolId: school.schoolId, ...(kind.success && { kind: kind.data }) });
  const html = schoolEmbedPage(pageContext(ports, request), { school, opportunities, limit });
  // a frame on another site remembers nothing
  const answer = page(html, { language: request.language, chosenLanguage: undefined });
  return { ...answer, headers: { ...answer.headers, ...EMBEDDABLE } };
}

/** In all languages, unless one is asked for; on the paper that is usual here, unless another is. */
export function showPoster(
  ports: PagePorts,
  request: HttpRequest,
  opportunity: PublicOpportunity,
  more: Pick<PosterModel, 'path' | 'back' | 'door'>,
): HttpResponse {
  const { languages } = ports.district;
  const asked = request.query.get('lang');
  const one = asked === ALL_LANGUAGES ? undefined : request.chosenLanguage;
  const paper = POSTER_PAPERS.find((size) => size === request.query.get(PAPER_PARAMETER)) ?? 'letter';
  const html = posterPage(pageContext(ports, request), {
    opportunity,
    languages: one === undefined || more.door !== undefined ? languages : [one],
    paper,
    ...more,
  });
  return page(html, request);
}
