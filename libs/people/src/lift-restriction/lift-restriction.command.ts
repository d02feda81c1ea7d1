import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { perpetrators } from '../domain/perpetrator.js';
import { liftRestriction } from './lift-restriction.js';

export class LiftRestriction extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly administers: boolean,
    readonly reason: string,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(LiftRestriction)
export class LiftRestrictionHandler implements ICommandHandler<LiftRestriction> {
  constructor(private readonly streams: Streams) {}

  execute({ perpetratorId, administers, reason, act }: LiftRestriction): Promise<Receipt> {
    return this.streams.transact(perpetrators, perpetratorId, act, (state) => liftRestriction(state, { ...act, administers }, reason));
  }
}
