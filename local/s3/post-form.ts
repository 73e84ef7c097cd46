/** Reads a form with a file as it arrives: its fields are small and come first, the file streams past, and what follows it is ignored. */
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { S3Error } from './errors.ts';
import type { Fields } from './post-policy.ts';

/** Of all fields before the file together, as S3 has it. */
const MOST_FIELD_BYTES = 20 * 1_024;

/**
 * Resolves when the whole form has been read and `take` is done with its file. Rejects with what `take` refuses, after reading the rest:
 * a browser that is answered in the middle of its sending may not look at the answer.
 */
export async function readForm(
  request: IncomingMessage,
  take: (fields: Fields, file: Readable, fileName: string) => Promise<void>,
): Promise<void> {
  const fields = new Map<string, string>();
  let fieldBytes = 0;
  let taking: Promise<void> | undefined;
  let sent: Readable | undefined;
  const parser = parserOf(request);
  parser.on('field', (name, value, isNameCut, isCut) => {
    if (taking) return;
    fieldBytes += isNameCut || isCut ? Number.POSITIVE_INFINITY : Buffer.byteLength(name) + Buffer.byteLength(value);
    // busboy puts what comes twice into two calls; the last one is the one that is checked, and used
    if (fieldBytes <= MOST_FIELD_BYTES) fields.set(name.toLowerCase(), value);
  });
  parser.on('file', (_name, file, fileName) => {
    sent = file;
    // who reads it hears of it too; nobody may read it any more
    file.on('error', () => {});
    taking =
      fieldBytes > MOST_FIELD_BYTES ? Promise.reject(new S3Error('MaxPostPreDataLengthExceededError')) : take(fields, file, fileName ?? '');
    // rejected for good below; until then the rest still has to pass
    taking.catch(() => file.resume());
  });
  try {
    await new Promise<void>((resolve, reject) => {
      parser.once('finish', resolve).once('error', reject);
      request.once('error', reject);
      request.pipe(parser);
    });
  } catch (error) {
    request.unpipe(parser).resume();
    sent?.destroy(new Error('the form broke off'));
    await taking?.catch(() => {});
    throw new S3Error('MalformedPOSTRequest', undefined, { Cause: error instanceof Error ? error.message : String(error) });
  }
  await taking;
}

function parserOf(request: IncomingMessage): InstanceType<typeof Busboy> {
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')) {
    throw new S3Error('PreconditionFailed', undefined, { Condition: 'Bucket POST must be of the enclosure-type multipart/form-data' });
  }
  try {
    return new Busboy({
      headers: request.headers as BusboyHeaders,
      isPartAFile: (name) => name?.toLowerCase() === 'file',
      limits: { files: 1, fieldSize: MOST_FIELD_BYTES },
    });
  } catch {
    throw new S3Error('MalformedPOSTRequest');
  }
}
