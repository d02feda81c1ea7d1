import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type AppealDetails, lodgeAppeal } from './lodge-appeal.js';

export class LodgeAppeal extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<AppealDetails, 'appealId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(LodgeAppeal)
export class LodgeAppealHandler implements ICommandHandler<LodgeAppeal> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: LodgeAppeal): Promise<Receipt> {
    const appealId = idFrom(act.commandId, 'appeal');
    return this.streams.transact(orders, orderId, act, (order) => lodgeAppeal(order, { ...details, appealId }, momentOf(act.at)));
  }
}
