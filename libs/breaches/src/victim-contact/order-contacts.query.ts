import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Viewer, visiblePersonSql } from '#access';
import type { MadeOrder } from '#orders';
import type { OrderContactRow } from './order-contact.js';

/** An order with what is known of telling the people it protects. */
export interface OrderToTellOf extends Pick<OrderContactRow, 'received' | 'tellings'> {
  readonly order: MadeOrder;
}

/** Orders for those who tell the people they protect. Of restricted people there are none. */
@Injectable()
export class OrderContacts {
  constructor(private readonly database: DataSource) {}

  /** Every order that protects this person, the latest made first. */
  protecting(viewer: Viewer, protectedPersonId: string): Promise<OrderToTellOf[]> {
    return this.select(viewer, 'o.protected_person_ids && array[$1]::text[]', protectedPersonId);
  }

  /** Null when there is none, or the viewer may not know of it. */
  async byId(viewer: Viewer, orderId: string): Promise<OrderToTellOf | null> {
    const [found] = await this.select(viewer, 'o.id = $1', orderId);
    return found ?? null;
  }

  private async select(viewer: Viewer, where: string, id: string): Promise<OrderToTellOf[]> {
    if (!may(viewer, 'view-order')) return [];
    const parameters: unknown[] = [id];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    return this.database.query(
      `select o.doc as "order", coalesce(c.received, '{}') as received, coalesce(c.tellings, '[]') as tellings
       from orders.order_record o join people.perpetrator_record p on p.id = o.perpetrator_id
       left join breaches.order_contact c on c.id = o.id
       where ${where} and ${visible} order by o.made_on desc, o.id desc`,
      parameters,
    );
  }
}
