/** The functions that keep the figures of volunteering: behind the table's stream, and those that make them anew. */
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import * as api from '#contracts/api/figures.ts';
import { deskFormPath } from '#contracts/desk-pages.ts';
import type { CapabilityTable } from '../constructs/capability-table.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import type { HttpRoute } from '../constructs/http-api.ts';
import { Relay } from '../constructs/relay.ts';
import type { StaffIdentity } from '../constructs/staff-identity.ts';
import type { Functions } from '../functions.ts';
import { eventsOf } from './event-patterns.ts';

export interface FiguresProps {
  readonly functions: Functions;
  /** Below which the functions of staff stand, in a stack of theirs. */
  readonly desk: Construct;
  readonly table: CapabilityTable;
  readonly bus: EventBus;
  readonly staff: StaffIdentity;
}

export class Figures extends Construct {
  readonly routes: readonly HttpRoute[];

  constructor(scope: Construct, id: string, { functions, desk, table, bus, staff }: FiguresProps) {
    super(scope, id);
    // the second and last reader that a stream has room for
    const counter = functions.consuming(this, 'OnSlotsChanged', 'volunteering/on-slots-changed', 'Counts slots that changed');
    table.grant(counter, 'get', 'getMany', 'query', 'transact');
    new Relay(this, 'Stream', { table, target: counter });

    const maker = functions.lengthy(this, 'OnFiguresAsked', 'volunteering/on-figures-asked', 'Makes all figures anew');
    table.grant(maker, 'get', 'getMany', 'query', 'put', 'transact');
    table.grantIndexes(maker, 'slotsBySchool');
    new EventSubscription(this, 'FiguresAsked', { bus, pattern: eventsOf('figures.rebuild-asked.v1'), target: maker });

    const rebuild = functions.answering(desk, 'RebuildFigures', 'volunteering/rebuild-figures', 'Recounts figures, and has them made anew');
    table.grant(rebuild, 'get', 'query', 'put');
    table.grantIndexes(rebuild, 'slotsBySchool');
    staff.grant(rebuild);
    staff.grantSessions(rebuild);
    this.routes = [
      { ...api.checkFigures, target: rebuild },
      { ...api.rebuildFigures, target: rebuild },
      { method: 'POST', path: deskFormPath(api.rebuildFigures.path), target: rebuild },
    ];
  }
}
