import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
import { momentOf } from '../domain/moments.js';
import { type DecisionDetails, decideVariation } from './decide-variation.js';

export class DecideVariation extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: DecisionDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(DecideVariation)
export class DecideVariationHandler implements ICommandHandler<DecideVariation> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: DecideVariation): Promise<Receipt> {
    return transactEnd(this.streams, orderId, act, (order) => decideVariation(order, details, momentOf(act.at)));
  }
}
