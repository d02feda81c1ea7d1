import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { orders } from '#orders';
import { idFrom } from '#pages';
import type { Alleging } from '../domain/alleging.js';
import { breaches } from '../domain/breach.js';
import { reviewFlag, type ReviewFlagDetails } from './review-flag.js';

export interface FlagReview extends Omit<ReviewFlagDetails, 'instead'> {
  readonly instead: Omit<Alleging, 'allegationId'> | null;
}

export class ReviewFlag extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: FlagReview,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ReviewFlag)
export class ReviewFlagHandler implements ICommandHandler<ReviewFlag> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: ReviewFlag): Promise<Receipt> {
    const instead = details.instead && { ...details.instead, allegationId: idFrom(act.commandId, 'allegation') };
    const places = [at(breaches, breachId), ...(instead ? [at(orders, instead.orderId)] : [])] as const;
    return this.streams.transactAll(act, places, ([breach, ...ordersThen]) => [
      to(breaches, breachId, reviewFlag(breach, ordersThen, { ...details, instead })),
    ]);
  }
}
