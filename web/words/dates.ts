/** Days and times in words: in the school's zone, always with the weekday. */

/** Spaces that `Intl` puts into times are typographic; plain ones survive in every mail program and are found by a search. */
const plain = (words: string): string => words.replace(/[\u202f\u00a0\u2009]/g, ' ');

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using one does. */
function format(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, options]);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, made);
  return made;
}

export interface DateWords {
  /** `Friday, March 6`; with the year when it is not the current one. */
  day(at: string, zone: string): string;
  /** `2:00 – 4:30 PM` */
  times(startsAt: string, endsAt: string, zone: string): string;
  /** `5:00 PM` */
  time(at: string, zone: string): string;
  /** `Friday, March 6 at 5:00 PM` */
  moment(at: string, zone: string): string;
  /** `Friday, March 6`, for what is read close to it */
  weekdayOf(at: string, zone: string): string;
  /** `Fri, Mar 6` */
  shortDay(at: string, zone: string): string;
  /** `Mar 6`, in a list of days of which the weekday is known */
  monthDay(at: string, zone: string): string;
  /** For a calendar leaf: `Fri`, `6`, `Mar`. */
  leaf(at: string, zone: string): { readonly weekday: string; readonly day: string; readonly month: string };
  /** `March` */
  month(at: string, zone: string): string;
  /** `Central Time` */
  zoneName(at: string, zone: string): string;
  /** Names the local day, for grouping: `2027-03-05`. */
  dayKey(at: string, zone: string): string;
}

/** Dates in `locale`, with years left out when they are that of `now`. */
export function dateWords(locale: string, now: string): DateWords {
  const say = (at: string, zone: string, options: Intl.DateTimeFormatOptions): string =>
    plain(format(locale, zone, options).format(new Date(at)));
  const year = (at: string, zone: string): Intl.DateTimeFormatOptions =>
    say(at, zone, { year: 'numeric' }) === say(now, zone, { year: 'numeric' }) ? {} : { year: 'numeric' };
  const TIME = { hour: 'numeric', minute: '2-digit' } as const;
  const DAY = { weekday: 'long', month: 'long', day: 'numeric' } as const;
  const dayKey = (at: string, zone: string): string =>
    format('en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at));
  return {
    dayKey,
    day: (at, zone) => say(at, zone, { ...DAY, ...year(at, zone) }),
    time: (at, zone) => say(at, zone, TIME),
    moment: (at, zone) => say(at, zone, { ...DAY, ...year(at, zone), ...TIME }),
    weekdayOf: (at, zone) => say(at, zone, DAY),
    shortDay: (at, zone) => say(at, zone, { weekday: 'short', month: 'short', day: 'numeric', ...year(at, zone) }),
    monthDay: (at, zone) => say(at, zone, { month: 'short', day: 'numeric' }),
    times: (startsAt, endsAt, zone) => {
      const options =
        dayKey(startsAt, zone) === dayKey(endsAt, zone)
          ? TIME
          : { weekday: 'short' as const, month: 'short' as const, day: 'numeric' as const, ...TIME };
      return plain(format(locale, zone, options).formatRange(new Date(startsAt), new Date(endsAt)));
    },
    month: (at, zone) => say(at, zone, { month: 'long' }),
    leaf: (at, zone) => ({
      weekday: say(at, zone, { weekday: 'short' }),
      day: say(at, zone, { day: 'numeric' }),
      month: say(at, zone, { month: 'short' }),
    }),
    zoneName: (at, zone) =>
      format(locale, zone, { timeZoneName: 'longGeneric' })
        .formatToParts(new Date(at))
        .find((part) => part.type === 'timeZoneName')?.value ?? zone,
  };
}
