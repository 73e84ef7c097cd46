/** What came in, read once: the parts of an API Gateway event (payload version 2) that routes ask for. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { District } from '#contracts/district.ts';
import { LANGUAGE_PARAMETER } from '#contracts/pages.ts';
import { chooseLanguage } from './language.ts';
import { Refusal } from './refusal.ts';

/** A body larger than this is refused. The largest form (60 slots, 10 answers of 500 characters) stays well below. */
export const MAX_BODY_BYTES = 64 * 1_024;

export interface HttpRequest {
  readonly routeKey: string;
  readonly path: string;
  /** Path and query without the language switch: where the page is. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Of the page to show. */
  readonly language: string;
  /** Set when the person switched it with this request. */
  readonly chosenLanguage: string | undefined;
  readonly correlationId: string;
  readonly isApi: boolean;
  header(name: string): string | undefined;
  cookie(name: string): string | undefined;
  /** As text. Throws `request.too-large`. */
  body(): string;
}

export function readRequest(event: APIGatewayProxyEventV2, district: Pick<District, 'languages'>): HttpRequest {
  const query = new URLSearchParams(event.rawQueryString);
  const header = (name: string): string | undefined => event.headers[name];
  const cookies = event.cookies ?? (header('cookie') ?? '').split('; ');
  const { language, chosen } = chooseLanguage(district.languages, query.get(LANGUAGE_PARAMETER), cookies, header('accept-language'));
  const rest = new URLSearchParams(query);
  rest.delete(LANGUAGE_PARAMETER);
  return {
    routeKey: event.routeKey,
    path: event.rawPath,
    url: rest.size > 0 ? `${event.rawPath}?${rest}` : event.rawPath,
    params: decoded(event.pathParameters),
    query,
    language,
    chosenLanguage: chosen,
    correlationId: event.requestContext.requestId,
    isApi: event.rawPath.startsWith('/api/') && !event.rawPath.endsWith('.json'),
    header,
    cookie: (name) => cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1),
    body: () => bodyText(event),
  };
}

function bodyText({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string {
  const bytes = isBase64Encoded ? Buffer.from(body, 'base64') : Buffer.from(body, 'utf8');
  if (bytes.length > MAX_BODY_BYTES) {
    throw new Refusal('request.too-large', { detail: `the body has ${bytes.length} bytes, ${MAX_BODY_BYTES} are allowed` });
  }
  return bytes.toString('utf8');
}

/**
 * API Gateway decodes path parameters; what is still not a path segment is for the contract to refuse. Where a path has none, it leaves them out;
 * others that speak its protocol send null.
 */
const decoded = (params: Readonly<Record<string, string | undefined>> | null | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(params ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
