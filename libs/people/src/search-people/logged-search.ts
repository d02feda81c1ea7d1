import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { AccessLog } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import type { WebRequest } from '#pages';
import { type Found, PeopleSearch } from './search-people.query.js';
import type { SearchTerms } from './terms.js';

/** The only way a caller searches: what is looked for is written to the access log before anything is found. */
@Injectable()
export class LoggedSearch {
  constructor(
    private readonly search: PeopleSearch,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  /** The best 20 hits after the cursor `after`. */
  async find(viewer: Viewer, terms: SearchTerms, request: WebRequest, after: unknown): Promise<Found> {
    await this.log.record({
      viewer,
      kind: 'search',
      subject: null,
      route: request.routeOptions?.url ?? '/search',
      reason: null,
      terms: Object.fromEntries(
        Object.entries(terms).flatMap(([term, value]: [string, string | null]) => (value === null ? [] : [[term, value]])),
      ),
      correlationId: request.id,
    });
    return this.search.find(viewer, terms, londonDate(this.clock.now()), typeof after === 'string' ? after : undefined);
  }
}
