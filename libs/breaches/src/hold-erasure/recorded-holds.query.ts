import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cases } from '#cases';
import type { Fact, StreamType } from '#event-sourcing';
import { Clock, Streams } from '#event-store';
import { applications, momentOf, orders } from '#orders';
import type { Hold } from '#people';
import { LegalHolds } from '#people/module';
import { breaches } from '../domain/breach.js';
import { holdsOn } from './holds-on.js';

/** Holds by what is recorded: the rows say which records are about the person, the records themselves how they stand. */
@Injectable()
export class RecordedHolds extends LegalHolds {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async of(personId: string): Promise<readonly Hold[]> {
    const about = 'perpetrator_id = $1 or';
    const [ofCases, ofOrders, ofApplications, ofBreaches] = await Promise.all([
      this.states(cases, `select id from cases.case_record where ${about} protected_person_ids @> array[$1::text]`, personId),
      this.states(orders, `select id from orders.order_record where ${about} protected_person_ids @> array[$1::text]`, personId),
      this.states(
        applications,
        `select id from orders.application_record where ${about} doc->'protectedPersonIds' ? $1
         union select id from orders.application_draft where state <> 'filed' and (${about}
           doc->'draft'->'sections'->'people'->'content'->'protectedPersonIds' ? $1 or
           doc->'draft'->'sections'->'people'->'content'->'victimIds' ? $1)`,
        personId,
      ),
      this.states(breaches, `select id from breaches.breach_record where ${about} doc->'protectedPersonIds' ? $1`, personId),
    ]);
    return holdsOn({ cases: ofCases, orders: ofOrders, applications: ofApplications, breaches: ofBreaches }, momentOf(this.clock.now()));
  }

  private async states<S, F extends Fact>(type: StreamType<S, F>, query: string, personId: string): Promise<S[]> {
    const rows: { id: string }[] = await this.database.query(query, [personId]);
    return Promise.all(rows.map(async ({ id }) => (await this.streams.load(type, id)).state));
  }
}
