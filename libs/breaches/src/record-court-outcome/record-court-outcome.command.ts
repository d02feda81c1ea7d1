import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches } from '../domain/breach.js';
import { type CourtOutcomeDetails, recordCourtOutcome } from './record-court-outcome.js';

export class RecordCourtOutcome extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: CourtOutcomeDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordCourtOutcome)
export class RecordCourtOutcomeHandler implements ICommandHandler<RecordCourtOutcome> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: RecordCourtOutcome): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) => recordCourtOutcome(breach, details, act.at));
  }
}
