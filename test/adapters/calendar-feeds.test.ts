/** Calendars to subscribe to, as calendar programs read them: parsed with ical.js, which did not write them. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { feedText } from '#adapters/icalendar/feeds.ts';
import type { Opportunity, Slot } from '#contracts/resources/opportunity.ts';
import { calendarWindow } from '#domain/volunteering/calendar-window.ts';
import { schoolEvents } from '#domain/volunteering/school-calendar.ts';
import { anOpportunity, aSchool, aShift, signUpId, slotId } from '#test/support/builders.ts';
import { district } from '#test/web/district.ts';
import { ownFeed, schoolFeed } from '#web/calendars/index.ts';

const { version: _v, ...school } = aSchool();
const SAVED = '2027-02-20T09:30:00.000Z';
const WINDOW = calendarWindow(Date.parse('2027-03-01T12:00:00.000Z'));

const eventsOf = (with_: Partial<Opportunity>) => schoolEvents([{ opportunity: anOpportunity(with_), savedAt: SAVED }], WINDOW);
const schoolText = (with_: Partial<Opportunity> = {}, language = 'en'): string =>
  feedText(schoolFeed({ district, language }, { school, events: eventsOf(with_) }), district);
const ownText = (with_: Partial<Opportunity> = {}, language = 'es'): string =>
  feedText(
    ownFeed(
      { district, language },
      { events: eventsOf(with_).map((event, n) => ({ ...event, signUpId: signUpId(n + 1), school, places: 2 })) },
    ),
    district,
  );

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string): string | undefined => event.getFirstPropertyValue(name)?.toString();
    const instant = (name: string): string =>
      (event.getFirstPropertyValue(name) as InstanceType<typeof ICAL.Time>).toJSDate().toISOString();
    return { event, value, instant };
  });
  return { calendar, events, only: events[0] as (typeof events)[number] };
}

describe.each([
  ['of a school', schoolText],
  ['of a person', ownText],
])('a calendar %s', (_whose, textOf) => {
  it('says how often to look again, and what it is called', () => {
    const { calendar } = read(textOf());
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
    expect(calendar.getFirstPropertyValue('x-published-ttl')).toBe('PT1H');
    expect(String(calendar.getFirstPropertyValue('x-wr-calname'))).toMatch(/Lincoln|Maple Valley/);
  });

  it('is the same bytes for the same state, and nothing in it is of the moment', () => {
    expect(textOf()).toBe(textOf());
    const { only } = read(textOf());
    expect([only.instant('dtstamp'), only.instant('last-modified'), only.value('sequence')]).toEqual([SAVED, SAVED, '1']);
    expect(textOf({ version: 2 })).not.toBe(textOf());
  });

  it('has each entry at the instants of its slot, whatever the clocks do there', () => {
    const times: readonly (readonly [string, string])[] = [
      // clocks go forward in Chicago at 08:00 UTC, and back at 07:00 UTC
      ['2027-03-14T07:30:00.000Z', '2027-03-14T08:30:00.000Z'],
      ['2027-11-07T06:30:00.000Z', '2027-11-07T07:30:00.000Z'],
      ['2027-12-31T23:30:00.000Z', '2028-01-01T05:45:00.000Z'],
      ['2027-06-15T00:00:00Z', '2027-06-15T00:15:00Z'],
    ];
    const slots = times.map(([startsAt, endsAt], n) => aShift(n + 1, { startsAt, endsAt }));
    const { events } = read(textOf({ slots }));
    const found = events.map(({ instant }) => [instant('dtstart'), instant('dtend')]);
    const instants = times.map((pair) => pair.map((one) => new Date(one).toISOString()));
    expect(found).toEqual(instants.toSorted());
    expect(textOf({ slots })).not.toMatch(/TZID|VTIMEZONE/);
  });

  it('has as many entries as there are slots, each with a name of its own that lasts', () => {
    const slots: Slot[] = Array.from({ length: 60 }, (_, n) => aShift(n + 1));
    const uids = (title: string) => read(textOf({ slots, title: { en: title } })).events.map(({ value }) => value('uid'));
    expect(new Set(uids('Carnival')).size).toBe(60);
    expect(uids('Another title')).toEqual(uids('Carnival'));
  });

  it('leaves what was called off there, and says so in both ways', () => {
    const { only } = read(textOf({ status: 'archived' }));
    expect(only.value('status')).toBe('CANCELLED');
    expect(only.value('summary')).toMatch(/^(Canceled|Cancelado): Spring Carnival/);
    expect(read(textOf()).only.value('status')).toBe('CONFIRMED');
  });

  it.each(['\n', '\r\n', '\r', '\u2028'])('stays what it is whatever breaks a line in its words: %j', (end) => {
    const evil = `Carnival${end}END:VEVENT${end}BEGIN:VEVENT${end}URL:https://evil.example`;
    const text = textOf({
      title: { en: evil },
      summary: { en: evil },
      place: { name: evil, address: evil },
      contact: { name: evil, email: 'osei@lincoln.example' },
      slots: [aShift(1, { label: { en: evil }, note: { en: evil } })],
    });
    const { events, only } = read(text);
    expect(events).toHaveLength(1);
    expect(only.event.getAllProperties('url').map((one) => String(one.getFirstValue()))).toEqual([
      expect.stringContaining(district.siteUrl),
    ]);
    expect(only.value('summary')).toContain('Carnival END:VEVENT BEGIN:VEVENT');
  });

  it('says words as they were typed, in lines of 75 bytes at most', () => {
    const nasty = 'Tacos; drinks, "salsa" \\ más: 100% 🎪 '.repeat(5).trim();
    const text = textOf({ title: { en: nasty }, place: { name: nasty, address: 'Oak; 1, \\ Street' } });
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    const { only } = read(text);
    expect(only.value('summary')).toBe(`${nasty}: Ring toss 1`);
    expect(only.value('location')).toBe(`${nasty}, Oak; 1, \\ Street`);
  });

  it('without anything in it is a calendar all the same', () => {
    const { calendar, events } = read(textOf({ status: 'draft' }));
    expect([calendar.getFirstPropertyValue('version'), events.length]).toEqual(['2.0', 0]);
  });
});

describe('in words', () => {
  it('a school’s leads to the opportunity in the reader’s language, and tells no figure that would be old', () => {
    const { only, calendar } = read(schoolText({}, 'es'));
    expect(only.value('url')).toMatch(/\/opportunities\/opp_\d+\?lang=es$/);
    expect(only.value('description')).toContain('Vea qué hay libre e inscríbase: ');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Lincoln Elementary: participar');
    expect(only.value('uid')).toBe(`${slotId(1)}@volunteer.example.org`);
  });

  it('a person’s says places and who to ask, and has no link that could change anything', () => {
    const text = ownText({}, 'en');
    const { only } = read(text);
    expect(only.value('description')?.split('\n')).toEqual([
      'Ring toss 1 · 2 places',
      'Lincoln Elementary',
      'Questions? Mr. Osei, 217-555-0134, osei@lincoln.example',
      'To change or cancel, use the link in your email, or ask for it here: https://volunteer.example.org/my-sign-ups?lang=en',
    ]);
    expect(text.replaceAll('\r\n ', '')).not.toContain('/manage/');
  });
});
