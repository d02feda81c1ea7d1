import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { changer } from '../domain/may-change.js';
import { perpetrators } from '../domain/perpetrator.js';
import type { Correction } from '../domain/checked-identity.js';
import { correctDetails } from './correct-details.js';

export class CorrectDetails extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly correction: Correction,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(CorrectDetails)
export class CorrectDetailsHandler implements ICommandHandler<CorrectDetails> {
  constructor(private readonly streams: Streams) {}

  execute({ perpetratorId, correction, act }: CorrectDetails): Promise<Receipt> {
    return this.streams.transact(perpetrators, perpetratorId, act, (state) => correctDetails(state, changer(act), correction));
  }
}
