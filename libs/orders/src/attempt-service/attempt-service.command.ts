import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type AttemptDetails, attemptService } from './attempt-service.js';

export class AttemptService extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<AttemptDetails, 'attemptId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AttemptService)
export class AttemptServiceHandler implements ICommandHandler<AttemptService> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: AttemptService): Promise<Receipt> {
    const attemptId = idFrom(act.commandId, 'attempt');
    return this.streams.transact(orders, orderId, act, (order) => attemptService(order, { ...details, attemptId }, momentOf(act.at)));
  }
}
