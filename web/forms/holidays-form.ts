/** The form of the district's holidays at the desk, a row each. Reading never refuses and never repairs. */
import { type Holidays, MOST_HOLIDAYS } from '#contracts/resources/holidays.ts';
import { postedForm, present, type Texts, whole, written } from './posted.ts';

export interface HolidayValues {
  readonly name: Texts;
  readonly from: string;
  readonly to: string;
}
export interface HolidaysFormValues {
  readonly version: string;
  readonly holidays: readonly HolidayValues[];
}

export const holidaysFormOf = ({ holidays, version }: Holidays): HolidaysFormValues => ({
  version: String(version),
  holidays: holidays.map(({ name, from, to = '' }) => ({ name, from, to })),
});

export function readHolidaysForm(posted: URLSearchParams): HolidaysFormValues {
  const { line, texts, rows } = postedForm(posted);
  return {
    version: line('version'),
    holidays: rows('holidays').map((row) => ({ name: texts(`${row}.name`), from: line(`${row}.from`), to: line(`${row}.to`) })),
  };
}

const EMPTY: HolidayValues = { name: {}, from: '', to: '' };
/** So many are added at once; those that stay empty are no part of the list. */
const ADDED = 3;

export const filledHolidays = (values: HolidaysFormValues): HolidaysFormValues => ({
  ...values,
  holidays: values.holidays.filter(({ name, from, to }) => from !== '' || to !== '' || Object.values(name).some((one) => one !== '')),
});

/** With empty rows behind those that are filled. */
export const withEmptyHolidays = (values: HolidaysFormValues): HolidaysFormValues => ({
  ...values,
  holidays: [...filledHolidays(values).holidays, ...Array.from({ length: ADDED }, () => EMPTY)].slice(0, MOST_HOLIDAYS),
});

/** The form after the button `act`; undefined for one that does not change rows. */
export function withHolidayRows(values: HolidaysFormValues, act: string): HolidaysFormValues | undefined {
  const [name, row = ''] = act.split(':');
  if (name === 'add-holidays') return withEmptyHolidays(values);
  if (name !== 'remove-holiday') return undefined;
  return { ...values, holidays: values.holidays.filter((_one, index) => String(index) !== row) };
}

/** The body of `saveHolidays`. */
export const holidaysBody = ({ version, holidays }: HolidaysFormValues): unknown => ({
  holidays: holidays.map(({ name, from, to }) => present({ name: written(name), from, to: to === '' ? undefined : to })),
  version: whole(version),
});

/** `/holidays/3/name/es` → `holidays-3-name-es`; what is wrong with a name as a whole stands at the district's first language. */
export function holidayFieldOf(pointer: string, firstLanguage: string): string {
  const [, , row, field = 'from', language = firstLanguage] = pointer.split('/');
  if (row === undefined) return 'holidays';
  return `holidays-${row}-${field}${field === 'name' ? `-${language}` : ''}`;
}
