/** Bodies of the small forms on an opportunity's page. Reading never refuses and never repairs. */

const whole = (typed: string | null): number | string => {
  const text = (typed ?? '').trim();
  return /^-?\d{1,6}$/.test(text) ? Number(text) : text;
};

export const statusBody = (form: URLSearchParams): object => ({ status: form.get('status') ?? '', version: whole(form.get('version')) });
export const shiftBody = (form: URLSearchParams): object => ({
  days: whole(form.get('days')),
  minutes: whole(form.get('minutes')),
  version: whole(form.get('version')),
});
const HOLIDAY = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|–|-|to|a|al)\s*(\d{4}-\d{2}-\d{2}))?[\s,:]*(.*)$/;

/** Days to leave out, one or a range a line, and what day it is; a line that begins with no day is refused as it stands. */
function withoutBody(typed: string, language: string): readonly unknown[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, from = line, to, name = ''] = HOLIDAY.exec(line) ?? [];
      return { from, ...(to !== undefined && { to }), ...(name !== '' && { name: { [language]: name } }) };
    });
}

export function repeatBody(form: URLSearchParams): unknown {
  const [unit, every] = (form.get('repeat-every') ?? '').split(' ');
  const until = (form.get('repeat-until') ?? '').trim();
  const times = (form.get('repeat-times') ?? '').trim();
  return {
    slotId: form.get('repeat-slot') ?? '',
    unit,
    every: whole(every ?? null),
    ...(until !== '' && { until }),
    ...(times !== '' && { times: whole(times) }),
    without: withoutBody(form.get('repeat-without') ?? '', form.get('repeat-language') ?? ''),
    version: whole(form.get('version')),
  };
}

/** What is left empty stays as it is. */
export function seriesBody(form: URLSearchParams): object {
  const typed = (name: string): string => (form.get(`series-${name}`) ?? '').trim();
  const [seriesId, day] = typed('date').split(' ');
  const [from, minutes, capacity, off] = [typed('from'), typed('minutes'), typed('capacity'), typed('off')];
  return {
    seriesId,
    day,
    scope: typed('scope'),
    change: {
      ...(from !== '' && { from }),
      ...(minutes !== '' && { minutes: whole(minutes) }),
      ...(capacity !== '' && { capacity: whole(capacity) }),
      ...(off !== '' && { calledOff: off === 'yes' }),
    },
    version: whole(form.get('version')),
  };
}

export const copyBody = (form: URLSearchParams): unknown => ({ days: whole(form.get('copy-days')) });
