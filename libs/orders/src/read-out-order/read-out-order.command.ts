import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf, type Moment } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type Reading, readOutOrder } from './read-out-order.js';

export class ReadOutOrder extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    /** Without a moment: now. */
    readonly details: Omit<Reading, 'serviceId' | 'at'> & { readonly at: Moment | null },
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ReadOutOrder)
export class ReadOutOrderHandler implements ICommandHandler<ReadOutOrder> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: ReadOutOrder): Promise<Receipt> {
    const now = momentOf(act.at);
    const reading: Reading = {
      ...details,
      at: details.at ?? now,
      serviceId: (of) => idFrom(act.commandId, of === 'order' ? 'service' : `service of ${of.variationId}`),
    };
    return this.streams.transact(orders, orderId, act, (order) => readOutOrder(order, reading, now));
  }
}
