/** What the desk's pages of figures are made from. */
import type { FiguresState } from '#contracts/resources/figures.ts';
import type { VolunteeringDashboard } from '#contracts/resources/volunteering-dashboard.ts';
import type { DeskReader } from './models.ts';

export interface DeskVolunteeringModel {
  readonly reader: DeskReader;
  readonly dashboard: VolunteeringDashboard;
  /** Large, and without anything to press. */
  readonly onWall: boolean;
  /** For who may make the figures anew. */
  readonly figures?: FiguresState;
  readonly done?: 'rebuild';
}
