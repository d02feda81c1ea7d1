import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { orders } from '../domain/order.js';
import { dateOfBirthOf } from '../order-draft/date-of-birth.js';
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

  async execute({ orderId, details, act }: CorrectOrder): Promise<Receipt> {
    const correctionId = idFrom(act.commandId, 'correction');
    const { state } = await this.streams.load(orders, orderId);
    const dateOfBirth = state.is === 'unmade' ? null : await dateOfBirthOf(this.streams, state.perpetratorId);
    return transactEnd(this.streams, orderId, act, (order) =>
      correctOrder(order, { ...details, correctionId }, { force: act.force, now: momentOf(act.at), dateOfBirth }),
    );
  }
}
