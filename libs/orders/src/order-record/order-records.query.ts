import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MadeOrder } from '../domain/order.js';
import { RecordsAgainst } from './records-against.query.js';

/** Orders, the latest made first. */
@Injectable()
export class OrderRecords extends RecordsAgainst<MadeOrder> {
  constructor(database: DataSource) {
    super(database, { table: 'orders.order_record', day: 'made_on', cursor: ({ made, orderId }) => [made.on, orderId] });
  }

  /** Which forces noted something on an order that another keeps, by the id of what they noted. For a reader who saw the order. */
  async notedBy(orderId: string): Promise<Readonly<Record<string, string>>> {
    const [row]: { noted: Record<string, string> }[] = await this.database.query(
      'select noted_by as noted from orders.order_record where id = $1',
      [orderId],
    );
    return row?.noted ?? {};
  }
}
