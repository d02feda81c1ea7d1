import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Clock } from '#event-store';
import { Problem } from '#pages';
import { ProtectedPeople } from '#people/module';
import { inForceAt } from '../domain/in-force.js';
import { momentOf } from '../domain/moments.js';
import type { MadeOrder } from '../domain/order.js';
import { OrdersOnRecord } from './orders-on-record.query.js';
import { orderView, type OrderView } from './order-view.js';

/** The orders that bind somebody now, on whichever of the person's records, beside which another must fit: no condition of an SPO may be incompatible with an earlier one (SPA 2019 s.2). */
@Injectable()
export class OrdersInForce {
  constructor(
    private readonly onRecord: OrdersOnRecord,
    private readonly people: ProtectedPeople,
    private readonly clock: Clock,
  ) {}

  async against(viewer: Viewer, perpetratorId: string): Promise<OrderView[]> {
    return this.views(viewer, await this.standing(viewer, perpetratorId));
  }

  /** How these read to the viewer now. */
  views(viewer: Viewer, standing: readonly MadeOrder[]): Promise<OrderView[]> {
    const now = momentOf(this.clock.now());
    return Promise.all(
      standing.map(async (order) =>
        orderView(order, await this.people.knownAs(viewer, order.protectedPersonIds, [order]), now, { own: viewer.force }),
      ),
    );
  }

  /** The same as they are recorded: what is shown of them must be masked. */
  async standing(viewer: Viewer, perpetratorId: string): Promise<MadeOrder[]> {
    return (await this.found(viewer, perpetratorId)).standing;
  }

  /** The same with whether an order that was recorded a moment ago may be missing. */
  async found(
    viewer: Viewer,
    perpetratorId: string,
  ): Promise<{ readonly standing: MadeOrder[]; readonly all: readonly MadeOrder[]; readonly isWhole: boolean }> {
    const now = momentOf(this.clock.now());
    const { orders, isWhole } = await this.onRecord.against(viewer, perpetratorId);
    return { all: orders, standing: orders.filter((order) => inForceAt(order, now).is !== 'not-in-force'), isWhole };
  }
}

/** The ids of orders on which a decision rests. Throws `Problem` (503) when one that was recorded a moment ago may be missing: nobody decides then. */
export function idsToDecideOn({
  standing,
  isWhole,
}: {
  readonly standing: readonly Pick<MadeOrder, 'orderId'>[];
  readonly isWhole: boolean;
}): string[] {
  if (isWhole) return standing.map(({ orderId }) => orderId);
  throw Problem.of(
    503,
    'This cannot be decided at the moment',
    'An order against this person may have been recorded that cannot be read yet. Nothing was recorded. Go back and send it again in a minute.',
  );
}
