import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
import { type VariationDetails, varyOrder } from './vary-order.js';

export class VaryOrder extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<VariationDetails, 'variationId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(VaryOrder)
export class VaryOrderHandler implements ICommandHandler<VaryOrder> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: VaryOrder): Promise<Receipt> {
    const variationId = idFrom(act.commandId, 'variation');
    return transactEnd(this.streams, orderId, act, (order) => varyOrder(order, { ...details, variationId }));
  }
}
