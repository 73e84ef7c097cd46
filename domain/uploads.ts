/** Port for files that people send us: they go past our functions, straight to where they are kept. */

/** More than we can use, so that who sends too much is told in our words and not in those of the place where files are kept. */
export const MOST_SENT_BYTES = 100 * 1024 * 1024;

export interface Invitation {
  readonly url: string;
  /** Hidden fields of the form, all before the file's own. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface Uploads {
  /** For 15 minutes, one may put one file of at most `maxBytes` under exactly this key, and is then sent to `redirectTo`. */
  invite(key: string, terms: { readonly maxBytes: number; readonly redirectTo: string }): Promise<Invitation>;
  /** Absent: there is no such file. Throws when that can't be told. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Replaces what was there. */
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Deletes it for good; without such a file, nothing happens. */
  remove(key: string): Promise<void>;
}
