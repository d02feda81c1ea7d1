import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { loadBeside, nobodyBeside } from '../order-draft/load-beside.js';
import { type FilingDetails, fileVariation } from './file-variation.js';

export class FileVariation extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: FilingDetails,
    readonly act: Act,
    readonly beside = nobodyBeside,
  ) {
    super();
  }
}

@CommandHandler(FileVariation)
export class FileVariationHandler implements ICommandHandler<FileVariation> {
  constructor(private readonly streams: Streams) {}

  async execute({ orderId, details, act, beside }: FileVariation): Promise<Receipt> {
    const others = await loadBeside(this.streams, beside);
    const now = momentOf(act.at);
    return this.streams.transact(orders, orderId, act, (order) => fileVariation(order, details, now, others));
  }
}
