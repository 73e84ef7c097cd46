/** What the desk's pages of figures are made from. */
import type { PublicSchool } from '#contracts/resources/availability.ts';
import type { CampaignSummary } from '#contracts/resources/campaign-view.ts';
import type { FiguresState } from '#contracts/resources/figures.ts';
import type { MailCounts } from '#contracts/resources/mail.ts';
import type { VolunteeringDashboard } from '#contracts/resources/volunteering-dashboard.ts';
import type { SchoolId } from '#contracts/values.ts';
import type { DeskReader } from './models.ts';

export interface DeskVolunteeringModel {
  readonly reader: DeskReader;
  readonly dashboard: VolunteeringDashboard;
  /** Large, and without anything to press. */
  readonly onWall: boolean;
  /** For who may make the figures anew. */
  readonly figures?: FiguresState;
  /** In the schools that are shown, or in one of them. */
  readonly mayReadFeedback: boolean;
  readonly done?: 'rebuild';
}

export interface DeskStartModel {
  readonly reader: DeskReader;
  /** Of all schools that the reader may look into. */
  readonly volunteering: VolunteeringDashboard;
  readonly campaigns: readonly CampaignSummary[];
  /** To name them. */
  readonly schools: readonly PublicSchool[];
  /** Pledges that wait for a person, and those with money overdue. */
  readonly inNeed: number;
  readonly overdue: number;
  /** How many are open in the boxes the reader may look into, of each school that has some; absent for who may look into none. */
  readonly suggestions?: ReadonlyMap<SchoolId, number>;
  /** Of the last seven days, for who may look at them. */
  readonly mail?: MailCounts;
  readonly onWall: boolean;
}
