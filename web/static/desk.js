/* The desk's enhancements: every page works without this file. */

/* What is live looks for changes every few seconds; the server says with 304 that there are none. */
const EVERY_MS = 3_000;
const live = () => document.querySelector('[data-live]');
let etag = null;
async function look() {
  const part = live();
  if (!part || document.hidden) return;
  try {
    const answer = await fetch(location.href, { headers: etag ? { 'if-none-match': etag } : {}, cache: 'no-store' });
    // signed out meanwhile, or the network came back with somebody else's page
    if (answer.redirected || (answer.status !== 200 && answer.status !== 304)) return part.setAttribute('data-stale', '');
    part.removeAttribute('data-stale');
    if (answer.status === 304) return;
    etag = answer.headers.get('etag');
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
    if (!next || next.innerHTML === part.innerHTML) return;
    const open = [...part.querySelectorAll('details')].map((one) => one.open);
    const stops = () => [...part.querySelectorAll('a[href], button, summary, [tabindex]')];
    const focused = stops().indexOf(document.activeElement);
    part.replaceChildren(...next.childNodes);
    for (const [index, one] of [...part.querySelectorAll('details')].entries()) one.open = open[index] ?? false;
    // who goes by keyboard stays where they were
    if (focused >= 0) stops()[focused]?.focus({ preventScroll: true });
  } catch {
    part.setAttribute('data-stale', '');
  }
}
if (live()) setInterval(look, EVERY_MS);
