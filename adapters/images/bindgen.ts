/** Fresh instances of codecs that were Rust, each for one call. The glue that comes with them keeps one instance for good, so this is ours. */
import { type CodecName, codecModule } from './codecs.ts';

/** What all modules made by wasm-bindgen export beside their own functions. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_malloc: (length: number, alignment: number) => number;
  readonly __wbindgen_add_to_stack_pointer: (bytes: number) => number;
}
interface Codec<Functions> {
  readonly functions: Functions;
  /** Copies bytes in, for the called function to own; answers where they are. */
  readonly put: (bytes: Uint8Array) => number;
  /** The bytes that a function gives back: it is told a place where to write where they are, and how many. */
  readonly returned: (call: (place: number) => void) => Uint8Array;
}
/** Copies bytes out. */
type Take = (at: number, length: number) => Uint8Array;
type Imported = (...values: number[]) => number;

/** `imports` are known by how their names begin, as wasm-bindgen puts a hash behind; those left out are for functions that are not called. */
export function bindgenCodec<Functions>(
  name: CodecName,
  imports: (take: Take) => Readonly<Record<string, Imported>> = () => ({}),
): Codec<Functions> {
  const module = codecModule(name);
  const take: Take = (at, length) => new Uint8Array(exports.memory.buffer, at >>> 0, length).slice();
  const fail: Imported = (at = 0, length = 0) => {
    throw new Error(`${name}: ${Buffer.from(take(at, length)).toString()}`);
  };
  const known = Object.entries({ ...imports(take), __wbindgen_throw: fail });
  const missing = (wanted: string) => (): never => {
    throw new Error(`${name}: nothing is imported as ${wanted}`);
  };
  const wbg = WebAssembly.Module.imports(module).map(
    (wanted) => [wanted.name, known.find(([start]) => wanted.name.startsWith(start))?.[1] ?? missing(wanted.name)] as const,
  );
  // as the packages' types promise
  const exports = new WebAssembly.Instance(module, { wbg: Object.fromEntries(wbg) }).exports as unknown as Functions & Exports;
  return {
    functions: exports,
    put: (bytes) => {
      const at = exports.__wbindgen_malloc(bytes.length, 1) >>> 0;
      new Uint8Array(exports.memory.buffer).set(bytes, at);
      return at;
    },
    returned: (call) => {
      const place = exports.__wbindgen_add_to_stack_pointer(-16);
      call(place);
      const [at = 0, length = 0] = new Uint32Array(exports.memory.buffer, place, 2);
      return take(at, length);
    },
  };
}
