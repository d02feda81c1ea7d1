import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
import { momentOf } from '../domain/moments.js';
import { type RenewalDetails, renewOrder } from './renew-order.js';

export class RenewOrder extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<RenewalDetails, 'renewalId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RenewOrder)
export class RenewOrderHandler implements ICommandHandler<RenewOrder> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: RenewOrder): Promise<Receipt> {
    const renewalId = idFrom(act.commandId, 'renewal');
    return transactEnd(this.streams, orderId, act, (order) => renewOrder(order, { ...details, renewalId }, momentOf(act.at)));
  }
}
