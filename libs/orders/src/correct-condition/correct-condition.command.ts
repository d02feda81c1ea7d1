import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import type { DraftCondition } from '../domain/draft.js';
import { orders } from '../domain/order.js';
import { correctCondition } from './correct-condition.js';

export class CorrectCondition extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: { readonly draft: DraftCondition; readonly reason: string },
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(CorrectCondition)
export class CorrectConditionHandler implements ICommandHandler<CorrectCondition> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: CorrectCondition): Promise<Receipt> {
    const correctionId = idFrom(act.commandId, 'correction');
    return this.streams.transact(orders, orderId, act, (order) => correctCondition(order, { ...details, correctionId }, act));
  }
}
