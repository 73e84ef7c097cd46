/** The image codecs, out of the bundle: a function has no other files beside it. Each is compiled once, at its first use. */
import codecs from '../../generated/image-codecs.json' with { type: 'json' };

export type CodecName = Exclude<keyof typeof codecs, 'licenses'>;

const compiled = new Map<CodecName, WebAssembly.Module>();

/**
 * Make a fresh instance of it for every image: files of strangers go in, and what one does to the memory of its instance ends with it.
 * The packages' own functions keep one instance for good.
 */
export function codecModule(name: CodecName): WebAssembly.Module {
  const module = compiled.get(name) ?? new WebAssembly.Module(Buffer.from(codecs[name], 'base64'));
  compiled.set(name, module);
  return module;
}
