import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { type ConsentDetails, giveDischargeConsent } from './give-discharge-consent.js';

export class GiveDischargeConsent extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<ConsentDetails, 'consentId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(GiveDischargeConsent)
export class GiveDischargeConsentHandler implements ICommandHandler<GiveDischargeConsent> {
  constructor(private readonly streams: Streams) {}

  execute({ orderId, details, act }: GiveDischargeConsent): Promise<Receipt> {
    const consentId = idFrom(act.commandId, 'consent');
    return this.streams.transact(orders, orderId, act, (order) => giveDischargeConsent(order, { ...details, consentId }, momentOf(act.at)));
  }
}
