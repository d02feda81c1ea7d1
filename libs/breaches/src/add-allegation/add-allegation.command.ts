import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { orders } from '#orders';
import { idFrom } from '#pages';
import type { Alleging } from '../domain/alleging.js';
import { ordersConcerned } from '../breach-record/orders-concerned.js';
import { breaches } from '../domain/breach.js';
import { addAllegation, type Confirmed } from './add-allegation.js';

export class AddAllegation extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: Omit<Alleging, 'allegationId'>,
    /** The ids of the records linked as the same person. */
    readonly samePerson: readonly string[],
    readonly act: Act,
    readonly confirmed: Confirmed = {},
  ) {
    super();
  }
}

@CommandHandler(AddAllegation)
export class AddAllegationHandler implements ICommandHandler<AddAllegation> {
  constructor(private readonly streams: Streams) {}

  async execute({ breachId, details, samePerson, act, confirmed }: AddAllegation): Promise<Receipt> {
    const orderIds = await ordersConcerned(this.streams, [details]);
    const places = [at(breaches, breachId), ...orderIds.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([breach, ...ordersThen]) => {
      const said = { ...details, allegationId: idFrom(act.commandId, 'allegation') };
      return [to(breaches, breachId, addAllegation(breach, ordersThen, said, samePerson, act.at, confirmed))];
    });
  }
}
