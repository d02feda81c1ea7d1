import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type NotificationDetails, recordNotification } from './record-notification.js';

export class RecordNotification extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<NotificationDetails, 'notificationId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordNotification)
export class RecordNotificationHandler implements ICommandHandler<RecordNotification> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: RecordNotification): Promise<Receipt> {
    const notificationId = idFrom(act.commandId, 'notification');
    return this.streams.transact(orders, orderId, act, (order) =>
      recordNotification(order, { ...details, notificationId }, momentOf(act.at)),
    );
  }
}
