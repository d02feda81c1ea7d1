import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Viewer } from '#access';
import { Clock, Streams } from '#event-store';
import { protectedPeople, type Whereabouts } from '#people';
import { ProtectedPeople } from '#people/module';
import { GetPerpetratorHistory } from '../perpetrator-history/perpetrator-history.query.js';
import { type RecordOfPerson, whereaboutsOf } from './record-of-application.js';

/** Everybody on a perpetrator's record who must not be found by what a document says: only ever compared with it. */
@Injectable()
export class ReachedPeople {
  constructor(
    private readonly queries: QueryBus,
    private readonly streams: Streams,
    private readonly people: ProtectedPeople,
    private readonly clock: Clock,
  ) {}

  /** Whom orders, applications and reports name, and whom nothing names yet, over all linked records. */
  async ids(viewer: Viewer, perpetratorId: string): Promise<readonly string[]> {
    const [history, known] = await Promise.all([
      this.queries.execute(new GetPerpetratorHistory(viewer, perpetratorId, this.clock.now())),
      this.people.protectedFrom(viewer, perpetratorId),
    ]);
    const named = history ? [...history.protectedPeople, ...history.unnamed, ...history.unsaid] : [];
    return [...new Set([...named, ...known].map(({ id }) => id).concat(history?.summary.protectedPersonIds ?? []))];
  }

  /** With all that is recorded of each. */
  async records(ids: readonly string[]): Promise<RecordOfPerson[]> {
    return Promise.all(ids.map(async (id) => ({ id, facts: await this.streams.facts(protectedPeople, id) })));
  }

  async whereabouts(viewer: Viewer, perpetratorId: string): Promise<readonly Whereabouts[]> {
    return whereaboutsOf(await this.records(await this.ids(viewer, perpetratorId)));
  }
}
