import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { checkRequirement, type RequirementAnswer } from './check-requirement.js';

export class CheckRequirement extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: RequirementAnswer,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(CheckRequirement)
export class CheckRequirementHandler implements ICommandHandler<CheckRequirement> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: CheckRequirement): Promise<Receipt> {
    return this.streams.transact(orders, orderId, act, (order) =>
      checkRequirement(order, details, momentOf(act.at), (of) => idFrom(act.commandId, of)),
    );
  }
}
