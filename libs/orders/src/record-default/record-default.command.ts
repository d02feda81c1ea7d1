import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { londonDate } from '#calendar';
import { orders } from '../domain/order.js';
import { type DefaultDetails, recordDefault } from './record-default.js';

export class RecordDefault extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<DefaultDetails, 'defaultId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordDefault)
export class RecordDefaultHandler implements ICommandHandler<RecordDefault> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: RecordDefault): Promise<Receipt> {
    const defaultId = idFrom(act.commandId, 'default');
    return this.streams.transact(orders, orderId, act, (order) => recordDefault(order, { ...details, defaultId }, londonDate(act.at)));
  }
}
