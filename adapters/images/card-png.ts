/** Draws an SVG of ours as PNG, without a browser: resvg, which is a file of WebAssembly, with the fonts of the papers. Not for SVG from anyone else. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fonts from '../../generated/document-fonts.json' with { type: 'json' };
import renderer from '../../generated/svg-renderer.json' with { type: 'json' };

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

let ready: Promise<readonly Uint8Array[]> | undefined;

/** The file and the fonts are unpacked once, when the first picture is asked for: 50 ms, as much as drawing one takes. */
async function prepare(): Promise<readonly Uint8Array[]> {
  await initWasm(bytesOf(renderer.wasm));
  return [bytesOf(fonts.regular), bytesOf(fonts.semibold)];
}

/** As large as the SVG says. It finds text in `Inter`, regular and semibold; nothing is read from the system or fetched. */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  ready ??= prepare();
  const fontBuffers = [...(await ready)];
  using drawing = freed(new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Inter' } }));
  using image = freed(drawing.it.render());
  return image.it.asPng();
}

/** What the renderer holds outside of JavaScript's memory goes when it is done, or a warm function would grow with every card. */
const freed = <T extends { free(): void }>(it: T): Disposable & { readonly it: T } => ({ it, [Symbol.dispose]: () => it.free() });
