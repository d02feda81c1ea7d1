import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { applications } from '../domain/application.js';
import { orders } from '../domain/order.js';
import { type ListedHearing, listHearing, listOrderHearing } from './list-hearing.js';

/** What a hearing is about: an application, or an order. */
export type HearingOf = { readonly applicationId: string } | { readonly orderId: string };

/** The id of the hearing that a command lists: the same whenever it is sent. */
export function newHearingId(commandId: string): string {
  return idFrom(commandId, 'hearing');
}

export class ListHearing extends Command<Receipt> {
  constructor(
    readonly of: HearingOf,
    readonly details: Omit<ListedHearing, 'hearingId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ListHearing)
export class ListHearingHandler implements ICommandHandler<ListHearing> {
  constructor(private readonly streams: Streams) {}

  execute({ of, details, act }: ListHearing): Promise<Receipt> {
    const hearing = { ...details, hearingId: newHearingId(act.commandId) };
    const today = londonDate(act.at);
    return 'orderId' in of
      ? this.streams.transact(orders, of.orderId, act, (order) => listOrderHearing(order, hearing, today))
      : this.streams.transact(applications, of.applicationId, act, (application) => listHearing(application, hearing, today));
  }
}
