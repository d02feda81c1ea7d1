import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cases } from '#cases';
import { type Fact, parseStreamName, type StreamType } from '#event-sourcing';
import { Clock, EventStore, recordedSince, Streams } from '#event-store';
import { Projector } from '#event-store/module';
import { applications, momentOf, orders } from '#orders';
import { Problem } from '#pages';
import type { Hold } from '#people';
import { LegalHolds } from '#people/module';
import { breaches } from '../domain/breach.js';
import { holdsOn } from './holds-on.js';

/** The read models that say which records are about whom. */
const telling: ReadonlySet<string> = new Set(['case-record', 'order-record', 'application-record', 'application-draft', 'breach-record']);
const holding: ReadonlySet<string> = new Set([cases, orders, applications, breaches].map(({ category }) => category));

/**
 * Holds by what is recorded: the rows say which records are about the person, the records themselves how they stand. What the rows do not
 * show yet is looked through for the person's id, which the facts of these records say in plain.
 */
@Injectable()
export class RecordedHolds extends LegalHolds {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly projector: Projector,
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async of(personId: string): Promise<readonly Hold[]> {
    // Before the rows are read: they only ever know more than this says.
    const names = await this.namedLately(personId);
    const about = 'perpetrator_id = $1 or';
    const [ofCases, ofOrders, ofApplications, ofBreaches] = await Promise.all([
      this.states(cases, names, `select id from cases.case_record where ${about} protected_person_ids @> array[$1::text]`, personId),
      this.states(orders, names, `select id from orders.order_record where ${about} protected_person_ids @> array[$1::text]`, personId),
      this.states(
        applications,
        names,
        `select id from orders.application_record where ${about} doc->'protectedPersonIds' ? $1
         union select id from orders.application_draft where state <> 'filed' and (${about}
           doc->'draft'->'sections'->'people'->'content'->'protectedPersonIds' ? $1 or
           doc->'draft'->'sections'->'people'->'content'->'victimIds' ? $1)`,
        personId,
      ),
      this.states(breaches, names, `select id from breaches.breach_record where ${about} doc->'protectedPersonIds' ? $1`, personId),
    ]);
    return holdsOn({ cases: ofCases, orders: ofOrders, applications: ofApplications, breaches: ofBreaches }, momentOf(this.clock.now()));
  }

  /** The streams that name the person in what the read models have not passed yet. Throws `Problem` (503) when that is too much to look through. */
  private async namedLately(personId: string): Promise<readonly string[]> {
    const late = (await this.projector.status()).filter(({ name, isBehind }) => isBehind && telling.has(name));
    const events = await recordedSince(
      this.store,
      late.map(({ position }) => position),
      ({ stream, data }) => holding.has(parseStreamName(stream).category) && JSON.stringify(data).includes(personId),
    );
    if (events) return [...new Set(events.map(({ stream }) => stream))];
    throw Problem.of(
      503,
      'It cannot be told at the moment what holds this person’s data',
      'An order, application, breach or investigation may have been recorded that cannot be read yet. Nothing was recorded or erased. Try again when what is shown has caught up.',
    );
  }

  private async states<S, F extends Fact>(type: StreamType<S, F>, names: readonly string[], query: string, personId: string): Promise<S[]> {
    const rows: { id: string }[] = await this.database.query(query, [personId]);
    const named = names.map(parseStreamName).filter(({ category }) => category === type.category);
    const ids = new Set([...rows, ...named].map(({ id }) => id));
    return Promise.all([...ids].map(async (id) => (await this.streams.load(type, id)).state));
  }
}
