/** What people chose about their mails decides which go, and in which language. */
import { describe, expect, it } from 'vitest';
import {
  isOnlyNecessary,
  type MailKind,
  type MailPreferences,
  onlyNecessary,
  USUAL_PREFERENCES,
} from '#contracts/resources/mail-preferences.ts';
import { Email, type RequestKey, type SignUpId } from '#contracts/values.ts';
import { inChosenLanguage, mayGo } from '#domain/messaging/preferences.ts';
import { saveMailPreferences } from '#domain/messaging/save-mail-preferences.ts';
import { sendOnce } from '#domain/messaging/send-once.ts';
import { cancelSignUp } from '#domain/volunteering/cancel-sign-up.ts';
import { changePlaces } from '#domain/volunteering/change-places.ts';
import { moveSignUp } from '#domain/volunteering/move-sign-up.ts';
import { sendLink } from '#domain/volunteering/send-link.ts';
import { sendMessage } from '#domain/volunteering/send-message.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { aShift, aSignUpRequest, opportunityId, personId, slotId } from '#test/support/builders.ts';
import { DANA } from '#test/support/fake-desk.ts';
import { type World, world } from '#test/support/world.ts';

const wants = (reminders: MailPreferences['reminders'], thanks = true): MailPreferences => ({ reminders, thanks });

describe('what may go', () => {
  it.each<[MailKind, MailPreferences, boolean | undefined, boolean]>([
    ['necessary', USUAL_PREFERENCES, undefined, true],
    ['necessary', wants('none', false), undefined, true],
    ['reminder', USUAL_PREFERENCES, undefined, true],
    ['reminder', wants('all', false), false, true],
    ['reminder', wants('all'), true, true],
    // not known yet: it may be the last
    ['reminder', wants('last'), undefined, true],
    ['reminder', wants('last'), true, true],
    ['reminder', wants('last'), false, false],
    ['reminder', wants('none'), undefined, false],
    ['reminder', wants('none'), true, false],
    ['thanks', USUAL_PREFERENCES, undefined, true],
    ['thanks', wants('none', true), undefined, true],
    ['thanks', wants('all', false), undefined, false],
  ])('%s with %j, last: %s → %s', (kind, preferences, isLast, may) => expect(mayGo(kind, preferences, isLast)).toBe(may));

  it('is the necessary alone when all that can be stopped is', () => {
    const chosen = onlyNecessary({ ...USUAL_PREFERENCES, language: 'es' });
    expect([chosen, isOnlyNecessary(chosen), isOnlyNecessary(wants('none')), isOnlyNecessary(wants('last', false))]).toEqual([
      { reminders: 'none', thanks: false, language: 'es' },
      true,
      false,
      false,
    ]);
  });

  it('is told in the language of what it is about, unless another was chosen', () => {
    expect(inChosenLanguage({ language: 'en' }, USUAL_PREFERENCES)).toEqual({ language: 'en' });
    expect(inChosenLanguage({ language: 'en' }, { ...USUAL_PREFERENCES, language: 'es' })).toEqual({ language: 'es' });
  });
});

describe('a mail that is not wanted', () => {
  it('is neither composed nor sent, and remembered as skipped, so that it does not follow when it is wanted again', async () => {
    const { mailPorts, mailLedger, mails, clock } = await world();
    const save = saveMailPreferences({ preferences: mailLedger.preferences, clock, languages: [] });
    const send = () =>
      sendOnce(mailPorts, {
        key: 'thanks/1',
        kind: 'thanks',
        personId: personId(),
        covers: [],
        compose: async () => {
          throw new Error('composed');
        },
      });
    await save(personId(), wants('all', false));
    expect(await send()).toEqual({ kind: 'skipped' });
    await save(personId(), USUAL_PREFERENCES);
    expect(await send()).toEqual({ kind: 'done', outcome: 'skipped', covers: [] });
    expect(mails()).toEqual([]);
  });
});

const LONG_AGO = '2027-02-01T12:00:00.000Z';
/** Nine in the morning in Chicago, three days and one day before Friday 2027-03-05, and the morning after. */
const SWEPT = ['2027-03-02T15:05:00.000Z', '2027-03-04T15:05:00.000Z', '2027-03-06T15:05:00.000Z'];

/** Ana’s life with one day of two shifts, in Spanish unless she chose otherwise: what she is told, and in which language. */
async function lived(
  chosen: MailPreferences | undefined,
  slots = [aShift(1), aShift(2)],
  live: (here: World) => Promise<unknown> = async () => {},
) {
  const here = await world({ slots });
  here.clock.set(LONG_AGO);
  const person = { name: 'Ana', email: 'ana@example.org' };
  const ana = await here.ports.people.identify(person.email);
  if (chosen) await saveMailPreferences({ ...here.mailPorts, languages: ['en', 'es'] })(ana, chosen);
  const request = aSignUpRequest({ person, language: 'es', slots: slots.map((one) => ({ slotId: one.slotId, places: 1 })) });
  const outcome = await signUp(here.ports)({ request, key: { kind: 'api', value: '0123456789abcdef-prefs' } });
  if (!outcome.ok) throw new Error(outcome.error.code);
  await here.deliver();
  for (const at of SWEPT) {
    here.clock.set(at);
    await here.sweep();
    await live(here);
    await here.deliver();
  }
  return here.mailer.sent;
}
/** `reminder 3 es`: kind, days before where there are, language. */
const told = (sent: World['mailer']['sent']): readonly string[] =>
  sent.map(({ key, mail }) => `${key.split('/')[0]}${key.startsWith('reminder') ? ` ${key.split('/').at(-1)}` : ''} ${mail.language}`);

