import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches } from '../domain/breach.js';
import { type ChargeDetails, recordCharge } from './record-charge.js';

export class RecordCharge extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: ChargeDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordCharge)
export class RecordChargeHandler implements ICommandHandler<RecordCharge> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: RecordCharge): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) => recordCharge(breach, details, act.at));
  }
}
