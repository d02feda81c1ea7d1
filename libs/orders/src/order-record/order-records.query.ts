import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import { isLocalDate } from '#calendar';
import { type Listing, listing, readCursor } from '#pages';
import type { MadeOrder } from '../domain/order.js';

/** Orders on one page of a list. */
const pageSize = 50;

/** Orders, for somebody who may see the perpetrator: others do not learn that there is one. */
@Injectable()
export class OrderRecords {
  constructor(private readonly database: DataSource) {}

  /** The order with this id; null when there is none for this viewer. */
  async byId(viewer: Viewer, orderId: string): Promise<MadeOrder | null> {
    const parameters: unknown[] = [orderId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const [row]: { doc: MadeOrder }[] = await this.database.query(
      `select o.doc from orders.order_record o join people.perpetrator_record p on p.id = o.perpetrator_id where o.id = $1 and ${visible}`,
      parameters,
    );
    return row?.doc ?? null;
  }

  /** The order with this id, for a page about it. @throws NotFoundException when there is none for this viewer */
  async seen(viewer: Viewer, orderId: string): Promise<MadeOrder> {
    const order = await this.byId(viewer, orderId);
    if (!order) throw new NotFoundException();
    return order;
  }

  /** Which forces noted something on an order that another keeps, by the id of what they noted. For a reader who saw the order. */
  async notedBy(orderId: string): Promise<Readonly<Record<string, string>>> {
    const [row]: { noted: Record<string, string> }[] = await this.database.query(
      'select noted_by as noted from orders.order_record where id = $1',
      [orderId],
    );
    return row?.noted ?? {};
  }

  /** The orders against a perpetrator, the latest made first; null when there is no such person for this viewer. */
  async against(viewer: Viewer, perpetratorId: string, after: string | null = null): Promise<Listing<MadeOrder> | null> {
    const parameters: unknown[] = [perpetratorId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const people: unknown[] = await this.database.query(
      `select 1 from people.perpetrator_record p where p.id = $1 and ${visible}`,
      parameters,
    );
    if (people.length === 0) return null;
    const [madeOn, id] = readCursor(after, 2) ?? [];
    const from = isLocalDate(madeOn) ? [madeOn, id] : [null, null];
    const rows: { doc: MadeOrder }[] = await this.database.query(
      `select o.doc from orders.order_record o
       where o.perpetrator_id = $1 and ($2::date is null or (o.made_on, o.id) < ($2::date, $3::text))
       order by o.made_on desc, o.id desc limit ${pageSize + 1}`,
      [perpetratorId, ...from],
    );
    return listing(
      rows.map(({ doc }) => doc),
      pageSize,
      (order) => [order.made.on, order.orderId],
    );
  }
}
