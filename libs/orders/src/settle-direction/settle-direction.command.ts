import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import type { HearingOf } from '../list-hearing/list-hearing.command.js';
import { settleDirection, type Settlement, settleOrderDirection } from './settle-direction.js';

export class SettleDirection extends Command<Receipt> {
  constructor(
    readonly of: HearingOf,
    readonly details: Settlement,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(SettleDirection)
export class SettleDirectionHandler implements ICommandHandler<SettleDirection> {
  constructor(private readonly streams: Streams) {}

  execute({ of, details, act }: SettleDirection): Promise<Receipt> {
    const now = momentOf(act.at);
    return 'orderId' in of
      ? this.streams.transact(orders, of.orderId, act, (order) => settleOrderDirection(order, details, now))
      : this.streams.transact(applications, of.applicationId, act, (application) => settleDirection(application, details, now));
  }
}
