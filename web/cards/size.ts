/** The size of share cards in pixels: what messengers and social networks show whole, without cutting. */
export const CARD = { width: 1200, height: 630 } as const;
/** Left and right. */
export const MARGIN = 72;
