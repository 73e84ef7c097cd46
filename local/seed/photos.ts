/** The demo's photos. Nobody took any, so they are drawn, and sent like a photo. */
import { words } from './making.ts';

export interface DemoPhoto {
  /** The campaign's name in the demo. */
  readonly campaign: string;
  readonly place: 'story' | 'impact';
  readonly alt: Record<string, string>;
  readonly svg: string;
}

const [WIDTH, HEIGHT] = [1500, 1000];

/** The same numbers each time, 0 to below 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const DEFINITIONS = `<defs>
<linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f4e6cc"/><stop offset="1" stop-color="#dcc39b"/></linearGradient>
<linearGradient id="wood" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#b98552"/><stop offset="1" stop-color="#8e5d35"/></linearGradient>
<linearGradient id="floor" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#b48a5e"/><stop offset="1" stop-color="#d0a878"/></linearGradient>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#9cc3d8"/><stop offset="1" stop-color="#e9f0e6"/></linearGradient>
<linearGradient id="round" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#000" stop-opacity=".28"/><stop offset=".3" stop-color="#fff" stop-opacity=".16"/><stop offset="1" stop-color="#000" stop-opacity=".22"/></linearGradient>
<linearGradient id="ray" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff6d8" stop-opacity=".75"/><stop offset="1" stop-color="#fff6d8" stop-opacity="0"/></linearGradient>
<radialGradient id="edge" cx=".5" cy=".45" r=".75"><stop offset=".6" stop-color="#1b120a" stop-opacity="0"/><stop offset="1" stop-color="#1b120a" stop-opacity=".38"/></radialGradient>
<radialGradient id="glow"><stop offset="0" stop-color="#ffe9ad" stop-opacity=".9"/><stop offset="1" stop-color="#ffe9ad" stop-opacity="0"/></radialGradient>
</defs>`;

const picture = (...parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${DEFINITIONS}${parts.join('')}<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#edge)"/></svg>`;

const SPINES = [
  '#b5423a',
  '#d98b2b',
  '#e9c46a',
  '#2f6f73',
  '#274b63',
  '#7d9b76',
  '#8a4f7d',
  '#f0e2c6',
  '#5b3a29',
  '#c96f53',
  '#3f8a8c',
  '#44546a',
];

function book(x: number, bottom: number, width: number, height: number, colour: string, band: number): string {
  const top = bottom - height;
  const light = colour === '#f0e2c6' || colour === '#e9c46a' ? '#7a4b25' : '#f7ead2';
  return [
    `<rect x="${x}" y="${top}" width="${width}" height="${height}" rx="3" fill="${colour}"/>`,
    `<rect x="${x}" y="${top}" width="${width}" height="${height}" rx="3" fill="url(#round)"/>`,
    `<rect x="${x + width * 0.18}" y="${top + height * (0.12 + band * 0.16)}" width="${width * 0.64}" height="${8 + band * 26}" fill="${light}" opacity=".8"/>`,
    `<rect x="${x}" y="${bottom - height * 0.13}" width="${width}" height="4" fill="${light}" opacity=".55"/>`,
    // the library's label
    `<rect x="${x + width * 0.12}" y="${bottom - height * 0.1}" width="${width * 0.76}" height="${height * 0.075}" fill="#fbf6ea" opacity=".92"/>`,
  ].join('');
}

/** Books side by side, some leaning, with a gap now and then. */
function row(random: () => number, from: number, to: number, bottom: number, most: number): string {
  const parts: string[] = [`<rect x="${from}" y="${bottom - most - 30}" width="${to - from}" height="${most + 30}" fill="#5d3d24"/>`];
  let x = from + 10;
  while (x < to - 74) {
    const width = 26 + Math.floor(random() * 34);
    const height = most * (0.68 + random() * 0.3);
    const colour = SPINES[Math.floor(random() * SPINES.length)] as string;
    const leans = random() > 0.93;
    const one = book(x, bottom, width, height, colour, random());
    parts.push(leans ? `<g transform="rotate(-9 ${x} ${bottom}) translate(${height * 0.08} 0)">${one}</g>` : one);
    x += width + 2 + (leans ? height * 0.17 : 0);
    if (random() > 0.94) x += 46;
  }
  return parts.join('');
}

