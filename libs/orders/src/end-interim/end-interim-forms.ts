import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Clock } from '#event-store';
import { Submissions } from '#pages';
import { ProtectedPeople } from '#people/module';
import type { MadeOrder } from '../domain/order.js';
import { AboutOrders } from '../forms-about/order-forms.js';
import { OrderRecords } from '../order-record/order-records.query.js';
import { OpenMattersHere } from '../record-order/open-matters.query.js';

/** An interim order, with the full orders that may have ended it. */
export type InterimInForm = MadeOrder & { readonly fullOrders: readonly Pick<MadeOrder, 'orderId' | 'made'>[] };

@Injectable()
export class EndInterimForms extends AboutOrders<InterimInForm> {
  constructor(
    private readonly orders: OrderRecords,
    private readonly matters: OpenMattersHere,
    people: ProtectedPeople,
    clock: Clock,
    submissions: Submissions,
  ) {
    super(people, clock, submissions);
  }

  protected override async find(viewer: Viewer, id: string): Promise<InterimInForm> {
    const order = await this.orders.seen(viewer, id);
    return { ...order, fullOrders: await this.matters.fullOrders(viewer, order) };
  }
}
