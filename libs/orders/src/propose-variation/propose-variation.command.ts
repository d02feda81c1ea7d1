import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type ProposalDetails, proposeVariation } from './propose-variation.js';

/** The id of the proposal that a command makes: the same whenever it is sent. */
export function newProposalId(commandId: string): string {
  return idFrom(commandId, 'proposal');
}

export class ProposeVariation extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<ProposalDetails, 'proposalId' | 'by'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ProposeVariation)
export class ProposeVariationHandler implements ICommandHandler<ProposeVariation> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: ProposeVariation): Promise<Receipt> {
    const made = { ...details, proposalId: newProposalId(act.commandId), by: act.by };
    return this.streams.transact(orders, orderId, act, (order) => proposeVariation(order, made, momentOf(act.at)));
  }
}