function shelves(): string {
  const random = numbers(812);
  const rows = [270, 560, 850].map((bottom) =>
    [
      row(random, 60, 730, bottom, 205),
      row(random, 772, 1440, bottom, 205),
      `<rect x="40" y="${bottom}" width="1420" height="34" fill="url(#wood)"/><rect x="40" y="${bottom + 34}" width="1420" height="14" fill="#2a1a0e" opacity=".4"/>`,
    ].join(''),
  );
  const post = (x: number): string => `<rect x="${x}" y="0" width="42" height="${HEIGHT}" fill="url(#wood)"/>`;
  return picture(
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#6b4728"/>`,
    ...rows,
    post(18),
    post(730),
    post(1440),
    '<path d="M0 0h620L1500 820v180h-620z" fill="url(#ray)" opacity=".45"/>',
  );
}

const leaf = (x: number, y: number, turn: number, size: number, colour: string): string =>
  `<path transform="translate(${x} ${y}) rotate(${turn}) scale(${size})" d="M0 0c-26-30-26-78 0-120c26 42 26 90 0 120z" fill="${colour}"/>`;

function corner(): string {
  const random = numbers(1400);
  const plant = [-70, -42, -18, 8, 30, 55, 78].map((turn, index) =>
    leaf(1330, 560, turn, 1.5 + (index % 3) * 0.25, index % 2 ? '#4d7a51' : '#669a62'),
  );
  const rug = [0, 1, 2, 3].map(
    (ring) =>
      `<ellipse cx="730" cy="860" rx="${520 - ring * 105}" ry="${118 - ring * 24}" fill="${['#2f6f73', '#e9c46a', '#c96f53', '#f0e2c6'][ring]}"/>`,
  );
  const bag = (x: number, y: number, colour: string): string =>
    `<ellipse cx="${x}" cy="${y + 122}" rx="190" ry="26" fill="#2a1a0e" opacity=".3"/><path d="M${x - 176} ${y + 110}c-30-90 20-190 96-232c40-22 110-26 152 0c70 44 128 140 100 232c-80 34-270 34-348 0z" fill="${colour}"/><path d="M${x - 60} ${y - 110}c20 70 100 80 150 6" stroke="#000" stroke-opacity=".18" stroke-width="9" fill="none"/><path d="M${x - 150} ${y + 60}c60 40 210 44 300 4" stroke="#fff" stroke-opacity=".2" stroke-width="12" fill="none"/>`;
  const open = (x: number, y: number, turn: number): string =>
    `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-92 4q46-28 92-4q46-24 92 4v64q-46-28-92-4q-46-24-92 4z" fill="#7a4b25"/><path d="M-84-4q42-24 84-2v62q-42-22-84 2z" fill="#fdf8ec"/><path d="M84-4q-42-24-84-2v62q42-22 84 2z" fill="#f4ead6"/><path d="M-66 10q26-12 52-4M-66 24q26-12 52-4M66 10q-26-12-52-4M66 24q-26-12-52-4" stroke="#9a8a70" stroke-width="4" fill="none"/></g>`;
  return picture(
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#wall)"/>`,
    `<path d="M0 720h${WIDTH}v280H0z" fill="url(#floor)"/><path d="M0 706h${WIDTH}v18H0z" fill="#fbf3e0"/>`,
    '<rect x="150" y="90" width="470" height="440" rx="10" fill="#fbf6ea"/><rect x="176" y="116" width="418" height="388" fill="url(#sky)"/>',
    '<path d="M176 430q90-70 190-30q110 44 228-26v130H176z" fill="#8fb082"/><path d="M176 460q120-50 230-8q90 34 188-10v62H176z" fill="#6f9a6a"/>',
    '<circle cx="500" cy="190" r="34" fill="#fff3c4"/><path d="M385 116v388M176 300h418" stroke="#fbf6ea" stroke-width="14"/><rect x="130" y="520" width="510" height="26" rx="6" fill="#fdf9ef"/>',
    '<path d="M200 546L640 546L1180 1000L420 1000z" fill="url(#ray)"/>',
    row(random, 760, 1180, 640, 150),
    '<rect x="736" y="450" width="24" height="262" fill="url(#wood)"/><rect x="1180" y="450" width="24" height="262" fill="url(#wood)"/><rect x="736" y="438" width="468" height="24" fill="url(#wood)"/><rect x="736" y="640" width="468" height="72" fill="url(#wood)"/>',
    book(800, 438, 34, 92, '#b5423a', 0.4) + book(838, 438, 40, 110, '#2f6f73', 0.2) + book(882, 438, 30, 84, '#e9c46a', 0.6),
    '<circle cx="1090" cy="330" r="150" fill="url(#glow)"/><path d="M1040 350h100l-26-92h-48z" fill="#f3d58a"/><path d="M1090 350v88" stroke="#5b3a29" stroke-width="10"/><ellipse cx="1090" cy="438" rx="42" ry="8" fill="#5b3a29"/>',
    ...plant,
    '<path d="M1262 552h136l-18 168h-100z" fill="#c96f53"/><path d="M1254 540h152v26h-152z" fill="#b55f45"/>',
    ...rug,
    bag(420, 740, '#3f8a8c'),
    bag(1020, 770, '#d98b2b'),
    open(726, 848, -6),
    open(470, 700, 10),
  );
}

