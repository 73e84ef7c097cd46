/** The drawn parts: the mark, the crossing in the hero, and places shown as the stripes of a crosswalk. */
import type { JSX } from 'preact';

/** A tile of asphalt with three stripes across. */
export const Mark = (): JSX.Element => (
  <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
    <rect class="mark-road" width="32" height="32" rx="8" />
    <path class="mark-stripe" d="M9 6h4l-4 20H5zM17 6h4l-4 20h-4zM25 6h3l-4 20h-3z" />
  </svg>
);

const ICON =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='8' fill='#123c46'/><path fill='#ffd166' d='M9 6h4l-4 20H5zM17 6h4l-4 20h-4zM25 6h3l-4 20h-3z'/></svg>";

/** The mark as a browser's icon, without a request. */
export const ICON_URL = `data:image/svg+xml,${encodeURIComponent(ICON)}`;

/** A home and a school with a crossing between them. */
export const Crossing = (): JSX.Element => (
  <svg class="crossing" viewBox="0 0 480 250" aria-hidden="true">
    <circle class="c-sun" cx="250" cy="78" r="40" />
    <path class="c-hill" d="M0 170q90-70 200-28t280-22v60H0z" />
    <path class="c-home" d="M52 176v-58l46-38 46 38v58z" />
    <path class="c-roof" d="M42 122 98 74l56 48" />
    <path class="c-door" d="M88 176v-32h20v32z" />
    <path class="c-school" d="M318 176v-66h124v66zM362 110V70h36v40z" />
    <path class="c-roof" d="M352 74l28-24 28 24M380 50V26" />
    <path class="c-flag" d="M381 26h24l-7 8 7 8h-24z" />
    <path class="c-door" d="M370 176v-34h20v34zM330 126h18v18h-18zM412 126h18v18h-18z" />
    <path class="c-road" d="M0 176h480v74H0z" />
    <path
      class="c-stripe"
      d="M130 184h22l-14 58h-28zM172 184h22l-6 58h-28zM214 184h22l1 58h-28zM256 184h22l9 58h-28zM298 184h22l17 58h-28zM340 184h22l25 58h-28z"
    />
  </svg>
);

/** More stripes than this are not counted but compared. */
const MOST_STRIPES = 16;

/** Places as stripes: one each, those taken are painted. Decoration; the words beside it say the same. */
export function Stripes({ taken, capacity }: { readonly taken: number; readonly capacity: number }): JSX.Element {
  const count = Math.min(capacity, MOST_STRIPES);
  const painted = Math.min(count, capacity > MOST_STRIPES ? scaled(taken, capacity, count) : taken);
  const path = (from: number, to: number): string =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => `M${(from + index) * 9 + 3} 0h6l-3 12h-6z`).join('');
  return (
    <svg class="stripes" viewBox={`0 0 ${count * 9 + 1} 12`} width={count * 9 + 1} height="12" aria-hidden="true">
      {painted > 0 && <path class="stripe-taken" d={path(0, painted)} />}
      {painted < count && <path class="stripe-free" d={path(painted, count)} />}
    </svg>
  );
}

/** Neither none nor all of the stripes, unless it is none or all of the places. */
function scaled(taken: number, capacity: number, count: number): number {
  if (taken <= 0) return 0;
  if (taken >= capacity) return count;
  return Math.min(count - 1, Math.max(1, Math.round((taken / capacity) * count)));
}
