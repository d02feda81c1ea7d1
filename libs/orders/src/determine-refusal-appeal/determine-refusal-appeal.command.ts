import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { newOrderId } from '../make-interim/make-interim.command.js';
import { loadBeside, nobodyBeside } from '../order-draft/load-beside.js';
import { determineRefusalAppeal, type NoOrderOnAppeal, type OrderOnAppeal } from './determine-refusal-appeal.js';

/** An order that is made on the appeal gets its id from the command. */
export class DetermineRefusalAppeal extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly outcome: NoOrderOnAppeal | Omit<OrderOnAppeal, 'orderId'>,
    readonly act: Act,
    readonly beside = nobodyBeside,
  ) {
    super();
  }
}

@CommandHandler(DetermineRefusalAppeal)
export class DetermineRefusalAppealHandler implements ICommandHandler<DetermineRefusalAppeal> {
  constructor(private readonly streams: Streams) {}

  async execute({ applicationId, outcome, act, beside }: DetermineRefusalAppeal): Promise<Receipt> {
    const orderId = newOrderId(act.commandId);
    const whole = outcome.result === 'order-made' ? { ...outcome, orderId } : outcome;
    const others = await loadBeside(this.streams, beside);
    return this.streams.transactAll(act, [at(applications, applicationId)], ([application]) => {
      const decided = determineRefusalAppeal(application, whole, momentOf(act.at), others);
      return [to(applications, applicationId, decided.application), to(orders, orderId, decided.order)];
    });
  }
}
