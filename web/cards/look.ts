/** The look of share cards: the site's colours, as `web/static/site.css` has them for the dark head of its pages. */

export const COLORS = {
  road: '#123c46',
  roadInk: '#fdf8ec',
  roadSoft: '#c9dcdc',
  roadLine: '#2c5560',
  sun: '#ffc94d',
  good: '#8cd7a8',
  act: '#0e5a67',
  ink: '#1c2a30',
  tint: '#e2efed',
  hill: '#1d5560',
  home: '#f3d9b1',
  school: '#e98b6a',
  flag: '#ffd166',
  deep: '#0c2b33',
} as const;

const c = COLORS;

/** For the classes of the site's drawings and of the cards' own parts. The renderer knows no variables of CSS. */
export const LOOK = [
  `text{font-family:Inter;font-weight:400;fill:${c.roadInk}}`,
  '.semibold,.title{font-weight:600}',
  `.paper{fill:${c.road}}`,
  `.soft{fill:${c.roadSoft}}`,
  `.bright{fill:${c.sun}}`,
  `.mark-road{fill:${c.hill}}.mark-stripe{fill:${c.flag}}`,
  `.meter-open{fill:${c.roadLine}}.meter-pledged{fill:${c.sun}}.meter-received{fill:${c.good}}`,
  `.leaf-paper{fill:${c.tint}}.leaf-head{fill:${c.sun}}.leaf-words,.leaf-weekday{fill:${c.ink};text-anchor:middle}`,
  `.leaf-mark{fill:none;stroke:${c.act};stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}`,
  `.c-sun{fill:${c.sun}}.c-hill{fill:${c.hill}}.c-home{fill:${c.home}}.c-school{fill:${c.school}}.c-door{fill:${c.road}}`,
  `.c-roof{fill:none;stroke:${c.roadInk};stroke-width:5;stroke-linecap:round;stroke-linejoin:round}`,
  `.c-flag{fill:${c.flag}}.c-road{fill:${c.deep}}.c-stripe{fill:${c.roadInk}}`,
].join('');
