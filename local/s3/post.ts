/** A browser's form: refused as S3 refuses it, or stored, and the browser is sent where the form says. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bucket } from './buckets.ts';
import { S3Error, xml } from './errors.ts';
import type { Draft, ObjectFacts } from './objects.ts';
import { readForm } from './post-form.ts';
import { type AllowedSize, checkPolicy, type Fields } from './post-policy.ts';
import { type Storing, store } from './storing.ts';

export async function takeForm(
  context: Storing,
  bucket: Bucket,
  requestId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const got: { form: Fields; draft?: Draft } = { form: new Map() };
  try {
    await readForm(request, async (fields, file, fileName) => {
      got.form = named(fields, fileName);
      const allowed = checkPolicy(got.form, bucket.name, context.clock.now());
      got.draft = await context.objects.receive(file, allowed.most);
      checkSize(got.draft, allowed);
    });
    const { form, draft } = got;
    if (!draft) throw new S3Error('IncorrectNumberOfFilesInPostRequest');
    const facts = store(context, bucket, draft, {
      key: form.get('key') ?? '',
      headers: form,
      reason: 'POST Object',
      requestId,
      sourceIp: request.socket.remoteAddress ?? '',
    });
    succeed(form, bucket, facts, request, response);
  } catch (error) {
    if (got.draft) context.objects.discard(got.draft);
    throw error;
  }
}

/** A key may ask for the name that the file has at home. */
const named = (fields: Fields, fileName: string): Fields =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
  new Map([...fields].map(([name, value]) => [name, name === 'key' ? value.replaceAll('${filename}', () => fileName) : value]));

function checkSize({ size }: Draft, { least, most }: AllowedSize): void {
  if (size > most) throw new S3Error('EntityTooLarge', undefined, { ProposedSize: size, MaxSizeAllowed: most });
  if (size < least) throw new S3Error('EntityTooSmall', undefined, { ProposedSize: size, MinSizeAllowed: least });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html */
function succeed(form: Fields, bucket: Bucket, { key, etag }: ObjectFacts, request: IncomingMessage, response: ServerResponse): void {
  const location = `http://${request.headers.host}/${bucket.name}/${encodeURIComponent(key)}`;
  const quoted = `"${etag}"`;
  const redirect = form.get('success_action_redirect') ?? '';
  if (/^https?:\/\//i.test(redirect) && URL.canParse(redirect)) {
    const url = new URL(redirect);
    url.search = `${url.search === '' ? '' : `${url.search}&`}${new URLSearchParams({ bucket: bucket.name, key, etag: quoted })}`;
    response.writeHead(303, { location: url.href, etag: quoted }).end();
  } else if (form.get('success_action_status') === '201') {
    response.writeHead(201, { location, etag: quoted, 'content-type': 'application/xml' });
    response.end(xml('PostResponse', { Location: location, Bucket: bucket.name, Key: key, ETag: quoted }));
  } else {
    response.writeHead(form.get('success_action_status') === '200' ? 200 : 204, { location, etag: quoted }).end();
  }
}
