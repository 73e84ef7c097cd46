/**
 * Makes all figures anew from the ledgers, beside those in use, while people go on signing up. From the moment it is asked for every change is counted
 * in both; when all slots are counted the new figures take over.
 */
import type { FiguresCheck, FiguresDifference, FiguresState } from '#contracts/resources/figures.ts';
import type { SchoolId } from '#contracts/values.ts';
import type { Clock } from '../ports.ts';
import { iso } from '../time.ts';
import { type CountPorts, countSlot } from './count-slot.ts';
import { sumsOf } from './figures.ts';
import type { SlotLedger } from './ports.ts';

type Ports = CountPorts & { readonly clock: Clock };

const ATTEMPTS = 10;

/** One that is under way is begun again, with nothing counted. */
export const askForFigures =
  ({ figures, clock }: Ports) =>
  async (): Promise<FiguresState> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { version, ...state } = await figures.state();
      const next = Math.max(state.generation, state.making?.generation ?? 0) + 1;
      const asked: FiguresState = { ...state, making: { generation: next, askedAt: iso(clock.now()) } };
      if ((await figures.saveState(asked, version)) === 'saved') return asked;
    }
    throw new Error(`the figures' state changed ${ATTEMPTS} times while a rebuild was asked for`);
  };

/** `overtaken`: another one was asked for meanwhile, or this one was done before. */
export const makeFigures =
  (ports: Ports) =>
  async (generation: number): Promise<{ readonly kind: 'made' | 'overtaken'; readonly slots: number }> => {
    const { figures, schools, clock } = ports;
    const wanted = async () => (await figures.state()).making?.generation === generation;
    if (!(await wanted())) return { kind: 'overtaken', slots: 0 };
    let slots = 0;
    for (const { schoolId } of await schools.all())
      for (const { opportunityId, slotId } of await figures.ledgersOf(schoolId)) {
        await countSlot(ports)(generation, opportunityId, slotId);
        slots += 1;
      }
    const { version, making } = await figures.state();
    if (making?.generation !== generation) return { kind: 'overtaken', slots };
    const saved = await figures.saveState({ generation, madeAt: iso(clock.now()) }, version);
    return { kind: saved === 'saved' ? 'made' : 'overtaken', slots };
  };

/** Every sum that is not what the ledgers say. What is changing this moment may be among them. */
export const checkFigures =
  ({ figures, schools, clock }: Ports) =>
  async (): Promise<FiguresCheck> => {
    const { version: _version, ...state } = await figures.state();
    const all = await schools.all();
    const ledgers: readonly SlotLedger[] = (await Promise.all(all.map(({ schoolId }) => figures.ledgersOf(schoolId)))).flat();
    const counted = sumsOf(ledgers, (schoolId) => all.find((one) => one.schoolId === schoolId)?.zone ?? 'UTC');
    const wheres = [...all.map(({ schoolId }) => schoolId), 'district' as const];
    const kept = await Promise.all(
      wheres.map(async (where) => {
        const [days, months] = await Promise.all([
          where === 'district' ? [] : figures.days(state.generation, where, '0', '9'),
          figures.months(state.generation, where, '0', '9'),
        ]);
        return [
          ...days.map(({ day, ...sums }) => ({ where, when: day, sums })),
          ...months.map(({ month, ...sums }) => ({ where, when: month, sums })),
        ];
      }),
    );
    const name = (where: string, when: string, sum: string): string => `${where} ${when} ${sum}`;
    const left = new Map<string, number>();
    for (const { where, when, add } of [...counted.days, ...counted.months])
      for (const [sum, value] of Object.entries(add)) left.set(name(where, when, sum), value);
    const differences: FiguresDifference[] = [];
    const compare = (key: string, keptValue: number): void => {
      const [where = '', when = '', sum = ''] = key.split(' ');
      const countedValue = left.get(key) ?? 0;
      left.delete(key);
      if (countedValue === keptValue) return;
      differences.push({ ...(where !== 'district' && { schoolId: where as SchoolId }), when, sum, kept: keptValue, counted: countedValue });
    };
    for (const { where, when, sums } of kept.flat())
      for (const [sum, value] of Object.entries(sums)) compare(name(where, when, sum), value);
    for (const key of [...left.keys()]) compare(key, 0);
    return { state, slots: ledgers.length, differences, asOf: iso(clock.now()) };
  };
