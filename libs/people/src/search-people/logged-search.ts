import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { AccessLog } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import type { WebRequest } from '#pages';
import { OrdersInForce } from './orders-in-force.js';
import { type Found, type Hit, PeopleSearch } from './search-people.query.js';
import type { SearchTerms } from './terms.js';

/** A hit with what an officer asks first of it. */
export interface AnsweredHit extends Hit {
  /** Orders in force now against the person on this record. */
  readonly ordersInForce: number;
  /** The same over all records of this person. */
  readonly ordersInForceTogether: number;
}

export interface Answered extends Omit<Found, 'items'> {
  readonly items: readonly AnsweredHit[];
}

/** The only way a caller searches: what is looked for is written to the access log before anything is found. */
@Injectable()
export class LoggedSearch {
  constructor(
    private readonly search: PeopleSearch,
    private readonly orders: OrdersInForce,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  /** The best 20 hits after the cursor `after`. */
  async find(viewer: Viewer, terms: SearchTerms, request: WebRequest, after: unknown): Promise<Answered> {
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
    const found = await this.search.find(viewer, terms, londonDate(this.clock.now()), typeof after === 'string' ? after : undefined);
    const records = ({ perpetratorId, onePersonWith }: Hit) => [perpetratorId, ...onePersonWith.map((other) => other.perpetratorId)];
    const inForce = await this.orders.against(viewer, [...new Set(found.items.flatMap(records))]);
    const count = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + (inForce.get(id) ?? 0), 0);
    const answered = (hit: Hit): AnsweredHit => ({
      ...hit,
      ordersInForce: count([hit.perpetratorId]),
      ordersInForceTogether: count(records(hit)),
    });
    return { ...found, items: found.items.map(answered) };
  }
}
