import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Clock } from '#event-store';
import { type Listing } from '#pages';
import { Links, ProtectedPeople } from '#people/module';
import { inForceAt } from '../domain/in-force.js';
import { momentOf } from '../domain/moments.js';
import type { MadeOrder } from '../domain/order.js';
import { OrderRecords } from './order-records.query.js';
import { orderView, type OrderView } from './order-view.js';

/** The orders that bind somebody now, on whichever of the person's records, beside which another must fit: no condition of an SPO may be incompatible with an earlier one (SPA 2019 s.2). */
@Injectable()
export class OrdersInForce {
  constructor(
    private readonly orders: OrderRecords,
    private readonly people: ProtectedPeople,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  async against(viewer: Viewer, perpetratorId: string): Promise<OrderView[]> {
    const now = momentOf(this.clock.now());
    const standing = await this.standing(viewer, perpetratorId);
    return Promise.all(
      standing.map(async (order) => orderView(order, await this.people.knownAs(viewer, order.protectedPersonIds, [order]), now)),
    );
  }

  /** The same as they are recorded: what is shown of them must be masked. */
  async standing(viewer: Viewer, perpetratorId: string): Promise<MadeOrder[]> {
    const now = momentOf(this.clock.now());
    const records = await this.links.onePerson(viewer, perpetratorId);
    const found = await Promise.all(records.map((id) => this.allAgainst(viewer, id)));
    return found.flat().filter((order) => inForceAt(order, now).is !== 'not-in-force');
  }

  private async allAgainst(viewer: Viewer, perpetratorId: string): Promise<MadeOrder[]> {
    const all: MadeOrder[] = [];
    let after: string | null = null;
    do {
      const page: Listing<MadeOrder> | null = await this.orders.against(viewer, perpetratorId, after);
      all.push(...(page?.items ?? []));
      after = page?.next ?? null;
    } while (after !== null);
    return all;
  }
}
