/** Loads a demo district through the platform's own operations. Repeatable: a start that was cut off goes on where it was. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { allowances } from '#adapters/dynamo/allowances.ts';
import { campaigns } from '#adapters/dynamo/campaigns.ts';
import { feedback } from '#adapters/dynamo/feedback.ts';
import { figures } from '#adapters/dynamo/figures.ts';
import { fundraisingLedger } from '#adapters/dynamo/fundraising-ledger.ts';
import { districtHolidays } from '#adapters/dynamo/holidays.ts';
import { mailFates } from '#adapters/dynamo/mail-fates.ts';
import { mailLedger } from '#adapters/dynamo/mail-ledger.ts';
import { opportunities } from '#adapters/dynamo/opportunities.ts';
import { photos } from '#adapters/dynamo/photos.ts';
import { schools } from '#adapters/dynamo/schools.ts';
import { signUps } from '#adapters/dynamo/sign-ups.ts';
import { slots } from '#adapters/dynamo/slots.ts';
import { staffDirectory } from '#adapters/dynamo/staff-directory.ts';
import { staffHistory } from '#adapters/dynamo/staff-history.ts';
import { suggestionBox } from '#adapters/dynamo/suggestions.ts';
import { suppressions } from '#adapters/dynamo/suppressions.ts';
import { type Table, tableOn } from '#adapters/dynamo/table.ts';
import { type Transact, transactionsOn } from '#adapters/dynamo/transactions.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { districtKey } from '#adapters/system/district-secret.ts';
import { systemIds } from '#adapters/system/ids.ts';
import { people as peopleOf } from '#adapters/system/people.ts';
import type { Holiday } from '#contracts/resources/holidays.ts';
import type { SignUpRequest } from '#contracts/resources/sign-up.ts';
import type { SchoolId } from '#contracts/values.ts';
import type { Clock } from '#domain/ports.ts';
import { DAY } from '#domain/time.ts';
import type { Uploads } from '#domain/uploads.ts';
import { addSchool } from '#domain/volunteering/add-school.ts';
import { countChanged } from '#domain/volunteering/count-slot.ts';
import { answerFeedback, type FeedbackPorts } from '#domain/volunteering/feedback.ts';
import { saveHolidays } from '#domain/volunteering/holidays.ts';
import { ledgerEvent } from '#domain/volunteering/ledger-events.ts';
import { type LedgerChanged, onLedgerChange } from '#domain/volunteering/on-ledger-change.ts';
import { publishOpportunity } from '#domain/volunteering/publish-opportunity.ts';
import { signUp } from '#domain/volunteering/sign-up.ts';
import { sendSuggestion } from '#domain/volunteering/suggestions.ts';
import { REGION } from '../template.ts';
import { events } from './events.ts';
import { everyday } from './everyday.ts';
import { seedFundraising } from './fundraising.ts';
import { holidaysFrom } from './holidays.ts';
import { seedMail } from './mail.ts';
import { calendarFrom, type Definition, ZONE } from './making.ts';
import { overAt, past, signedUpAt } from './past.ts';
import { PEOPLE, type Person, TAKE_ALL, TAKEN, WAIT } from './people.ts';
import { SCHOOLS } from './schools.ts';
import { DEMO_ADMIN, seedStaff } from './staff.ts';
import { ANSWERS, SUGGESTIONS } from './voices.ts';

export interface SeedInto {
  readonly endpoint: string;
  readonly tables: Readonly<Record<'volunteering' | 'fundraising' | 'messaging' | 'desk', string>>;
  readonly secretsEndpoint: string;
  readonly secretId: string;
  /** Where pictures of sponsors are kept. */
  readonly uploads: Pick<Uploads, 'write' | 'remove'>;
  /** When the demo began, milliseconds: its dates are counted from that day. */
  readonly beganAt: number;
}

const RETENTION_DAYS = 400;

export async function seedDemo({ endpoint, tables, secretsEndpoint, secretId, uploads, beganAt }: SeedInto): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials });
  try {
    const volunteering = tableOn(client, tables.volunteering);
    const transact = transactionsOn(client, tables.volunteering);
    const ports = portsOn(volunteering, secretId, secretsEndpoint);
    for (const school of SCHOOLS) expectOk(await addSchool(ports)(school));
    const calendar = calendarFrom(beganAt);
    const holidays = holidaysFrom(beganAt);
    const definitions = [...events(calendar), ...everyday(calendar, holidays)];
    for (const definition of definitions) {
      expectOk(await publishOpportunity(ports)(definition));
      await takeAll(ports, definition);
      await takePlaces(ports, definition, TAKEN.get(definition.opportunityId) ?? []);
      await waitFor(ports, definition);
    }
    const before = past(calendar);
    for (const { definition, came } of before) {
      const then = portsOn(volunteering, secretId, secretsEndpoint, { now: () => signedUpAt(definition) });
      expectOk(await publishOpportunity(then)(definition));
      await takePlaces(then, definition, came);
      await answer({ ...then, clock: { now: () => overAt(definition) + DAY }, feedback: feedback(volunteering, transact) }, definition);
    }
    const box = { suggestions: suggestionBox(volunteering), clock: systemClock, ids: systemIds };
    for (const [index, [schoolId, suggestion]] of SUGGESTIONS.entries())
      expectOk(await sendSuggestion(box)({ schoolId, suggestion, key: { kind: 'api', value: `demo-suggestion-${index}` } }));
    // the stream's readers begin behind all this
    const counting = {
      figures: figures(volunteering, transact),
      schools: ports.schools,
    };
    const published = [...definitions.filter(({ status }) => status !== 'draft'), ...before.map(({ definition }) => definition)];
    await countChanged(counting)(published.flatMap(({ opportunityId, slots }) => slots.map(({ slotId }) => ({ opportunityId, slotId }))));
    await keepHolidays(volunteering, transact, holidays);
    await seedStaff(staffDirectory(tableOn(client, tables.desk)));
    const table = tableOn(client, tables.fundraising);
    const funding = transactionsOn(client, tables.fundraising);
    const { ids, people, clock } = ports;
    const stores = {
      campaigns: campaigns(table, funding, systemClock),
      ledger: fundraisingLedger(table, funding),
      photos: photos(table, funding),
    };
    const isSchool = async (schoolId: SchoolId): Promise<boolean> => (await ports.schools.find(schoolId)) !== undefined;
    await seedFundraising({ ...stores, campaignHistory: staffHistory(table), isSchool, ids, people, uploads }, beganAt);
    const messaging = tableOn(client, tables.messaging);
    const mailing = transactionsOn(client, tables.messaging);
    const ofMails = { mailLedger: mailLedger(messaging, mailing), mailFates: mailFates(messaging, mailing) };
    await seedMail({ ...ofMails, suppressions: suppressions(messaging, mailing), people, clock, zone: ZONE }, beganAt);
  } finally {
    client.destroy();
  }
}

