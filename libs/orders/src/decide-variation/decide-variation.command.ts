import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
import { momentOf } from '../domain/moments.js';
import { loadBeside, nobodyBeside } from '../order-draft/load-beside.js';
import { type DecisionDetails, decideVariation } from './decide-variation.js';

export class DecideVariation extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: DecisionDetails,
    readonly act: Act,
    readonly beside = nobodyBeside,
  ) {
    super();
  }
}

@CommandHandler(DecideVariation)
export class DecideVariationHandler implements ICommandHandler<DecideVariation> {
  constructor(private readonly streams: Streams) {}

  async execute({ orderId, details, act, beside }: DecideVariation): Promise<Receipt> {
    const others = await loadBeside(this.streams, beside);
    const now = momentOf(act.at);
    return transactEnd(this.streams, orderId, act, (order) => decideVariation(order, details, now, others));
  }
}
