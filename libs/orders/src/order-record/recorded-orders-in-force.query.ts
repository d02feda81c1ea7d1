import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import { Clock } from '#event-store';
import { OrdersInForce } from '#people/module';
import { inForceAt } from '../domain/in-force.js';
import { momentOf } from '../domain/moments.js';
import type { MadeOrder } from '../domain/order.js';

/** Orders in force by what is recorded now. One that began or ended today at an hour that nobody recorded counts: the page says that it is not sure. */
@Injectable()
export class RecordedOrdersInForce extends OrdersInForce {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async against(viewer: Viewer, perpetratorIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (perpetratorIds.length === 0) return new Map();
    const parameters: unknown[] = [perpetratorIds];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const rows: { perpetratorId: string; doc: MadeOrder }[] = await this.database.query(
      `select o.perpetrator_id as "perpetratorId", o.doc from orders.order_record o
       join people.perpetrator_record p on p.id = o.perpetrator_id where o.perpetrator_id = any ($1) and ${visible}`,
      parameters,
    );
    const now = momentOf(this.clock.now());
    const counts = new Map<string, number>();
    for (const { perpetratorId, doc } of rows) {
      if (inForceAt(doc, now).is !== 'not-in-force') counts.set(perpetratorId, (counts.get(perpetratorId) ?? 0) + 1);
    }
    return counts;
  }
}