function pile(): string {
  const random = numbers(27);
  const colours = ['#274b63', '#d98b2b', '#2f6f73', '#b5423a', '#e9c46a', '#8a4f7d', '#7d9b76'];
  const lying = colours.map((colour, index) => {
    const [width, height] = [430 + Math.floor(random() * 120), 62 + Math.floor(random() * 16)];
    const [x, y] = [230 + Math.floor(random() * 46), 800 - index * 74 - height];
    return [
      `<rect x="${x}" y="${y}" width="${width}" height="${height + 8}" rx="8" fill="${colour}"/>`,
      `<rect x="${x + width - 30}" y="${y + 9}" width="34" height="${height - 10}" fill="#fdf8ec"/><path d="M${x + width - 28} ${y + 24}h30M${x + width - 28} ${y + 36}h30" stroke="#cdbf9f" stroke-width="3"/>`,
      `<rect x="${x + 60}" y="${y + 22}" width="${width * 0.42}" height="14" rx="4" fill="#f7ead2" opacity=".85"/><rect x="${x + 26}" y="${y}" width="8" height="${height + 8}" fill="#000" opacity=".16"/>`,
    ].join('');
  });
  const cover = (x: number, turn: number, colour: string, scene: string): string =>
    `<g transform="rotate(${turn} ${x + 130} 800)"><rect x="${x}" y="430" width="260" height="370" rx="10" fill="${colour}"/><rect x="${x}" y="430" width="22" height="370" rx="6" fill="#000" opacity=".2"/><g transform="translate(${x + 22} 430)">${scene}</g></g>`;
  return picture(
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#wall)"/>`,
    `<g opacity=".35">${row(numbers(5), 0, WIDTH, 330, 240)}<rect y="330" width="1500" height="26" fill="url(#wood)"/></g>`,
    '<path d="M0 790h1500v210H0z" fill="url(#wood)"/><path d="M0 790h1500v16H0z" fill="#d3a472"/>',
    '<ellipse cx="760" cy="822" rx="640" ry="26" fill="#2a1a0e" opacity=".28"/>',
    ...lying,
    cover(
      860,
      -7,
      '#274b63',
      '<circle cx="160" cy="110" r="44" fill="#f3e3b3"/><path d="M0 300q60-70 110-10q60-90 128 6v74H0z" fill="#3f8a8c"/><rect x="40" y="196" width="150" height="14" rx="5" fill="#f7ead2"/><rect x="70" y="222" width="90" height="10" rx="5" fill="#f7ead2"/>',
    ),
    cover(
      1130,
      6,
      '#c96f53',
      '<path d="M118 330V180" stroke="#5b3a29" stroke-width="16"/><circle cx="118" cy="150" r="78" fill="#7d9b76"/><circle cx="84" cy="180" r="46" fill="#94b08c"/><rect x="44" y="44" width="150" height="16" rx="5" fill="#fdf8ec"/><path d="M0 330h238v40H0z" fill="#8e4a34"/>',
    ),
    '<path d="M0 0h520L1500 760v240h-700z" fill="url(#ray)" opacity=".5"/>',
  );
}

