/** Logos of the demo's sponsors, drawn here. All invented. */

export interface DemoLogo {
  readonly sponsor: string;
  /** Whether staff have looked at it and said yes. */
  readonly accepted: boolean;
  readonly svg: string;
}

interface Mark {
  readonly colour: string;
  readonly lines: readonly [string, string];
  /** In a square of 160. */
  readonly shape: string;
}

const WIDTH = 640;
const HEIGHT = 200;

const drawn = ({ colour, lines: [first, second], shape }: Mark): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
  `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/><g transform="translate(20 20)" fill="${colour}">${shape}</g>` +
  `<g fill="${colour}" font-family="Inter"><text x="210" y="96" font-size="60" font-weight="600">${first}</text>` +
  `<text x="212" y="150" font-size="36">${second}</text></g></svg>`;

export const LOGOS: readonly DemoLogo[] = [
  {
    sponsor: 'Riverbend Credit Union',
    accepted: true,
    svg: drawn({
      colour: '#0b4f8a',
      lines: ['Riverbend', 'Credit Union'],
      shape:
        '<circle cx="80" cy="80" r="80"/><path d="M8 96c24-28 48-28 72 0s48 28 72 0" fill="none" stroke="#fff" stroke-width="14"/><path d="M14 62c22-24 44-24 66 0s44 24 66 0" fill="none" stroke="#fff" stroke-width="10"/>',
    }),
  },
  {
    sponsor: 'Hollis Hardware',
    accepted: true,
    svg: drawn({
      colour: '#b3261e',
      lines: ['Hollis', 'Hardware since 1961'],
      shape: '<path d="M0 0h44v58h72V0h44v160h-44v-62H44v62H0z"/>',
    }),
  },
  {
    sponsor: 'Tamale House',
    accepted: true,
    svg: drawn({
      colour: '#9a4a00',
      lines: ['Tamale House', 'cocina de familia'],
      shape: '<path d="M80 0l80 64v96H0V64z"/><path d="M80 52c34 20 34 68 0 92-34-24-34-72 0-92z" fill="#ffd98a"/>',
    }),
  },
  {
    sponsor: 'Kowalczyk & Sons Plumbing',
    accepted: true,
    svg: drawn({
      colour: '#205b3b',
      lines: ['Kowalczyk', '&amp; Sons Plumbing'],
      shape: '<path d="M80 0c44 62 64 84 64 108a64 52 0 0 1-128 0C16 84 36 62 80 0z"/>',
    }),
  },
  {
    sponsor: 'Green Thumb Nursery',
    accepted: false,
    svg: drawn({
      colour: '#3d6b1f',
      lines: ['Green Thumb', 'Nursery'],
      shape: '<path d="M74 160V92C24 96 0 60 4 12c52 0 72 30 76 62 6-34 30-54 76-54 2 46-26 76-70 74v66z"/>',
    }),
  },
  {
    sponsor: 'Lakeside Physical Therapy',
    accepted: true,
    svg: drawn({
      colour: '#4b3a8f',
      lines: ['Lakeside', 'Physical Therapy'],
      shape: '<circle cx="80" cy="30" r="30"/><path d="M0 92c50-34 110-34 160 0l-22 26c-38-24-78-24-116 0zM56 116h48v44H56z"/>',
    }),
  },
];
