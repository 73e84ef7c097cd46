/** A holiday in words: its days with their weekdays, and its name. */
import * as z from 'zod/mini';
import { Holiday } from '#contracts/resources/holidays.ts';
import { textOf, type View } from '../components/view.ts';

/** `Mon, Mar 22 – Fri, Mar 26` */
export function holidayDays({ dates }: View, { from, to = from }: Pick<Holiday, 'from' | 'to'>): string {
  const day = (one: string): string => dates.shortDay(`${one}T12:00:00Z`, 'UTC');
  return from === to ? day(from) : `${day(from)} – ${day(to)}`;
}

/** Undefined for what is no list of holidays. */
export function holidaysSaid(view: View, value: unknown): string | undefined {
  const parsed = z.array(Holiday).safeParse(value);
  if (!parsed.success || parsed.data.length === 0) return undefined;
  return parsed.data.map((one) => `${textOf(view, one.name)}, ${holidayDays(view, one)}`).join('; ');
}
