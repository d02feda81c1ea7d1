import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type DetailsChange, learnDetailsChange } from './learn-details-change.js';

export class LearnDetailsChange extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<DetailsChange, 'changeId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(LearnDetailsChange)
export class LearnDetailsChangeHandler implements ICommandHandler<LearnDetailsChange> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: LearnDetailsChange): Promise<Receipt> {
    const changeId = idFrom(act.commandId, 'change');
    return this.streams.transact(orders, orderId, act, (order) => learnDetailsChange(order, { ...details, changeId }, momentOf(act.at)));
  }
}
