import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches } from '../domain/breach.js';
import { assessSafety, type SafetyDetails } from './assess-safety.js';

export class AssessSafety extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: SafetyDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AssessSafety)
export class AssessSafetyHandler implements ICommandHandler<AssessSafety> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: AssessSafety): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) => assessSafety(breach, details, act.at));
  }
}
