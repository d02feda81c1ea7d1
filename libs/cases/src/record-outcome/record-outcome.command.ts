import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { cases } from '../domain/case.js';
import { type OutcomeDetails, recordOutcome } from './record-outcome.js';

export class RecordOutcome extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: Omit<OutcomeDetails, 'outcomeId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordOutcome)
export class RecordOutcomeHandler implements ICommandHandler<RecordOutcome> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: RecordOutcome): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) =>
      recordOutcome(state, { ...details, outcomeId: idFrom(act.commandId, 'outcome') }, act.at),
    );
  }
}
