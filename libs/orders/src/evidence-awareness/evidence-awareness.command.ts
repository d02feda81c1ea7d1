import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type AwarenessDetails, evidenceAwareness } from './evidence-awareness.js';

export class EvidenceAwareness extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<AwarenessDetails, 'evidenceId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(EvidenceAwareness)
export class EvidenceAwarenessHandler implements ICommandHandler<EvidenceAwareness> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: EvidenceAwareness): Promise<Receipt> {
    const evidenceId = idFrom(act.commandId, 'evidence');
    return this.streams.transact(orders, orderId, act, (order) => evidenceAwareness(order, { ...details, evidenceId }, momentOf(act.at)));
  }
}
