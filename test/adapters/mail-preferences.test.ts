/** What people chose about their mails, in memory and on DynamoDB: what was saved last holds for the very next mail. */
import { expect, it } from 'vitest';
import { USUAL_PREFERENCES } from '#contracts/resources/mail-preferences.ts';
import { preferencesOf } from '#domain/messaging/preferences.ts';
import { saveMailPreferences, stopMails } from '#domain/messaging/save-mail-preferences.ts';
import { personId } from '#test/support/builders.ts';
import { onBoth } from './both.ts';

onBoth('mail preferences', (make) => {
  it('are usual until something is chosen, and of one person alone', async () => {
    const { preferences, clock } = await make();
    expect(await preferences.find(personId())).toBeUndefined();
    expect(await preferencesOf(preferences, personId())).toEqual(USUAL_PREFERENCES);
    const chosen = { reminders: 'last', thanks: false, language: 'es' } as const;
    await saveMailPreferences({ preferences, clock, languages: ['en', 'es'] })(personId(), chosen);
    expect(await preferencesOf(preferences, personId())).toEqual(chosen);
    expect(await preferencesOf(preferences, personId(2))).toEqual(USUAL_PREFERENCES);
  });

  it('are kept 1,100 days after they were saved last, which also takes a language back', async () => {
    const { preferences, clock } = await make();
    const save = saveMailPreferences({ preferences, clock, languages: ['es'] });
    clock.set('2027-03-01T12:00:00.000Z');
    await save(personId(), { reminders: 'none', thanks: true, language: 'es' });
    expect(await preferences.find(personId())).toMatchObject({
      savedAt: '2027-03-01T12:00:00.000Z',
      expiresAt: '2030-03-05T12:00:00.000Z',
    });
    clock.set('2027-03-02T12:00:00.000Z');
    await save(personId(), { reminders: 'none', thanks: true });
    expect(await preferences.find(personId())).toEqual({
      reminders: 'none',
      thanks: true,
      savedAt: '2027-03-02T12:00:00.000Z',
      expiresAt: '2030-03-06T12:00:00.000Z',
    });
  });

  it('keep the language when all that can be stopped is', async () => {
    const { preferences, clock } = await make();
    await saveMailPreferences({ preferences, clock, languages: ['es'] })(personId(), { reminders: 'all', thanks: true, language: 'es' });
    for (const _twice of [1, 2]) await stopMails({ preferences, clock })(personId());
    expect(await preferencesOf(preferences, personId())).toEqual({ reminders: 'none', thanks: false, language: 'es' });
    await stopMails({ preferences, clock })(personId(2));
    expect(await preferencesOf(preferences, personId(2))).toEqual({ reminders: 'none', thanks: false });
  });
});
