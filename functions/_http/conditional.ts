/** Answers that whoever has them already need not be sent again: RFC 9110 §13. */
import type { HttpRequest } from './request.ts';
import type { HttpResponse } from './respond.ts';

/** Longer headers than any client of ours sends are not looked into. */
const MOST = 4_096;

interface Validators {
  /** With its quotes, and `W/` before it when it is weak. */
  readonly etag: string;
  /** ISO instant. */
  readonly lastModified?: string;
}

/** The whole answer, or 304 with the same headers but those of the body. */
export function conditional(request: HttpRequest, validators: Validators, answer: HttpResponse): HttpResponse {
  const { etag, lastModified } = validators;
  const headers = { ...answer.headers, etag, ...(lastModified !== undefined && { 'last-modified': new Date(lastModified).toUTCString() }) };
  if (!hasIt(request, validators)) return { ...answer, headers };
  const { 'content-type': _type, 'content-disposition': _disposition, ...kept } = headers as Record<string, string>;
  return { statusCode: 304, headers: kept, body: '' };
}

/** A tag, where one is given, decides alone (§13.2.2): a date has whole seconds only. */
function hasIt(request: HttpRequest, { etag, lastModified }: Validators): boolean {
  const tags = request.header('if-none-match');
  if (tags !== undefined) return tags.trim() === '*' || tagsIn(tags).includes(opaque(etag));
  const since = dateOf(request.header('if-modified-since'));
  return since !== undefined && lastModified !== undefined && Math.floor(Date.parse(lastModified) / 1_000) * 1_000 <= since;
}

/** Weak comparison (§8.8.3.2): CloudFront makes a tag weak when it compresses what the tag is of. */
const opaque = (tag: string): string => tag.replace(/^W\//, '');

/** The tags of a list. One that is no list of tags has none. */
function tagsIn(header: string): readonly string[] {
  if (header.length > MOST) return [];
  const tags: string[] = [];
  const tag = /\s*(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")\s*(?:,|$)/y;
  while (tag.lastIndex < header.length) {
    const found = tag.exec(header)?.[1];
    if (found === undefined) return [];
    tags.push(found);
  }
  return tags;
}

const DAY_NAME = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const TIME = '\\d\\d:\\d\\d:\\d\\d';
/** The one form that is written, and the two that are still to be read (§5.6.7). */
const DATES = [
  new RegExp(`^${DAY_NAME}, \\d\\d [A-Z][a-z]{2} \\d{4} ${TIME} GMT$`),
  new RegExp(`^[A-Z][a-z]{5,8}, \\d\\d-[A-Z][a-z]{2}-\\d\\d ${TIME} GMT$`),
  new RegExp(`^${DAY_NAME} [A-Z][a-z]{2} [ \\d]\\d ${TIME} \\d{4}$`),
];

function dateOf(header: string | undefined): number | undefined {
  if (header === undefined || !DATES.some((form) => form.test(header))) return undefined;
  const at = Date.parse(header.endsWith('GMT') ? header : `${header} GMT`);
  return Number.isNaN(at) ? undefined : at;
}
