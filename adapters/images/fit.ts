/** Pixels made few enough for a box, in their proportions. */
import { resize } from './encode.ts';
import type { Pixels } from './pixels.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Never enlarges. Of something long and thin, one pixel stays. */
export function fitted(pixels: Pixels, box: Box): Pixels {
  const scale = Math.min(1, box.width / pixels.width, box.height / pixels.height);
  if (scale === 1) return pixels;
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const to = { width: side(pixels.width), height: side(pixels.height) };
  return resize(thinned(pixels, Math.floor(1 / scale / 2)), to);
}

/**
 * Squares of `times` by `times` pixels become one each, their mean, where that still leaves twice what is wanted: the resizer takes sixteen bytes and
 * 230 ns for each pixel, so that a photo of 50 million would take more memory than a function has. Up to `times - 1` pixels at right and bottom go.
 */
function thinned({ data, width, height }: Pixels, times: number): Pixels {
  if (times < 2) return { data, width, height };
  const [across, down] = [Math.min(times, width), Math.min(times, height)];
  const to = { width: Math.floor(width / across), height: Math.floor(height / down) };
  const thin = new Uint8Array(to.width * to.height * 4);
  for (let y = 0, out = 0; y < to.height; y += 1) {
    for (let x = 0; x < to.width; x += 1, out += 4) {
      let [red, green, blue, opacity] = [0, 0, 0, 0];
      for (let row = 0; row < down; row += 1) {
        let at = ((y * down + row) * width + x * across) * 4;
        for (let column = 0; column < across; column += 1, at += 4) {
          const weight = data[at + 3] as number;
          red += (LIGHT[data[at] as number] as number) * weight;
          green += (LIGHT[data[at + 1] as number] as number) * weight;
          blue += (LIGHT[data[at + 2] as number] as number) * weight;
          opacity += weight;
        }
      }
      if (opacity === 0) continue;
      thin[out] = stored(red / opacity);
      thin[out + 1] = stored(green / opacity);
      thin[out + 2] = stored(blue / opacity);
      thin[out + 3] = Math.round(opacity / (across * down));
    }
  }
  return { data: thin, ...to };
}

/** How much light a stored value stands for, 0 to 1 (IEC 61966-2-1). */
const LIGHT = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** Fine enough that each stored value is met: the darkest two are 1/3295 of all light apart. */
const STEPS = 16_384;
const STORED = Uint8Array.from({ length: STEPS + 1 }, (_, step) => {
  const light = step / STEPS;
  return Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));
});
const stored = (light: number): number => STORED[Math.round(light * STEPS)] as number;
