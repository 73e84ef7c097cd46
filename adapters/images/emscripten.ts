/** Fresh instances of codecs that were C or C++: with a limit of memory, and strict. */
import { type CodecName, codecModule } from './codecs.ts';

/** Of one instance, for what is small. The most that an image of 16 million pixels took is 215 MiB: a turned progressive JPEG without subsampling. */
export const MAX_CODEC_BYTES = 320 * 1024 * 1024;
const PAGE_BYTES = 64 * 1024;

/** What a module made by Emscripten wants to know at its start, as far as it concerns us. */
interface Start {
  readonly noInitialRun: boolean;
  /** The codec's standard error: warnings, and why it gives up. */
  readonly printErr: (message: string) => void;
  readonly instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => WebAssembly.Exports;
}

/**
 * A codec that throws at its first word of complaint: decoders carry on after damage and only mention it, and half a picture helps nobody.
 * Beyond `maxBytes` it gets no memory, whatever size a file has in places where its header was not looked for.
 */
export function emscriptenCodec<Codec>(
  name: CodecName,
  factory: (start: Start) => Promise<Codec>,
  maxBytes: number = MAX_CODEC_BYTES,
): Promise<Codec> {
  return factory({
    noInitialRun: true,
    printErr: (message) => {
      throw new Error(`${name}: ${message}`);
    },
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(codecModule(name), imports);
      limit(memoryOf(instance), maxBytes);
      done(instance);
      return instance.exports;
    },
  });
}

function memoryOf({ exports }: WebAssembly.Instance): WebAssembly.Memory {
  const memory = Object.values(exports).find((each) => each instanceof WebAssembly.Memory);
  if (memory === undefined) throw new Error('a codec without a memory');
  return memory;
}

/** Emscripten grows memories from JavaScript, and takes whatever is thrown for "there is no more". */
function limit(memory: WebAssembly.Memory, maxBytes: number): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    const wanted = memory.buffer.byteLength + pages * PAGE_BYTES;
    if (wanted > maxBytes) throw new RangeError(`${wanted} bytes for a codec, of at most ${maxBytes}`);
    return grow(pages);
  };
}
