import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
import { momentOf } from '../domain/moments.js';
import { type Correction, correctOrder } from './correct-order.js';

export class CorrectOrder extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<Correction, 'correctionId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(CorrectOrder)
export class CorrectOrderHandler implements ICommandHandler<CorrectOrder> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: CorrectOrder): Promise<Receipt> {
    const correctionId = idFrom(act.commandId, 'correction');
    return transactEnd(this.streams, orderId, act, (order) =>
      correctOrder(order, { ...details, correctionId }, { force: act.force, now: momentOf(act.at) }),
    );
  }
}
