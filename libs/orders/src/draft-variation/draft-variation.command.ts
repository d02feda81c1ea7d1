import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type DraftedVariation, draftVariation } from './draft-variation.js';

export class DraftVariation extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<DraftedVariation, 'by'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(DraftVariation)
export class DraftVariationHandler implements ICommandHandler<DraftVariation> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: DraftVariation): Promise<Receipt> {
    return this.streams.transact(orders, orderId, act, (order) => draftVariation(order, { ...details, by: act.by }, momentOf(act.at)));
  }
}
