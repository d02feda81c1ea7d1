import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
import { momentOf } from '../domain/moments.js';
import { type DischargeDetails, dischargeOrder } from './discharge-order.js';

export class DischargeOrder extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: DischargeDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(DischargeOrder)
export class DischargeOrderHandler implements ICommandHandler<DischargeOrder> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: DischargeOrder): Promise<Receipt> {
    return transactEnd(this.streams, orderId, act, (order) => dischargeOrder(order, details, momentOf(act.at)));
  }
}
