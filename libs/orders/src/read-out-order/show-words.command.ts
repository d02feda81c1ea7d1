import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type Showing, showWords } from './show-words.js';

export class ShowWords extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Pick<Showing, 'why' | 'reason'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ShowWords)
export class ShowWordsHandler implements ICommandHandler<ShowWords> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: ShowWords): Promise<Receipt> {
    const showing: Showing = { ...details, showingId: idFrom(act.commandId, 'showing'), toForce: act.force };
    return this.streams.transact(orders, orderId, act, (order) => showWords(order, showing, momentOf(act.at)));
  }
}