function portsOn(table: Table, secretId: string, secretsEndpoint: string, clock: Clock = systemClock) {
  return {
    opportunities: opportunities(table, clock),
    slots: slots(table),
    signUps: signUps(table),
    allowances: allowances(table),
    schools: schools(table, systemClock),
    clock,
    ids: systemIds,
    people: peopleOf(
      districtKey(secretId, {
        AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsEndpoint,
        AWS_REGION: REGION,
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
      }),
    ),
    retentionDays: RETENTION_DAYS,
  };
}

type Ports = ReturnType<typeof portsOn>;

/** Once: whoever tries the demo may have changed them since. */
async function keepHolidays(table: Table, transact: Transact, list: readonly Holiday[]): Promise<void> {
  const holidays = districtHolidays(table, transact);
  if ((await holidays.find()).version > 0) return;
  const ports = { holidays, history: staffHistory(table), clock: systemClock };
  expectOk(await saveHolidays(ports)({ list: { holidays: [...list], version: 0 }, by: DEMO_ADMIN }));
}

/** `wanted`: by how many people each slot is taken. */
async function takePlaces(ports: Ports, definition: Definition, wanted: readonly number[]): Promise<void> {
  let next = definition.title.en?.length ?? 0;
  for (const [index, count] of wanted.entries()) {
    const slot = definition.slots[index];
    for (let taken = 0; slot && taken < count; taken++) {
      const person = PEOPLE[next % PEOPLE.length];
      next += 1;
      if (person) await take(ports, definition, person, { slots: [{ slotId: slot.slotId, places: 1 }], key: `demo-${slot.slotId}` });
    }
  }
}

const named = (name: string | undefined): Person | undefined => PEOPLE.find((one) => one.name === name);

/** Of a series: every date that takes place. */
async function takeAll(ports: Ports, definition: Definition): Promise<void> {
  const person = named(TAKE_ALL.get(definition.opportunityId));
  const slots = definition.slots.filter(({ calledOff }) => !calledOff).map(({ slotId }) => ({ slotId, places: 1 }));
  if (person) await take(ports, definition, person, { slots, key: `demo-all-${definition.opportunityId}` });
}

async function waitFor(ports: Ports, definition: Definition): Promise<void> {
  const [index, name] = WAIT.get(definition.opportunityId) ?? [];
  const person = named(name);
  const slot = index === undefined ? undefined : definition.slots[index];
  if (person && slot)
    await take(ports, definition, person, { slots: [{ slotId: slot.slotId, places: 1, waitlist: true }], key: `demo-wait-${slot.slotId}` });
}

/** The relay is not asked: invented people get no mail. What its events would do to the sign-ups is done here. */
async function take(
  ports: Ports,
  { opportunityId, questions }: Definition,
  { name, email }: Person,
  { slots, key }: { readonly slots: SignUpRequest['slots']; readonly key: string },
): Promise<void> {
  const answers = questions.flatMap((question) =>
    question.kind === 'choice'
      ? [{ questionId: question.questionId, answer: question.choices[name.length % question.choices.length]?.value ?? '' }]
      : [],
  );
  const request = { opportunityId, slots, person: { name, email }, language: 'en', answers, consent: true } as const;
  expectOk(await signUp(ports)({ request, key: { kind: 'api', value: key } }));
  const state = await ports.opportunities.load(opportunityId);
  for (const ledger of state?.ledgers.filter(({ slotId }) => slots.some((one) => one.slotId === slotId)) ?? []) {
    const event = ledgerEvent(ledger);
    if (event) await onLedgerChange(ports)(event as LedgerChanged);
  }
}

/** What those who came say a day after it was over. */
async function answer(ports: FeedbackPorts & Pick<Ports, 'people'>, { opportunityId, title }: Definition): Promise<void> {
  const first = title.en?.length ?? 0;
  for (const [index, { score, text, named, language }] of (ANSWERS.get(opportunityId) ?? []).entries()) {
    const person = PEOPLE[(first + index) % PEOPLE.length];
    if (!person) continue;
    const personId = await ports.people.identify(person.email);
    const said = { score, ...(text !== undefined && { text }), named: named === true, language: language ?? 'en' };
    expectOk(await answerFeedback(ports)({ personId, opportunityId, answer: said }));
  }
}

function expectOk(outcome: { readonly ok: boolean; readonly error?: unknown }): void {
  if (!outcome.ok) throw new Error(`the demo district could not be loaded: ${JSON.stringify(outcome.error)}`);
}
