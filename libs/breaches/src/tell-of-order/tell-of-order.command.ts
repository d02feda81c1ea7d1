import { NotFoundException } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { orders } from '#orders';
import { idFrom } from '#pages';
import { protectedPeople } from '#people';
import { tellings } from '../domain/telling.js';
import { tellOfOrder, type TellOfOrderDetails } from './tell-of-order.js';

export class TellOfOrder extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<TellOfOrderDetails, 'tellingId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(TellOfOrder)
export class TellOfOrderHandler implements ICommandHandler<TellOfOrder> {
  constructor(private readonly streams: Streams) {}

  async execute({ orderId, details, act }: TellOfOrder): Promise<Receipt> {
    const { protectedPersonId } = details;
    const [{ state: order }, { state: person }] = [
      await this.streams.load(orders, orderId),
      await this.streams.load(protectedPeople, protectedPersonId),
    ];
    if (order.is === 'unmade') throw new NotFoundException();
    const who = { force: act.force, now: act.at };
    return this.streams.transact(tellings, protectedPersonId, act, (told) =>
      tellOfOrder(told, order, person, who, { ...details, tellingId: idFrom(act.commandId, 'telling') }),
    );
  }
}
