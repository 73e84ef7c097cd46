/** Reminders by a clock that the story sets: one mail for a day with two slots, three days before and one, however often the sweep runs. The clock is as it was when it ends. */
import { expect, it } from 'vitest';
import { DAY, HOUR } from '#domain/time.ts';
import { publish } from '../api.ts';
import { consent, fillIn, send } from '../pages.ts';
import { eventually, isDeployed, mailsTo, mailTo, type Platform } from '../platform.ts';

export function reminderStories(platform: () => Platform): void {
  it.skipIf(isDeployed)('reminds people of a day with two slots in one mail, three days before and one, in their language', async () => {
    const here = platform();
    const { local } = here;
    if (!local) throw new Error('this story needs the local platform');
    const email = 'recuerda@example.org';
    // noon and two o'clock of a winter's or a summer's day in Illinois, ten days from now
    const noon = new Date(Date.now() + 10 * DAY).setUTCHours(18, 0, 0, 0);
    const address = await publish(here, 'Pancake day', [
      { label: 'Flipping', startsAt: noon, capacity: 5 },
      { label: 'Washing up', startsAt: noon + 2 * HOUR, capacity: 5 },
    ]);
    const context = await here.open({ locale: 'es-MX' });
    const page = await context.newPage();
    await page.goto(address);
    for (const slot of [/Flipping/, /Washing up/]) await page.getByRole('checkbox', { name: slot }).check();
    await fillIn(page, { name: 'Renata', email });
    await consent(page);
    await send(page);
    await page.waitForURL(/\/signed-up\//);
    await mailTo(here, email, /./);
    const reminders = async () => (await mailsTo(here, email)).filter(({ subject }) => /Dentro de|Mañana/.test(subject ?? ''));
    const sweptAt = async (moment: number): Promise<void> => {
      local.clock.offsetMs = moment - Date.now();
      for (const _twice of [1, 2]) await local.runSchedule('DaysDue');
    };
    try {
      await sweptAt(noon - 4 * DAY);
      await sweptAt(noon - 3 * DAY);
      const three = await mailTo(here, email, /Dentro de 3 días/);
      for (const slot of ['Flipping', 'Washing up']) expect(three.text).toContain(slot);
      // two days before there is nothing to say
      await sweptAt(noon - 2 * DAY);
      await sweptAt(noon - DAY);
      await mailTo(here, email, /Mañana/);
      await sweptAt(noon - 2 * HOUR);
      expect((await reminders()).map(({ subject }) => subject?.split(',')[0])).toEqual(['Mañana', 'Dentro de 3 días']);
      // one confirmation and two digests, for two sign-ups
      await eventually('just three mails', async () => ((await mailsTo(here, email)).length === 3 ? true : undefined));
    } finally {
      local.clock.offsetMs = 0;
      await context.close();
    }
  });
}
