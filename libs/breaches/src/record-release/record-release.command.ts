import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { orders } from '#orders';
import { ordersAlleged } from '../breach-record/orders-concerned.js';
import { breaches } from '../domain/breach.js';
import { recordRelease, type ReleaseDetails } from './record-release.js';

export class RecordRelease extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: ReleaseDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordRelease)
export class RecordReleaseHandler implements ICommandHandler<RecordRelease> {
  constructor(private readonly streams: Streams) {}

  async execute({ breachId, details, act }: RecordRelease): Promise<Receipt> {
    const places = [at(breaches, breachId), ...(await ordersAlleged(this.streams, breachId)).map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([breach, ...ordersThen]) => [
      to(breaches, breachId, recordRelease(breach, ordersThen, details, act.at)),
    ]);
  }
}
