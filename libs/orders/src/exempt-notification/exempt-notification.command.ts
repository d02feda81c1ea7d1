import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { orders } from '../domain/order.js';
import { exemptNotification } from './exempt-notification.js';

export class ExemptNotification extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Parameters<typeof exemptNotification>[1],
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ExemptNotification)
export class ExemptNotificationHandler implements ICommandHandler<ExemptNotification> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: ExemptNotification): Promise<Receipt> {
    return this.streams.transact(orders, orderId, act, (order) => exemptNotification(order, details));
  }
}
