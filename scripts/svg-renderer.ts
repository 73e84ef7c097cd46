/** What draws SVG as PNG, as bundles carry it: WebAssembly, out of the package that brings it for browsers. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RESVG = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '@resvg', 'resvg-wasm');

/** Uncompressed, because compressors of different machines differ and the tests compare. */
export function svgRenderer() {
  return {
    // the licence asks to say where its source is
    license: 'MPL-2.0, https://github.com/yisibl/resvg-js',
    wasm: readFileSync(join(RESVG, 'index_bg.wasm')).toString('base64'),
  };
}
