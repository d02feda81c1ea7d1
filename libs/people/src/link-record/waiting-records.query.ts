import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Viewer } from '#access';
import { OrdersInForce } from '../search-people/orders-in-force.js';
import { Links } from './links.query.js';
import { waitingRecordView, type WaitingRecordView } from './waiting-record.view.js';

/** Records that wait for a decision whether they are of a person whom an officer looks at. */
@Injectable()
export class WaitingRecords {
  constructor(
    private readonly db: DataSource,
    private readonly links: Links,
    private readonly orders: OrdersInForce,
  ) {}

  /** What waits for the person with this record, over all their records. */
  async ofPerson(viewer: Viewer, perpetratorId: string): Promise<readonly WaitingRecordView[]> {
    return (await this.of(viewer, [await this.links.onePerson(viewer, perpetratorId)]))[0] ?? [];
  }

  /**
   * What waits for each of these persons, each given as all their records; in the same order. Empty for who may not decide, and of a pair
   * only when both records are there for the viewer.
   */
  async of(viewer: Viewer, persons: readonly (readonly string[])[]): Promise<(readonly WaitingRecordView[])[]> {
    if (!may(viewer, 'link-records')) return persons.map(() => []);
    const offered = (await this.links.of(viewer, persons.flat())).filter(({ state }) => state === 'offered');
    if (offered.length === 0) return persons.map(() => []);
    const ids = [...new Set(offered.flatMap(({ a, b }) => [a, b]))];
    const [rows, inForce] = await Promise.all([
      this.db.query<{ id: string; force: string }[]>('select id, force from people.perpetrator_record where id = any ($1)', [ids]),
      this.orders.against(viewer, ids),
    ]);
    const forces = new Map(rows.map(({ id, force }) => [id, force]));
    return persons.map((records) =>
      offered.flatMap((link) => {
        const [a, b] = [records.includes(link.a), records.includes(link.b)];
        const other = a ? link.b : link.a;
        return a === b ? [] : [waitingRecordView(link, forces.get(other) ?? '', inForce.get(other) ?? 0)];
      }),
    );
  }
}
