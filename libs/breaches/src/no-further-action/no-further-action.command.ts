import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { orders } from '#orders';
import { ordersAlleged } from '../breach-record/orders-concerned.js';
import { breaches } from '../domain/breach.js';
import { noFurtherAction, type NoFurtherActionDetails } from './no-further-action.js';

export class NoFurtherAction extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: NoFurtherActionDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(NoFurtherAction)
export class NoFurtherActionHandler implements ICommandHandler<NoFurtherAction> {
  constructor(private readonly streams: Streams) {}

  async execute({ breachId, details, act }: NoFurtherAction): Promise<Receipt> {
    const places = [at(breaches, breachId), ...(await ordersAlleged(this.streams, breachId)).map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([breach, ...ordersThen]) => [
      to(breaches, breachId, noFurtherAction(breach, ordersThen, details, act.at)),
    ]);
  }
}
