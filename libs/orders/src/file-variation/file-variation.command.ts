import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { orders } from '../domain/order.js';
import { type FilingDetails, fileVariation } from './file-variation.js';

export class FileVariation extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: FilingDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(FileVariation)
export class FileVariationHandler implements ICommandHandler<FileVariation> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: FileVariation): Promise<Receipt> {
    return this.streams.transact(orders, orderId, act, (order) => fileVariation(order, details, londonDate(act.at)));
  }
}