function closedPlayground(): string {
  const random = numbers(412);
  const tree = (x: number, size: number, colour: string): string =>
    `<g transform="translate(${x} 470) scale(${size})"><path d="M-10 0h20v150h-20z" fill="#6b4a33"/><circle cy="-50" r="92" fill="${colour}"/><circle cx="-60" cy="10" r="62" fill="${colour}"/><circle cx="62" cy="4" r="66" fill="${colour}"/></g>`;
  const gravel = Array.from({ length: 420 }, () => {
    const [x, y] = [Math.floor(random() * WIDTH), 640 + Math.floor(random() ** 0.8 * 350)];
    return `<ellipse cx="${x}" cy="${y}" rx="${2 + random() * 6}" ry="${1 + random() * 3}" fill="${random() > 0.5 ? '#8c7c66' : '#c4b498'}"/>`;
  });
  const leaves = Array.from({ length: 46 }, () => {
    const [x, y] = [Math.floor(random() * WIDTH), 700 + Math.floor(random() * 280)];
    return `<path transform="translate(${x} ${y}) rotate(${Math.floor(random() * 360)})" d="M0 0q10-12 24 0q-14 12-24 0z" fill="${random() > 0.5 ? '#c9702f' : '#b5423a'}"/>`;
  });
  const rust = (x: number, y: number, size: number): string =>
    `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * 1.7}" fill="#8a4a22" opacity=".8"/>`;
  const tape = (y: number, sag: number): string =>
    `<path d="M-20 ${y}q380 ${sag} 770 0t770 0" stroke="#f2c230" stroke-width="30" fill="none"/><path d="M-20 ${y}q380 ${sag} 770 0t770 0" stroke="#2b2620" stroke-width="30" stroke-dasharray="26 40" fill="none"/>`;
  return picture(
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>`,
    '<path d="M930 300h520v340H930z" fill="#b5694f"/><path d="M930 300h520v26H930z" fill="#8f4f3b"/>' +
      [0, 1, 2, 3]
        .map(
          (n) =>
            `<rect x="${966 + n * 122}" y="372" width="84" height="104" fill="#e4eef0"/><path d="M${1008 + n * 122} 372v104M${966 + n * 122} 424h84" stroke="#8f4f3b" stroke-width="6"/>`,
        )
        .join(''),
    tree(110, 1.2, '#c98a3a') + tree(330, 0.9, '#b8632e') + tree(800, 1, '#d6a24a'),
    `<rect y="600" width="${WIDTH}" height="400" fill="#a99678"/><path d="M0 600h${WIDTH}v24H0z" fill="#7f9466"/>`,
    ...gravel,
    '<ellipse cx="520" cy="880" rx="300" ry="44" fill="#6f6350"/><ellipse cx="500" cy="874" rx="240" ry="28" fill="#93a3a6" opacity=".8"/>',
    '<path d="M190 820L300 250M420 820L300 250M760 820L870 250M980 820L870 250" stroke="#7b8790" stroke-width="24" stroke-linecap="round" fill="none"/><path d="M290 256h590" stroke="#87939b" stroke-width="26" stroke-linecap="round"/>',
    '<path d="M430 262v330M520 262v330" stroke="#5d666d" stroke-width="6"/><path d="M418 588h114v20H418z" fill="#3c4247"/>',
    // one chain is gone
    '<path d="M650 262v300l30 66" stroke="#5d666d" stroke-width="6" fill="none"/><path d="M628 612l104 46-8 18-104-46z" fill="#3c4247"/>',
    rust(238, 570, 13) +
      rust(262, 450, 9) +
      rust(372, 560, 12) +
      rust(905, 430, 11) +
      rust(940, 640, 14) +
      rust(600, 256, 10) +
      rust(214, 700, 16),
    ...leaves,
    tape(700, 90),
  );
}

/** In the order in which they are sent. */
export const PHOTOS: readonly DemoPhoto[] = [
  {
    campaign: 'playground',
    place: 'story',
    alt: words(
      'The old playground: rusty swings, one with a broken chain, behind yellow and black tape',
      'El patio viejo: columpios oxidados, uno con la cadena rota, detrás de una cinta amarilla y negra',
    ),
    svg: closedPlayground(),
  },
  {
    campaign: 'books',
    place: 'impact',
    alt: words('Three full shelves of new books in the library', 'Tres estantes llenos de libros nuevos en la biblioteca'),
    svg: shelves(),
  },
  {
    campaign: 'books',
    place: 'impact',
    alt: words(
      'One of the two reading corners: a window, two beanbags and open books on a round rug',
      'Uno de los dos rincones de lectura: una ventana, dos pufs y libros abiertos sobre una alfombra redonda',
    ),
    svg: corner(),
  },
  {
    campaign: 'books',
    place: 'impact',
    alt: words(
      'The last books of the student list, just unpacked on a table',
      'Los últimos libros de la lista de los estudiantes, recién desempacados sobre una mesa',
    ),
    svg: pile(),
  },
];
