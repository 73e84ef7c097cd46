/** An image as the codecs pass it on: red, green, blue and opacity of each pixel, row after row from the top, eight bits each. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}
