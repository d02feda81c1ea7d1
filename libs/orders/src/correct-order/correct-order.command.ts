import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { applications } from '../domain/application.js';
import { type MadeOrder, orders, type OrderState } from '../domain/order.js';
import { dateOfBirthOf } from '../order-draft/date-of-birth.js';
import { transactEnd } from '../cease-interim/ends-of-orders.js';
import { momentOf } from '../domain/moments.js';
import { type Correction, correctOrder } from './correct-order.js';
import { decidedThen } from './decided-then.js';

export class CorrectOrder extends Command<Receipt> {
  constructor(
    readonly orderId: string,
    readonly details: Omit<Correction, 'correctionId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(CorrectOrder)
export class CorrectOrderHandler implements ICommandHandler<CorrectOrder> {
  constructor(private readonly streams: Streams) {}

  async execute({ orderId, details, act }: CorrectOrder): Promise<Receipt> {
    const correctionId = idFrom(act.commandId, 'correction');
    const { state } = await this.streams.load(orders, orderId);
    const dateOfBirth = state.is === 'unmade' ? null : await dateOfBirthOf(this.streams, state.perpetratorId);
    const decide = (order: OrderState) =>
      correctOrder(order, { ...details, correctionId }, { force: act.force, now: momentOf(act.at), dateOfBirth });
    if (details.made === null || state.is === 'unmade' || state.kind !== 'spo') return transactEnd(this.streams, orderId, act, decide);
    // With when it was made moves what it determined and ended. An application recorded by itself has no order; nothing is filed under this order's id.
    const applicationId = state.applicationId ?? orderId;
    const interimIds = await this.interimsOf(state);
    const places = [at(orders, orderId), at(applications, applicationId), ...interimIds.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([order, application, ...interims]) => {
      if (application.is !== 'not-filed' && application.interims.some((one) => !interimIds.includes(one.orderId))) throw refuse('busy');
      const why = { correctionId, reason: details.reason, now: act.at };
      const then = decidedThen(order, decide(order), { application, interims }, why);
      return [
        to(orders, orderId, then.order),
        to(applications, applicationId, then.application),
        ...then.interims.map((one) => to(orders, one.orderId, one.facts)),
      ];
    });
  }

  /** The interim orders of its application, where that is on record here, and each in whose place it was said to stand. */
  private async interimsOf({ orderId, applicationId }: MadeOrder): Promise<readonly string[]> {
    const { state } = await this.streams.load(applications, applicationId ?? orderId);
    const ofApplication = state.is === 'not-filed' ? [] : state.interims.map((one) => one.orderId);
    const facts = await this.streams.facts(orders, orderId);
    const replaced = facts.flatMap(({ fact }) => (fact.type === 'OrderMade' || fact.type === 'OrderCorrected' ? fact.data.replaces : null));
    return [...new Set([...ofApplication, ...replaced.filter((id) => typeof id === 'string')])];
  }
}
