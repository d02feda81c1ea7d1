import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Instant } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches, type OutOfCourtDisposal } from '../domain/breach.js';
import { disposeOutOfCourt } from './dispose-out-of-court.js';

export class DisposeOutOfCourt extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: { readonly at: Instant; readonly how: OutOfCourtDisposal },
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(DisposeOutOfCourt)
export class DisposeOutOfCourtHandler implements ICommandHandler<DisposeOutOfCourt> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: DisposeOutOfCourt): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) => disposeOutOfCourt(breach, details, act.at));
  }
}
