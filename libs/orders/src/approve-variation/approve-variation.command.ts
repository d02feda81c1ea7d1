import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { orders } from '../domain/order.js';
import { type ApprovalDetails, approveVariation } from './approve-variation.js';

export class ApproveVariation extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<ApprovalDetails, 'by' | 'on'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ApproveVariation)
export class ApproveVariationHandler implements ICommandHandler<ApproveVariation> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: ApproveVariation): Promise<Receipt> {
    return this.streams.transact(orders, orderId, act, (order) =>
      approveVariation(order, { ...details, by: act.by, on: londonDate(act.at) }),
    );
  }
}
