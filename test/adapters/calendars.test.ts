/** Calendar files as calendar programs read them: parsed with ical.js, and where only the text tells, as text. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendars } from '#adapters/ses/calendars.ts';
import type { DatedSlot } from '#contracts/resources/opportunity.ts';
import type { CalendarEntry } from '#domain/messaging/ports.ts';
import { anOpportunity, aSchool, aShift, signUpId } from '#test/support/builders.ts';

const { version: _v, ...school } = aSchool();
const aSlot = (with_: object = {}): DatedSlot => ({ ...aShift(1), ...with_ }) as DatedSlot;
const anEntry = (with_: Partial<CalendarEntry> = {}): CalendarEntry => ({
  method: 'REQUEST',
  signUpId: signUpId(),
  sequence: 7,
  at: '2027-03-01T12:00:00.000Z',
  slot: aSlot(),
  places: 1,
  opportunity: anOpportunity(),
  school,
  person: { name: 'Ana Gómez', email: 'ana@example.org' },
  language: 'es',
  manageUrl: 'https://volunteer.example.org/manage/abc',
  ...with_,
});
const district = { name: 'Springfield Schools', siteUrl: 'https://volunteer.example.org', languages: ['en', 'es'] } as const;
const textOf = (entry: CalendarEntry): string => calendars(district as unknown as Parameters<typeof calendars>[0]).file(entry);

function read(entry: CalendarEntry) {
  const calendar = new ICAL.Component(ICAL.parse(textOf(entry)));
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (!event || events.length !== 1) throw new Error(`${events.length} events`);
  const value = (name: string): string | undefined => event.getFirstPropertyValue(name)?.toString();
  return { calendar, event, value };
}

describe('a calendar entry', () => {
  it('is one event that keeps its name and counts its changes', () => {
    const { calendar, value } = read(anEntry());
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(value('uid')).toBe(`${signUpId()}@volunteer.example.org`);
    expect(value('sequence')).toBe('7');
    expect(value('dtstamp')).toBe('2027-03-01T12:00:00Z');
    expect(value('status')).toBe('CONFIRMED');
  });

  it('cancels the entry it names', () => {
    const { calendar, value } = read(anEntry({ method: 'CANCEL', sequence: 8 }));
    expect([calendar.getFirstPropertyValue('method'), value('status'), value('uid'), value('sequence')]).toEqual([
      'CANCEL',
      'CANCELLED',
      read(anEntry()).value('uid'),
      '8',
    ]);
  });

  it('is one of many in a file to import, each as it is, and with nobody who attends', () => {
    const all = [
      anEntry(),
      anEntry({ signUpId: signUpId(2), slot: aSlot({ startsAt: '2027-03-16T13:30:00.000Z', endsAt: '2027-03-16T14:15:00.000Z' }) }),
      anEntry({ signUpId: signUpId(3), method: 'CANCEL', sequence: 9 }),
    ];
    const calendar = new ICAL.Component(ICAL.parse(calendars(district as unknown as Parameters<typeof calendars>[0]).all(all)));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    const events = calendar.getAllSubcomponents('vevent');
    expect(events.map((event) => ['uid', 'status', 'sequence'].map((name) => String(event.getFirstPropertyValue(name))))).toEqual([
      [`${signUpId()}@volunteer.example.org`, 'CONFIRMED', '7'],
      [`${signUpId(2)}@volunteer.example.org`, 'CONFIRMED', '7'],
      [`${signUpId(3)}@volunteer.example.org`, 'CANCELLED', '9'],
    ]);
    expect(events.flatMap((event) => event.getAllProperties('attendee'))).toEqual([]);
    expect(String(events[1]?.getFirstPropertyValue('dtstart'))).toBe('2027-03-16T13:30:00Z');
  });

  it('comes from the contact and goes to the person', () => {
    const { event } = read(anEntry());
    const organizer = event.getFirstProperty('organizer');
    const attendee = event.getFirstProperty('attendee');
    expect([organizer?.getFirstValue(), organizer?.getParameter('cn')]).toEqual(['mailto:osei@lincoln.example', 'Mr. Osei']);
    expect([String(attendee?.getFirstValue()).toLowerCase(), attendee?.getParameter('cn')]).toEqual([
      'mailto:ana@example.org',
      'Ana Gómez',
    ]);
  });

  it.each([
    ['the night the clocks go forward', '2027-03-14T07:30:00.000Z', '2027-03-14T08:30:00.000Z'],
    ['the night the clocks go back', '2027-11-07T06:30:00.000Z', '2027-11-07T07:30:00.000Z'],
    ['over a new year', '2027-12-31T23:30:00.000Z', '2028-01-01T05:45:00.000Z'],
  ])('is at the very instants, %s', (_name, startsAt, endsAt) => {
    const { event } = read(anEntry({ slot: aSlot({ startsAt, endsAt }) }));
    const instant = (name: string): string =>
      (event.getFirstPropertyValue(name) as InstanceType<typeof ICAL.Time>).toJSDate().toISOString();
    expect([instant('dtstart'), instant('dtend')]).toEqual([startsAt, endsAt]);
    expect(textOf(anEntry({ slot: aSlot({ startsAt, endsAt }) }))).toMatch(/DTSTART:\d{8}T\d{6}Z\r\n/);
  });

  const nasty = 'Tacos; drinks, "salsa" \\ more: 100%';
  it('says titles, places and names as they were typed', () => {
    const title = { en: nasty, es: nasty };
    const opportunity = anOpportunity({ title, place: { name: nasty }, contact: { name: nasty, email: 'osei@lincoln.example' } });
    const { event, value } = read(
      anEntry({ opportunity, slot: aSlot({ label: { en: nasty } }), person: { name: nasty, email: 'ana@example.org' } }),
    );
    expect(value('summary')).toBe(`${nasty}: ${nasty}`);
    expect(value('location')).toBe(`${nasty}, ${school.address}`);
    expect(value('description')).toContain(nasty);
    expect(event.getFirstProperty('organizer')?.getParameter('cn')).toContain('Tacos; drinks, ');
  });

  it.each(['\n', '\r\n', '\r', '\u2028'])('stays one event whatever breaks a line in a title: %j', (end) => {
    const title = { en: `Carnival${end}END:VEVENT${end}ATTENDEE:mailto:thief@example.net` };
    const person = { name: `Ana${end}ATTENDEE:mailto:thief@example.net`, email: 'ana@example.org' };
    const contact = { name: `Osei${end}URL:https://evil.example`, email: 'osei@lincoln.example' };
    const { event, value } = read(anEntry({ opportunity: anOpportunity({ title, contact }), person }));
    expect(event.getAllProperties('attendee')).toHaveLength(1);
    expect(event.getAllProperties('url').map((one) => one.getFirstValue())).toEqual(['https://volunteer.example.org/manage/abc']);
    expect(value('summary')).toBe('Carnival END:VEVENT ATTENDEE:mailto:thief@example.net: Ring toss 1');
  });

  it('folds its lines at 75 bytes, and no letter in two', () => {
    const long = 'Ñandú 🎪 '.repeat(30).trim();
    const entry = anEntry({ opportunity: anOpportunity({ title: { en: long } }) });
    for (const line of textOf(entry).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(textOf(entry)).not.toContain('\uFFFD');
    expect(read(entry).value('summary')).toBe(`${long}: Ring toss 1`);
  });

  it('is where the opportunity is, else at the school’s address, without a comma that stands alone', () => {
    expect(read(anEntry()).value('location')).toBe('Gym, 12 Oak Street, Springfield, IL 62701');
    const nowhere = { ...school, address: '' };
    expect(read(anEntry({ opportunity: anOpportunity({ place: { name: 'Gym' } }), school: nowhere })).value('location')).toBe('Gym');
    const { place: _none, ...remote } = anOpportunity();
    expect(read(anEntry({ opportunity: remote })).value('location')).toBeUndefined();
  });

  it('keeps the manage link out when it is to leave the person’s hands', () => {
    const { manageUrl: _none, ...entry } = anEntry();
    expect(textOf(entry)).not.toContain('/manage/');
  });
});
