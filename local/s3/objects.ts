/**
 * Objects on disk, a file each: their bytes, then what is known of them as JSON, then the length of that. So one rename puts an object in its place,
 * whole, and who reads the one before reads on undisturbed. Files are named by a hash: no key, whatever is in it, leads out of the folder.
 */
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, createWriteStream, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface ObjectFacts {
  readonly key: string;
  readonly size: number;
  /** MD5 of the bytes in hex, without quotes. */
  readonly etag: string;
  /** What was sent along and is sent back: content type, metadata and their like. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly storedAt: number;
  /** In hex; a later one is greater. */
  readonly sequencer: string;
}

/** Bytes that have arrived, and are no object yet. */
export interface Draft {
  readonly path: string;
  readonly size: number;
  readonly etag: string;
}

const LENGTH_BYTES = 4;

export class Objects {
  readonly #folder: string;
  readonly #drafts: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#drafts = join(folder, '.arriving');
    // left by a runtime that was stopped in the middle
    rmSync(this.#drafts, { recursive: true, force: true });
    mkdirSync(this.#drafts, { recursive: true });
  }

  /** Reads the source to its end. What is over `mostBytes` is counted, and not kept. */
  async receive(source: Readable, mostBytes = Number.POSITIVE_INFINITY): Promise<Draft> {
    const path = join(this.#drafts, randomUUID());
    const md5 = createHash('md5');
    let size = 0;
    async function* measured(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > mostBytes) continue;
        md5.update(chunk);
        yield chunk;
      }
    }
    try {
      // open at once: a stream that is to open its file itself may do so after its end, and after the file was removed
      await pipeline(source, measured, createWriteStream(path, { fd: openSync(path, 'wx') }));
    } catch (error) {
      this.discard({ path });
      throw error;
    }
    return { path, size, etag: md5.digest('hex') };
  }

  discard({ path }: Pick<Draft, 'path'>): void {
    rmSync(path, { force: true });
  }

  /** Makes the draft the object of its key; what was there is replaced. */
  keep(bucket: string, { path }: Draft, facts: ObjectFacts): void {
    const told = Buffer.from(JSON.stringify(facts));
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(told.length);
    appendFileSync(path, Buffer.concat([told, length]));
    mkdirSync(join(this.#folder, bucket), { recursive: true });
    renameSync(path, this.#pathOf(bucket, facts.key));
  }

  /** Undefined: there is none. Whoever gets the body reads it to its end or destroys it. */
  async get(bucket: string, key: string): Promise<{ readonly facts: ObjectFacts; readonly body: () => Readable } | undefined> {
    const path = this.#pathOf(bucket, key);
    const file = await opened(path);
    if (!file) return undefined;
    const facts = await factsOf(file);
    // an end before the start can't be said
    if (facts.size === 0) await file.close();
    return { facts, body: () => (facts.size === 0 ? Readable.from([]) : file.createReadStream({ start: 0, end: facts.size - 1 })) };
  }

  async facts(bucket: string, key: string): Promise<ObjectFacts | undefined> {
    return readFacts(this.#pathOf(bucket, key));
  }

  async all(bucket: string): Promise<readonly ObjectFacts[]> {
    const folder = join(this.#folder, bucket);
    mkdirSync(folder, { recursive: true });
    const found = await Promise.all(readdirSync(folder).map((file) => readFacts(join(folder, file))));
    return found.filter((facts) => facts !== undefined);
  }

  remove(bucket: string, key: string): void {
    rmSync(this.#pathOf(bucket, key), { force: true });
  }

  #pathOf(bucket: string, key: string): string {
    return join(this.#folder, bucket, createHash('sha256').update(key).digest('hex'));
  }
}

const opened = (path: string): Promise<FileHandle | undefined> =>
  open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

async function readFacts(path: string): Promise<ObjectFacts | undefined> {
  const file = await opened(path);
  if (!file) return undefined;
  try {
    return await factsOf(file);
  } finally {
    await file.close();
  }
}

async function factsOf(file: FileHandle): Promise<ObjectFacts> {
  const { size } = await file.stat();
  const length = Buffer.alloc(LENGTH_BYTES);
  await file.read(length, 0, LENGTH_BYTES, size - LENGTH_BYTES);
  const told = Buffer.alloc(length.readUInt32BE());
  await file.read(told, 0, told.length, size - LENGTH_BYTES - told.length);
  return JSON.parse(told.toString('utf8'));
}
