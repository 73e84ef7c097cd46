/** What counting keeps: by slot what was counted of it, by person where they have places, and the sums. All of it by generation. */
import type { DayFigures, DaySums, FiguresState, Month, MonthFigures, MonthSums } from '#contracts/resources/figures.ts';
import type { OpportunityId, PersonId, SchoolId, SlotId } from '#contracts/values.ts';
import type { SlotLedger } from './ports.ts';

/** What one slot adds to the sums. Without a start it is in none. */
export interface SlotCount extends DaySums {
  readonly day: string;
  readonly month: Month;
  readonly signUps: number;
  readonly cancelled: number;
}

/** What was last counted of a slot. */
export interface Counted {
  readonly schoolId: SchoolId;
  readonly slotId: SlotId;
  /** Counts saves. */
  readonly revision: number;
  /** Of the ledger that is counted in full. */
  readonly ledgerVersion: number;
  readonly count?: SlotCount;
  /** Who is counted with it, and for which month. */
  readonly people: { readonly month?: Month; readonly ids: readonly PersonId[] };
}

/** Where a person has places. */
export interface Held {
  readonly personId: PersonId;
  readonly revision: number;
  readonly slots: Readonly<Record<SlotId, { readonly schoolId: SchoolId; readonly month: Month }>>;
}

/** A school, or the district as a whole. */
export type Where = SchoolId | 'district';

/** Saves that happen together or not at all. */
export interface CountStep {
  /** As it is to be; what is there has the revision before. */
  readonly counted: Counted;
  readonly people: readonly Held[];
  readonly days: readonly { readonly where: SchoolId; readonly day: string; readonly add: DaySums }[];
  readonly months: readonly { readonly where: Where; readonly month: Month; readonly add: MonthSums }[];
}

export interface Figures {
  /** Consistent; the first generation until another one is made. */
  state(): Promise<FiguresState & { readonly version: number }>;
  saveState(state: FiguresState, version: number): Promise<'saved' | 'version-conflict'>;
  /** Consistent. */
  counted(generation: number, schoolId: SchoolId, slotId: SlotId): Promise<Counted | undefined>;
  /** Consistent; whoever has none is not among them. */
  held(generation: number, people: readonly PersonId[]): Promise<readonly Held[]>;
  /** `refused`: somebody counted the slot or one of the people meanwhile. Throws when others were in the way each time. */
  apply(generation: number, step: CountStep): Promise<'done' | 'refused'>;
  /** In order; those between, both included. */
  days(generation: number, where: SchoolId, from: string, to: string): Promise<readonly DayFigures[]>;
  months(generation: number, where: Where, from: Month, to: Month): Promise<readonly MonthFigures[]>;
  /** Consistent. */
  ledger(opportunityId: OpportunityId, slotId: SlotId): Promise<SlotLedger | undefined>;
  /** Every ledger of a school, each once. */
  ledgersOf(schoolId: SchoolId): Promise<readonly SlotLedger[]>;
}
