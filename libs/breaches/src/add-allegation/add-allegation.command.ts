import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { orders } from '#orders';
import { idFrom } from '#pages';
import type { Alleging } from '../domain/alleging.js';
import { breaches } from '../domain/breach.js';
import { addAllegation } from './add-allegation.js';

export class AddAllegation extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: Omit<Alleging, 'allegationId'>,
    /** The ids of the records linked as the same person. */
    readonly samePerson: readonly string[],
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AddAllegation)
export class AddAllegationHandler implements ICommandHandler<AddAllegation> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, samePerson, act }: AddAllegation): Promise<Receipt> {
    return this.streams.transactAll(act, [at(breaches, breachId), at(orders, details.orderId)], ([breach, order]) => {
      const said = { ...details, allegationId: idFrom(act.commandId, 'allegation') };
      return [to(breaches, breachId, addAllegation(breach, [order], said, samePerson, act.at))];
    });
  }
}
