import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
import { momentOf } from '../domain/moments.js';
import { type AppealOutcome, determineAppeal } from './determine-appeal.js';

export class DetermineAppeal extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: AppealOutcome,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(DetermineAppeal)
export class DetermineAppealHandler implements ICommandHandler<DetermineAppeal> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: DetermineAppeal): Promise<Receipt> {
    const newId = (name: string) => idFrom(act.commandId, name);
    return transactEnd(this.streams, orderId, act, (order) => determineAppeal(order, details, { now: momentOf(act.at), newId }));
  }
}
