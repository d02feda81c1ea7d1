import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type ServiceDetails, recordService } from './record-service.js';

export class RecordService extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<ServiceDetails, 'serviceId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordService)
export class RecordServiceHandler implements ICommandHandler<RecordService> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: RecordService): Promise<Receipt> {
    const serviceId = idFrom(act.commandId, 'service');
    return this.streams.transact(orders, orderId, act, (order) => recordService(order, { ...details, serviceId }, momentOf(act.at)));
  }
}
