import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { AccessLog } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import type { WebRequest } from '#pages';
import type { WaitingRecordView } from '../link-record/waiting-record.view.js';
import { WaitingRecords } from '../link-record/waiting-records.query.js';
import { OrdersInForce } from './orders-in-force.js';
import { type Found, type Hit, PeopleSearch } from './search-people.query.js';
import type { SearchTerms } from './terms.js';

/** A hit with what an officer asks first of it. */
export interface AnsweredHit extends Hit {
  /** Orders in force now against the person on this record. */
  readonly ordersInForce: number;
  /** The same over all records of this person. */
  readonly ordersInForceTogether: number;
  /** Records that may be of the same person and wait for a decision; none for who may not decide. */
  readonly waiting: readonly WaitingRecordView[];
}

export interface Answered extends Omit<Found, 'items'> {
  readonly items: readonly AnsweredHit[];
}

/** The only way a caller searches: what is looked for and who is found is written to the access log before anybody is shown. */
@Injectable()
export class LoggedSearch {
  constructor(
    private readonly search: PeopleSearch,
    private readonly orders: OrdersInForce,
    private readonly waiting: WaitingRecords,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  /** The best 20 hits after the cursor `after`. */
  async find(viewer: Viewer, terms: SearchTerms, request: WebRequest, after: unknown): Promise<Answered> {
    const log = (shown: readonly string[]) =>
      this.log.record({
        viewer,
        kind: 'search',
        subject: null,
        shown,
        route: request.routeOptions?.url ?? '/search',
        reason: null,
        terms: Object.fromEntries(
          Object.entries(terms).flatMap(([term, value]: [string, string | null]) => (value === null ? [] : [[term, value]])),
        ),
        correlationId: request.id,
      });
    const found = await this.search
      .find(viewer, terms, londonDate(this.clock.now()), typeof after === 'string' ? after : undefined)
      .catch(async (error: unknown) => {
        await log([]);
        throw error;
      });
    await log(found.items.map(({ perpetratorId }) => perpetratorId));
    const records = ({ perpetratorId, onePersonWith }: Hit) => [perpetratorId, ...onePersonWith.map((other) => other.perpetratorId)];
    const inForce = await this.orders.against(viewer, [...new Set(found.items.flatMap(records))]);
    const count = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + (inForce.get(id) ?? 0), 0);
    const waiting = await this.waiting.of(viewer, found.items.map(records));
    const answered = (hit: Hit, nth: number): AnsweredHit => ({
      ...hit,
      ordersInForce: count([hit.perpetratorId]),
      ordersInForceTogether: count(records(hit)),
      waiting: waiting[nth] ?? [],
    });
    return { ...found, items: found.items.map(answered) };
  }
}