describe('somebody with a day of two shifts', () => {
  it('gets a confirmation, two reminders and thanks, if nothing was chosen: four mails for two sign-ups', async () =>
    expect(told(await lived(undefined))).toEqual(['confirmation es', 'reminder 3 es', 'reminder 1 es', 'thanks es']));

  it.each([
    ['only the last reminder', wants('last'), ['confirmation es', 'reminder 1 es', 'thanks es']],
    ['no reminder', wants('none'), ['confirmation es', 'thanks es']],
    ['no thanks', wants('all', false), ['confirmation es', 'reminder 3 es', 'reminder 1 es']],
    ['only what is necessary', wants('none', false), ['confirmation es']],
    ['another language', { ...USUAL_PREFERENCES, language: 'en' }, ['confirmation en', 'reminder 3 en', 'reminder 1 en', 'thanks en']],
  ] as const)('gets %s, if they chose so', async (_what, chosen, all) => expect(told(await lived(chosen))).toEqual(all));

  it('is told of what they cancel, whatever they chose', async () => {
    const sent = await lived(onlyNecessary(USUAL_PREFERENCES), undefined, async (here) => {
      const ana = await here.ports.people.identify('ana@example.org');
      const [own] = (await here.ports.signUps.ofPerson(ana)).filter((one) => one.slotId === slotId(1));
      if (own) await cancelSignUp(here.ports)({ personId: ana, signUpId: own.signUpId });
    });
    expect(told(sent)).toEqual(['confirmation es', 'cancellation es']);
  });

  it('can stop reminders and thanks from their mail program, each with the link it carries, and nothing else', async () => {
    const stopped = (await lived(undefined)).map(({ key, mail }) => {
      const { manageUrl } = JSON.parse(mail.text);
      return [key.split('/')[0], mail.unsubscribeUrl === undefined ? undefined : mail.unsubscribeUrl === `${manageUrl}/mails/unsubscribe`];
    });
    expect(stopped).toEqual([
      ['confirmation', undefined],
      ['reminder', true],
      ['reminder', true],
      ['thanks', true],
    ]);
  });
});

describe('whoever chose English and only what is necessary, and does everything in Spanish', () => {
  it('is told of all that is necessary, in English', async () => {
    const here = await world({ slots: [aShift(1), aShift(2), aShift(3, { capacity: 1 })] });
    const { ports, deliver } = here;
    const ana = await ports.people.identify('ana@example.org');
    await saveMailPreferences({ ...here.mailPorts, languages: ['en'] })(ana, { reminders: 'none', thanks: false, language: 'en' });
    const takes = async (name: string, slots: readonly number[], waitlist: boolean) => {
      const request = aSignUpRequest({
        person: { name, email: `${name}@example.org` },
        language: 'es',
        slots: slots.map((n) => ({ slotId: slotId(n), places: 1, ...(waitlist && { waitlist }) })),
      });
      const outcome = await signUp(ports)({ request, key: { kind: 'api', value: `0123456789abcdef-${name}-${slots.join()}` } });
      if (!outcome.ok) throw new Error(outcome.error.code);
      const [first] = outcome.value.results;
      await deliver();
      return { personId: await ports.people.identify(`${name}@example.org`), signUpId: (first as { signUpId: SignUpId }).signUpId };
    };
    const ben = await takes('ben', [3], false);
    await takes('ana', [3], true);
    // the place comes to her
    await cancelSignUp(ports)(ben);
    await deliver();
    const own = await takes('ana', [1], false);
    await changePlaces(ports)({ ...own, places: 2 });
    await deliver();
    const state = await ports.opportunities.load(opportunityId());
    if (!state) throw new Error('no opportunity');
    const message = { slotIds: [slotId(1)], subject: { en: 'Bring a hat', es: 'Traiga un sombrero' }, body: { en: 'Sun.', es: 'Sol.' } };
    await sendMessage({ ...ports, retentionDays: 30 })(state, { message, key: 'key-of-a-message-0123' as RequestKey, by: DANA });
    await deliver();
    await moveSignUp(ports)({ ...own, slotId: slotId(2) });
    await sendLink(ports)({ email: Email.parse('ana@example.org'), language: 'es' });
    await deliver();
    const moved = (await ports.signUps.ofPerson(ana)).find((one) => one.slotId === slotId(2));
    if (!moved) throw new Error('she was not moved');
    await cancelSignUp(ports)({ personId: ana, signUpId: moved.signUpId });
    await deliver();
    const hers = here.mailer.sent.filter(({ mail }) => mail.to.email === 'ana@example.org');
    expect(told(hers).toSorted()).toEqual(
      ['cancellation', 'confirmation', 'confirmation', 'link', 'message', 'move', 'places', 'waitlist'].map((kind) => `${kind} en`),
    );
    for (const { mail } of hers) expect(JSON.parse(mail.text).language).toBe('en');
  });
});
