import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { applications } from '../domain/application.js';
import { orders } from '../domain/order.js';
import type { HearingOf } from '../list-hearing/list-hearing.command.js';
import { type HearingDetails, recordHearing, recordOrderHearing } from './record-hearing.js';

export class RecordHearing extends Command<Receipt> {
  constructor(
    readonly of: HearingOf,
    readonly details: HearingDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordHearing)
export class RecordHearingHandler implements ICommandHandler<RecordHearing> {
  constructor(private readonly streams: Streams) {}

  execute({ of, details, act }: RecordHearing): Promise<Receipt> {
    const today = londonDate(act.at);
    return 'orderId' in of
      ? this.streams.transact(orders, of.orderId, act, (order) => recordOrderHearing(order, details, today))
      : this.streams.transact(applications, of.applicationId, act, (application) => recordHearing(application, details, today));
  }
}
