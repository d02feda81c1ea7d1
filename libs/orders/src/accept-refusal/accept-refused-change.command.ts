import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { acceptRefusedChange, type ChangeAcceptance } from './accept-refused-change.js';

export class AcceptRefusedChange extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: ChangeAcceptance,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AcceptRefusedChange)
export class AcceptRefusedChangeHandler implements ICommandHandler<AcceptRefusedChange> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: AcceptRefusedChange): Promise<Receipt> {
    return this.streams.transact(orders, orderId, act, (order) => acceptRefusedChange(order, details, momentOf(act.at)));
  }
}
