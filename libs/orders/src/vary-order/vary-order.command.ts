import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
import { momentOf } from '../domain/moments.js';
import { loadBeside, nobodyBeside } from '../order-draft/load-beside.js';
import { type VariationDetails, varyOrder } from './vary-order.js';

export class VaryOrder extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<VariationDetails, 'variationId'>,
    readonly act: Act,
    readonly beside = nobodyBeside,
  ) {
    super();
  }
}

@CommandHandler(VaryOrder)
export class VaryOrderHandler implements ICommandHandler<VaryOrder> {
  constructor(private readonly streams: Streams) {}

  async execute({ orderId, details, act, beside }: VaryOrder): Promise<Receipt> {
    const variationId = idFrom(act.commandId, 'variation');
    const others = await loadBeside(this.streams, beside);
    const now = momentOf(act.at);
    return transactEnd(this.streams, orderId, act, (order) => varyOrder(order, { ...details, variationId }, { with: others, now }));
  }
}
