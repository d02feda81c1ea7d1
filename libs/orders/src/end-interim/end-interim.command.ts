import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { endInterim, type InterimEnding } from './end-interim.js';

export class EndInterim extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly ending: InterimEnding,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(EndInterim)
export class EndInterimHandler implements ICommandHandler<EndInterim> {
  constructor(private readonly streams: Streams) {}

  async execute({ orderId, ending, act }: EndInterim): Promise<Receipt> {
    const who = { force: act.force, now: momentOf(act.at), correctionId: idFrom(act.commandId, 'what it replaces') };
    if (ending.with === 'nothing' || ending.orderId === orderId) {
      return this.streams.transact(
        orders,
        orderId,
        act,
        (order) => endInterim(order, ending, { full: orders.initial, others: [] }, who).interim,
      );
    }
    const fullId = ending.orderId;
    const { state } = await this.streams.load(orders, fullId);
    const replaced = state.is === 'unmade' || state.replaces === null || state.replaces === orderId ? [] : [state.replaces];
    const places = [at(orders, orderId), at(orders, fullId), ...replaced.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([order, full, ...others]) => {
      const ended = endInterim(order, ending, { full, others }, who);
      return [to(orders, orderId, ended.interim), to(orders, fullId, ended.full)];
    });
  }
}
