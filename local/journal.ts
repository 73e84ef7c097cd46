/** What the runtime owes, on disk until it is paid: a crash or a Ctrl-C between two steps loses nothing. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file is as it was or as it is now, whenever the machine stops. */
function writeWhole(path: string, content: string): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}

/** Small values by name in one file, written whole and moved into place. */
export class StateFile<Value> {
  readonly #path: string;
  #values: Record<string, Value>;

  constructor(path: string) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
    this.#values = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  }
  get(name: string): Value | undefined {
    return this.#values[name];
  }
  set(name: string, value: Value): void {
    this.#values = { ...this.#values, [name]: value };
    writeWhole(this.#path, JSON.stringify(this.#values, null, 2));
  }
}

/** Deliveries under way, a file each. */
export class Journal<Entry> {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }
  add(id: string, entry: Entry): void {
    writeWhole(join(this.#folder, `${id}.json`), JSON.stringify(entry));
  }
  done(id: string): void {
    rmSync(join(this.#folder, `${id}.json`), { force: true });
  }
  open(): readonly { readonly id: string; readonly entry: Entry }[] {
    return readdirSync(this.#folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => ({ id: file.slice(0, -'.json'.length), entry: JSON.parse(readFileSync(join(this.#folder, file), 'utf8')) as Entry }));
  }
}

/** The template's queues: what nobody could handle, a line each. */
export class Queues {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }
  send(name: string, message: unknown): void {
    appendFileSync(join(this.#folder, `${name}.jsonl`), `${JSON.stringify(message)}\n`);
  }
  messages(name: string): readonly unknown[] {
    const path = join(this.#folder, `${name}.jsonl`);
    if (!existsSync(path)) return [];
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }
}
