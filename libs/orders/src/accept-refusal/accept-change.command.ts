import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { acceptChange, type AcceptedChange } from './accept-change.js';

export class AcceptChange extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: AcceptedChange,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AcceptChange)
export class AcceptChangeHandler implements ICommandHandler<AcceptChange> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: AcceptChange): Promise<Receipt> {
    return this.streams.transact(orders, orderId, act, (order) => acceptChange(order, details, momentOf(act.at)));
  }
}
