import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { orders } from '../domain/order.js';
import { consultViews, type ViewsDetails } from './consult-views.js';

export class ConsultViews extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    /** Without a day: today. */
    readonly details: Omit<ViewsDetails, 'on'> & { readonly on: string | null },
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ConsultViews)
export class ConsultViewsHandler implements ICommandHandler<ConsultViews> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: ConsultViews): Promise<Receipt> {
    const today = londonDate(act.at);
    return this.streams.transact(orders, orderId, act, (order) => consultViews(order, { ...details, on: details.on ?? today }, today));
  }
}
