import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Instant } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches } from '../domain/breach.js';
import { recordArrest } from './record-arrest.js';

export class RecordArrest extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: { readonly at: Instant },
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordArrest)
export class RecordArrestHandler implements ICommandHandler<RecordArrest> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: RecordArrest): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) => recordArrest(breach, details, act.at));
  }
}
