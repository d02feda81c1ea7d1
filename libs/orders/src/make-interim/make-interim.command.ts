import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { orderMadeIn } from '../cease-interim/ends-of-orders.js';
import { applications } from '../domain/application.js';
import type { OrderDraft } from '../domain/draft.js';
import type { OtherForumReason } from '../domain/events.js';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { dateOfBirthOf } from '../order-draft/date-of-birth.js';
import { loadBeside, nobodyBeside } from '../order-draft/load-beside.js';
import { makeInterim } from './make-interim.js';

/** The id of the order that a command makes: the same whenever it is sent. */
export function newOrderId(commandId: string): string {
  return idFrom(commandId, 'order');
}

export class MakeInterim extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly draft: OrderDraft,
    readonly act: Act,
    readonly beside = nobodyBeside,
    readonly otherForum: OtherForumReason | null = null,
  ) {
    super();
  }
}

@CommandHandler(MakeInterim)
export class MakeInterimHandler implements ICommandHandler<MakeInterim> {
  constructor(private readonly streams: Streams) {}

  async execute({ applicationId, draft, act, beside, otherForum }: MakeInterim): Promise<Receipt> {
    const orderId = newOrderId(act.commandId);
    const others = await loadBeside(this.streams, beside);
    const { state } = await this.streams.load(applications, applicationId);
    const dateOfBirth = state.is === 'not-filed' ? null : await dateOfBirthOf(this.streams, state.perpetratorId);
    const fullId = orderMadeIn(state);
    const interimIds = state.is === 'not-filed' ? [] : state.interims.map((one) => one.orderId);
    const places = [at(applications, applicationId), at(orders, fullId ?? orderId), ...interimIds.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([application, full, ...interims]) => {
      if (orderMadeIn(application) !== fullId) throw refuse('busy');
      const decided = { full, interims, correctionId: idFrom(act.commandId, 'what it replaces') };
      const made = makeInterim(application, { orderId, draft, dateOfBirth, otherForum }, momentOf(act.at), others, decided);
      return [
        to(orders, orderId, made.order),
        to(applications, applicationId, made.application),
        ...(fullId === null ? [] : [to(orders, fullId, made.full)]),
      ];
    });
  }
}
