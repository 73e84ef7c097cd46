/* Enhancements only: every form and page works without this file. */

/* A form is sent once; the button says so. Coming back by the back button makes it usable again. */
for (const form of document.querySelectorAll('form[data-once]')) {
  const button = form.querySelector('button[type=submit]');
  const words = button.textContent;
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) return event.preventDefault();
    sent = true;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = form.dataset.once;
  });
  addEventListener('pageshow', () => {
    sent = false;
    button.removeAttribute('aria-disabled');
    button.textContent = words;
  });
}

/* What went wrong takes the focus, so that it is seen and read out. */
document.querySelector('[data-focus]')?.focus();

/* What is under way is looked at again, for a minute. */
const looks = history.state ?? 0;
if (document.querySelector('[data-reload]') && looks < 20)
  setTimeout(() => {
    history.replaceState(looks + 1, '');
    location.reload();
  }, 3000);

/* A file that is too large is told before it is sent. */
for (const field of document.querySelectorAll('input[data-max-bytes]'))
  field.addEventListener('change', () =>
    field.setCustomValidity(field.files[0]?.size > Number(field.dataset.maxBytes) ? field.dataset.tooLarge : ''),
  );

/* How much is chosen, and only the places of what is chosen. */
const bar = document.querySelector('[data-chosen]');
if (bar) {
  const language = document.documentElement.lang;
  const rules = new Intl.PluralRules(language);
  const words = (forms, n) => (forms[rules.select(n)] ?? forms.other).replace('{n}', new Intl.NumberFormat(language).format(n));
  const chosen = JSON.parse(bar.dataset.chosen);
  const placesWords = JSON.parse(bar.dataset.places);
  const each = (whole, select) => whole.closest('.series').querySelectorAll(`.slot-tick[name=slot]${select ?? ''}`);
  const wholes = document.querySelectorAll('.series-tick');
  /* The tick of a series is that of its dates together. */
  const follow = (event) => {
    for (const whole of wholes) {
      if (event?.target === whole || (!event && whole.checked)) for (const tick of each(whole)) tick.checked = whole.checked;
      const ticked = each(whole, ':checked').length;
      whole.checked = ticked === each(whole).length;
      whole.indeterminate = ticked > 0 && !whole.checked;
    }
  };
  const show = (event) => {
    follow(event?.type === 'change' && event);
    for (const group of document.querySelectorAll('.series')) {
      const field = group.querySelector('.slot-places');
      if (field) field.hidden = !group.querySelector('.slot-tick:checked');
    }
    let count = 0;
    let places = 0;
    for (const tick of document.querySelectorAll('.slot-tick')) {
      const row = tick.closest('.slot');
      const field = row.querySelector('.slot-places');
      if (field) field.hidden = !tick.checked;
      if (!tick.checked) continue;
      count += 1;
      places += Number((row.closest('.series') ?? row).querySelector('.places')?.value ?? 1) || 1;
    }
    bar.hidden = count === 0;
    const status = bar.querySelector('[role=status]');
    const said = `${words(chosen, count)} · ${words(placesWords, places)}`;
    if (status.textContent !== said) status.textContent = said;
  };
  bar.closest('form').addEventListener('change', show);
  addEventListener('pageshow', show);
  show();
}

/* What is to be passed on is copied. */
for (const button of document.querySelectorAll('[data-copy]')) {
  const words = button.textContent;
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = words;
    }, 3000);
  });
}
