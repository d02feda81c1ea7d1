import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { nameable, perpetrators, protectedPeople, readable } from '#people';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { loadBeside, nobodyBeside } from '../order-draft/load-beside.js';
import { newOrderId } from '../make-interim/make-interim.command.js';
import { type RecordedOrder, recordOrder } from './record-order.js';

/** The force that keeps the order is that of whoever records it: nobody gives another force an order to look after. */
export class RecordOrder extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly details: Omit<RecordedOrder, 'orderId' | 'perpetratorId' | 'force' | 'dateOfBirth'>,
    readonly act: Act,
    readonly beside = nobodyBeside,
  ) {
    super();
  }
}

@CommandHandler(RecordOrder)
export class RecordOrderHandler implements ICommandHandler<RecordOrder> {
  constructor(private readonly streams: Streams) {}

  async execute({ perpetratorId, details, act, beside }: RecordOrder): Promise<Receipt> {
    const orderId = newOrderId(act.commandId);
    const people = [...new Set(details.protectedPersonIds)].map((id) => at(protectedPeople, id));
    const others = await loadBeside(this.streams, beside);
    return this.streams.transactAll(
      act,
      [at(orders, orderId), at(perpetrators, perpetratorId), ...people],
      ([order, perpetrator, ...named]) => {
        for (const person of named) nameable(person, act);
        const dateOfBirth = readable(perpetrator, act).identity.value?.dateOfBirth ?? null;
        const whole = { ...details, orderId, perpetratorId, dateOfBirth, force: act.force };
        return [to(orders, orderId, recordOrder(order, whole, momentOf(act.at), others))];
      },
    );
  }
}
