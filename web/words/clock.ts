/** A moment as fields for a day and a time hold it: `2027-03-05`, `17:00`, on the clocks of a zone. */

const parts = (at: string, zone: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );

export function dayOf(at: string, zone: string): string {
  const { year, month, day } = parts(at, zone);
  return `${year}-${month}-${day}`;
}

export function clockTime(at: string, zone: string): string {
  const { hour, minute } = parts(at, zone);
  return `${hour}:${minute}`;
}
