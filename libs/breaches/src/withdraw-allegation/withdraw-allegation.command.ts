import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches } from '../domain/breach.js';
import { withdrawAllegation } from './withdraw-allegation.js';

export class WithdrawAllegation extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: { readonly allegationId: string; readonly reason: string },
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(WithdrawAllegation)
export class WithdrawAllegationHandler implements ICommandHandler<WithdrawAllegation> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: WithdrawAllegation): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) => withdrawAllegation(breach, details));
  }
}
