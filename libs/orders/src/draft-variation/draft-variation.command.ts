import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { loadBeside, nobodyBeside } from '../order-draft/load-beside.js';
import { type DraftedVariation, draftVariation } from './draft-variation.js';

export class DraftVariation extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<DraftedVariation, 'by'>,
    readonly act: Act,
    readonly beside = nobodyBeside,
  ) {
    super();
  }
}

@CommandHandler(DraftVariation)
export class DraftVariationHandler implements ICommandHandler<DraftVariation> {
  constructor(private readonly streams: Streams) {}

  async execute({ orderId, details, act, beside }: DraftVariation): Promise<Receipt> {
    const others = await loadBeside(this.streams, beside);
    const now = momentOf(act.at);
    return this.streams.transact(orders, orderId, act, (order) => draftVariation(order, { ...details, by: act.by }, now, others));
  }
}
