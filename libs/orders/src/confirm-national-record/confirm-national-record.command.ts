import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type Confirmation, confirmNationalRecord } from './confirm-national-record.js';

export class ConfirmNationalRecord extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<Confirmation, 'confirmationId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ConfirmNationalRecord)
export class ConfirmNationalRecordHandler implements ICommandHandler<ConfirmNationalRecord> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: ConfirmNationalRecord): Promise<Receipt> {
    const confirmationId = idFrom(act.commandId, 'confirmation');
    return this.streams.transact(orders, orderId, act, (order) =>
      confirmNationalRecord(order, { ...details, confirmationId }, momentOf(act.at)),
    );
  }
}
