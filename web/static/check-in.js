/*
 * At the door: a tap is shown at once, kept on the phone, and sent when there is a network. Without this file each button posts its form.
 * What is kept says which sign-up, what was seen and when, and no name. Marks may be sent twice and late: what was seen last stands, whoever sends it.
 */
const net = document.querySelector('[data-door]');
if (net) {
  const KEPT = 'door';
  const AGAIN_MS = 5_000;
  const LOOK_MS = 15_000;
  /* Nobody comes back for a mark that is older. */
  const MOST_MS = 30 * 86_400_000;
  const words = JSON.parse(net.dataset.door);
  const language = document.documentElement.lang;
  const rules = new Intl.PluralRules(language);
  const clock = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: net.dataset.zone });
  const count = (forms, n) => (forms[rules.select(n)] ?? forms.other).replace('{n}', new Intl.NumberFormat(language).format(n));
  const rowOf = ({ path }) => document.querySelector(`[data-path="${CSS.escape(path)}"]`);

  const kept = () => {
    try {
      return (JSON.parse(localStorage.getItem(KEPT)) ?? []).filter(({ at }) => Date.parse(at) > Date.now() - MOST_MS);
    } catch {
      return [];
    }
  };
  const keep = (marks) => localStorage.setItem(KEPT, JSON.stringify(marks));
  const isSame = (a, b) => a.path === b.path && a.at === b.at;
  // read anew each time: another tab may have sent some
  const forget = (mark) => keep(kept().filter((one) => !isSame(one, mark)));

  let trouble = '';
  let refused = 0;
  let hadToWait = false;
  let token = net.dataset.token;

  function say() {
    const marks = kept();
    const waiting = new Set(marks.map(({ path }) => path));
    for (const row of document.querySelectorAll('[data-path]')) row.toggleAttribute('data-pending', waiting.has(row.dataset.path));
    for (const slot of document.querySelectorAll('[data-slot]')) {
      const rows = [...slot.querySelectorAll('[data-path]')];
      const places = (some) => some.reduce((sum, row) => sum + Number(row.dataset.places), 0);
      const here = slot.querySelector('[data-here]');
      const said = here.dataset.here
        .replace('-1', places(rows.filter(({ dataset }) => dataset.state === 'attended')))
        .replace('-2', places(rows));
      if (here.textContent !== said) here.textContent = said;
    }
    hadToWait ||= trouble !== '';
    const parts = [
      ...(marks.length > 0 ? [`${count(words.waiting, marks.length)}.`] : []),
      ...(trouble === '' ? [] : [words[trouble]]),
      ...(marks.length === 0 && trouble === '' && hadToWait ? [words.sent] : []),
      ...(refused > 0 ? [count(words.refused, refused)] : []),
    ];
    // what is sent within the moment needs no words
    net.hidden = parts.length === 0 || (trouble === '' && refused === 0 && !hadToWait);
    const status = net.querySelector('[role=status]');
    if (status.textContent !== parts.join(' ')) status.textContent = parts.join(' ');
    net.querySelector('a')?.remove();
    if (trouble !== 'signIn') return;
    const link = document.createElement('a');
    link.href = net.dataset.signIn + encodeURIComponent(net.dataset.url);
    link.textContent = words.signInLink;
    net.append(link);
  }

  function show(mark) {
    const row = rowOf(mark);
    if (!row) return;
    row.dataset.state = mark.attendance;
    row.dataset.seen = mark.at;
    const said = [words.said[mark.attendance]];
    if (mark.attendance === 'attended') said[0] += `, ${clock.format(new Date(mark.at))}`;
    if (mark.minutes) said.push(count(words.given, Number(mark.minutes)));
    row.querySelector('[data-said]').textContent = said.join(' · ');
  }
  const showAll = () => {
    for (const mark of kept()) show(mark);
    say();
  };

  /* Somebody else's marks, and a token of this session. False when there is nobody signed in. */
  async function look() {
    const answer = await fetch(net.dataset.url, { cache: 'no-store' });
    if (!answer.ok) throw new Error(`got ${answer.status}`);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const door = fresh.querySelector('[data-door]');
    if (!door) return false;
    token = door.dataset.token;
    for (const field of document.querySelectorAll('[name=formToken]')) field.value = token;
    const there = document.querySelector('[data-list]');
    const next = fresh.querySelector('[data-list]');
    const pathsOf = (list) => [...list.querySelectorAll('[data-path]')].map(({ dataset }) => dataset.path).join();
    if (pathsOf(there) !== pathsOf(next)) {
      // not while somebody types in it
      if (!there.contains(document.activeElement)) there.replaceChildren(...next.childNodes);
    } else
      for (const row of next.querySelectorAll('[data-path]')) {
        const mine = rowOf({ path: row.dataset.path });
        mine.dataset.state = row.dataset.state;
        if (row.dataset.seen) mine.dataset.seen = row.dataset.seen;
        mine.querySelector('[data-said]').textContent = row.querySelector('[data-said]').textContent;
      }
    // not while somebody is asked
    for (const rest of document.querySelectorAll('[data-rest]'))
      if (!rest.querySelector('[open]')) rest.replaceWith(next.querySelector(`[data-rest="${rest.dataset.rest}"]`) ?? rest);
    find();
    showAll();
    return true;
  }

  const post = ({ path, ...mark }) =>
    fetch(path, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...mark, formToken: token }) });

  let isSending = false;
  let later;
  async function send() {
    if (isSending) return;
    isSending = true;
    clearTimeout(later);
    try {
      let isRenewed = false;
      // of a school that is not of who is signed in now
      const foreign = [];
      const next = () => kept().find((one) => !foreign.some((other) => isSame(one, other)));
      for (let mark = next(); mark; mark = next()) {
        const answer = await post(mark);
        // done leads back to the list; nothing else leads anywhere
        const isDone = answer.type === 'opaqueredirect';
        if (!isDone && (answer.status === 401 || answer.status === 403)) {
          if (isRenewed || !(await look())) {
            trouble = 'signIn';
            break;
          }
          isRenewed = true;
          continue;
        }
        if (!isDone && (answer.status >= 500 || answer.status === 429)) throw new Error(`got ${answer.status}`);
        trouble = '';
        // what is refused for itself is told on the list; who may not see the list is told nothing
        if (!isDone && !(await answer.text()).includes('data-door=')) {
          foreign.push(mark);
          continue;
        }
        if (!isDone) refused += 1;
        forget(mark);
        say();
      }
      if (trouble === '' && foreign.length > 0) trouble = 'foreign';
      if (kept().length === 0) trouble = (await look()) ? '' : 'signIn';
    } catch {
      trouble = kept().length > 0 || !navigator.onLine ? 'offline' : trouble;
    } finally {
      isSending = false;
      say();
      const soon = trouble === '' ? 0 : AGAIN_MS;
      later = setTimeout(() => !document.hidden && send(), kept().length > 0 ? soon : LOOK_MS);
    }
  }

  addEventListener('submit', (event) => {
    const form = event.target;
    const row = form.closest('[data-path]');
    if (!row || !form.dataset.mark) return;
    const minutes = form.elements.minutes?.value.trim() ?? '';
    // what is no number is told by the server, beside the field
    if (!/^\d{0,4}$/.test(minutes) || Number(minutes) > 1440) return;
    const attendance = event.submitter?.value || form.elements.attendance.value;
    // whoever takes back what they see, saw it: a clock that is behind does not make them wrong
    const at = new Date(Math.max(Date.now(), Date.parse(row.dataset.seen || '1970-01-01') + 1)).toISOString();
    const mark = { path: row.dataset.path, attendance, at, ...(minutes !== '' && { minutes }) };
    try {
      keep([...kept(), mark]);
    } catch {
      return; // nothing can be kept here, so the form is sent as it is
    }
    event.preventDefault();
    refused = 0;
    form.closest('details')?.removeAttribute('open');
    show(mark);
    say();
    // the button that was pressed is gone, and who goes by keyboard is not
    if (form.dataset.mark === 'acts') [...form.elements].find((one) => one.type === 'submit' && one.offsetParent)?.focus();
    send();
  });

  /* Names are found while they are typed, with no network, too. */
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const search = document.getElementById('q');
  function find() {
    if (!search) return;
    const wanted = plain(search.value.trim());
    let found = 0;
    for (const slot of document.querySelectorAll('[data-slot]')) {
      const rows = [...slot.querySelectorAll('[data-path]')];
      for (const row of rows) row.hidden = !plain(row.dataset.name).includes(wanted);
      const shown = rows.filter((row) => !row.hidden).length;
      slot.hidden = rows.length > 0 && shown === 0;
      found += shown;
    }
    document.querySelector('[data-none]').hidden = found > 0 || wanted === '';
  }
  search?.addEventListener('input', find);
  search?.form.addEventListener('submit', (event) => event.preventDefault());

  addEventListener('online', send);
  document.addEventListener('visibilitychange', () => !document.hidden && send());
  showAll();
  if (kept().length > 0) hadToWait = true;
  later = setTimeout(send, kept().length > 0 ? 0 : LOOK_MS);
}
