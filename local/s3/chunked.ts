/** The `aws-chunked` encoding in which the SDK sends a body whose checksum follows it. */
import { S3Error } from './errors.ts';

/** A chunk begins with its length in hex, perhaps a signature; the one before it ends with a line end. */
const BEGINNING = /^(?:\r\n)?([0-9a-f]+)(?:;[^\r\n]*)?\r\n/i;
const LONGEST_BEGINNING = 1_024;

/** The bytes themselves. What follows the last chunk, the checksum, is not looked at. Throws when bytes are missing. */
export async function* unchunked(source: AsyncIterable<Buffer>, expectedBytes: number): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let left = 0;
  let seen = 0;
  let isOver = false;
  for await (const piece of source) {
    if (isOver) continue;
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    while (rest.length > 0 && !isOver) {
      if (left === 0) {
        const [beginning, length = ''] = BEGINNING.exec(rest.toString('latin1', 0, LONGEST_BEGINNING)) ?? [];
        if (beginning === undefined && rest.length >= LONGEST_BEGINNING) throw new S3Error('IncompleteBody');
        if (beginning === undefined) break;
        rest = rest.subarray(beginning.length);
        left = Number.parseInt(length, 16);
        isOver = left === 0;
      } else {
        const part = rest.subarray(0, left);
        rest = rest.subarray(part.length);
        left -= part.length;
        seen += part.length;
        yield part;
      }
    }
  }
  if (!isOver || seen !== expectedBytes) throw new S3Error('IncompleteBody');
}
