/** One letter of each kind, with as much in it as there can be. */
import type { AnyLetter, ConfirmedSlot } from '#contracts/resources/letters.ts';
import { giverLetters, sponsorLetters } from './campaigns.ts';
import { carnival, signUpId, TOKEN } from './district.ts';
import { reading } from './series.ts';

// a year of Tuesdays
const dates = reading(28).slots.map(({ slot }) => slot);
const slotAt = (index: number) => (carnival.slots[index] as (typeof carnival.slots)[number]).slot;
const confirmed = (index: number, places: number): ConfirmedSlot => ({
  signUpId: signUpId(index),
  slot: slotAt(index),
  places,
  changeableUntil: '2027-03-04T21:00:00Z',
});

export function letters(language: string): readonly AnyLetter[] {
  const common = {
    language,
    personName: "Maria O'Brien",
    school: carnival.school,
    opportunity: carnival,
    manageUrl: `https://volunteer.example.org/manage/${TOKEN}`,
  };
  return [
    {
      ...common,
      kind: 'confirmation',
      confirmed: [confirmed(0, 2), confirmed(2, 1), { signUpId: signUpId(4), slot: slotAt(4), places: 1 }],
      refused: [
        { slot: slotAt(1), code: 'slot.full', placesLeft: 0 },
        { slot: slotAt(3), code: 'slot.not-enough-places', placesLeft: 2 },
      ],
    },
    {
      ...common,
      kind: 'confirmation',
      confirmed: dates.filter((_, index) => index % 7 !== 5).map((slot, index) => ({ signUpId: signUpId(index), slot, places: 1 })),
      refused: dates.filter((_, index) => index % 7 === 5).map((slot) => ({ slot, code: 'slot.full', placesLeft: 0 })),
    },
    { ...common, kind: 'move', from: slotAt(0), to: confirmed(3, 2) },
    { ...common, kind: 'places', placesBefore: 1, now: confirmed(0, 3) },
    { ...common, kind: 'confirmation', confirmed: [], waitlisted: [{ slot: slotAt(1), places: 2, position: 3 }], refused: [] },
    { ...common, kind: 'waitlist', news: { about: 'given', to: confirmed(0, 2) } },
    { ...common, kind: 'waitlist', news: { about: 'accepted', to: confirmed(0, 1) } },
    { ...common, kind: 'waitlist', news: { about: 'offered', slot: slotAt(0), places: 1, wanted: 2, until: '2027-03-05T16:00:00.000Z' } },
    { ...common, kind: 'waitlist', news: { about: 'waits-on', slot: slotAt(0), places: 2 } },
    { ...common, kind: 'waitlist', news: { about: 'expired', slot: slotAt(0), places: 1 } },
    { ...common, kind: 'waitlist', news: { about: 'ended', slot: slotAt(0), places: 1 } },
    { ...common, kind: 'waitlist', news: { about: 'removed', slot: slotAt(0), places: 1 } },
    { ...common, kind: 'cancellation', slots: [{ slot: slotAt(0), places: 2 }] },
    { ...common, kind: 'cancellation', slots: dates.slice(0, 6).map((slot) => ({ slot, places: 1 })) },
    { ...common, kind: 'cancellation', slots: [{ slot: slotAt(0), places: 2 }], byStaff: true },
    {
      ...common,
      kind: 'message',
      subject: { en: 'Please come half an hour later', es: 'Por favor, venga media hora más tarde' },
      body: {
        en: 'The gym opens late.\nSee the map: https://example.org/map?floor=1&gate=b.\n\nThank you!',
        es: 'El gimnasio abre tarde.\nVea el plano: https://example.org/map?floor=1&gate=b.\n\n¡Gracias!',
      },
      slots: [confirmed(0, 2), confirmed(2, 1)],
    },
    {
      ...common,
      kind: 'notice',
      slots: [
        {
          slot: slotAt(0),
          before: { startsAt: '2027-03-05T20:00:00Z', endsAt: '2027-03-05T21:00:00Z' },
          news: ['on', 'time', 'place'],
          places: 2,
          changeableUntil: '2027-03-04T21:00:00Z',
        },
        { slot: slotAt(2), before: {}, news: ['off'], places: 1 },
        { slot: slotAt(3), before: { startsAt: '2027-03-05T20:00:00Z' }, news: ['time'], places: 1, waits: true },
      ],
      placeBefore: { place: { name: 'Old gym' } },
      words: { en: 'The gym floor is wet.\n\nSorry!', es: 'El piso del gimnasio está mojado.\n\n¡Disculpe!' },
    },
    {
      ...common,
      kind: 'notice',
      slots: [
        {
          slot: slotAt(0),
          before: { startsAt: '2027-03-05T20:00:00Z', endsAt: '2027-03-05T21:00:00Z' },
          news: ['time'],
          places: 2,
          toConfirm: true,
          changeableUntil: '2027-03-04T21:00:00Z',
        },
      ],
    },
    { ...common, kind: 'notice', slots: [{ slot: slotAt(0), before: {}, news: ['off'], places: 2 }] },
    {
      kind: 'reminder',
      language,
      personName: common.personName,
      manageUrl: common.manageUrl,
      daysLeft: 3,
      parts: [
        { school: carnival.school, opportunity: carnival, slots: [confirmed(0, 2), confirmed(2, 1)] },
        { school: { ...carnival.school, name: 'Roosevelt Middle School' }, opportunity: carnival, slots: [confirmed(3, 1)] },
      ],
    },
    {
      kind: 'reminder',
      language,
      personName: common.personName,
      manageUrl: common.manageUrl,
      daysLeft: 1,
      parts: [{ school: carnival.school, opportunity: carnival, slots: [{ ...confirmed(0, 2), toConfirm: true }] }],
    },
    {
      kind: 'thanks',
      language,
      personName: common.personName,
      manageUrl: common.manageUrl,
      parts: [
        {
          school: carnival.school,
          opportunity: carnival,
          slots: [
            { slot: slotAt(0), places: 2, minutes: 90 },
            { slot: slotAt(2), places: 1 },
          ],
        },
        {
          school: { ...carnival.school, schoolId: 'sch_01JC0N7Q9V8Z3M4K5P6R7S8999' as never, name: 'Roosevelt Middle School' },
          opportunity: carnival,
          slots: [{ slot: slotAt(3), places: 1 }],
        },
      ],
    },
    {
      kind: 'thanks',
      language,
      personName: common.personName,
      manageUrl: common.manageUrl,
      parts: [{ school: carnival.school, opportunity: carnival, slots: [{ slot: slotAt(0), places: 1, minutes: 120 }] }],
    },
    { kind: 'link', language, personName: common.personName, manageUrl: common.manageUrl, upcoming: 2 },
    {
      kind: 'staff',
      language,
      personName: common.personName,
      role: 'coordinator',
      email: 'm@x.example',
      deskUrl: 'https://volunteer.example.org/desk',
    },
    ...sponsorLetters(language),
    ...giverLetters(language),
  ];
}
