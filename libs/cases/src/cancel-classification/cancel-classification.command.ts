import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { cases } from '../domain/case.js';
import { type CancellationDetails, cancelClassification } from './cancel-classification.js';

export class CancelClassification extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: CancellationDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(CancelClassification)
export class CancelClassificationHandler implements ICommandHandler<CancelClassification> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: CancelClassification): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) => cancelClassification(state, details, act.at));
  }
}
