import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches } from '../domain/breach.js';
import { reviewFlag, type ReviewFlagDetails } from './review-flag.js';

export class ReviewFlag extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: ReviewFlagDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ReviewFlag)
export class ReviewFlagHandler implements ICommandHandler<ReviewFlag> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: ReviewFlag): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) => reviewFlag(breach, details));
  }
}
