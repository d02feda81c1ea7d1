import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { nameable, perpetrators, protectedPeople, readable } from '#people';
import { idFrom } from '#pages';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { loadBeside, nobodyBeside } from '../order-draft/load-beside.js';
import { newOrderId } from '../make-interim/make-interim.command.js';
import { ceasedAlone, interimDecidedWith } from '../domain/made-on.js';
import { type RecordedOrder, recordOrder } from './record-order.js';

/** The force that keeps the order is that of whoever records it: nobody gives another force an order to look after. */
export class RecordOrder extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly details: Omit<RecordedOrder, 'orderId' | 'perpetratorId' | 'force' | 'dateOfBirth'>,
    readonly act: Act,
    readonly beside = nobodyBeside,
    /** The ids of what is open against the person, as the recording force sees it. */
    readonly open: { readonly applicationIds: readonly string[]; readonly interimIds: readonly string[] } = {
      applicationIds: [],
      interimIds: [],
    },
  ) {
    super();
  }
}

@CommandHandler(RecordOrder)
export class RecordOrderHandler implements ICommandHandler<RecordOrder> {
  constructor(private readonly streams: Streams) {}

  async execute({ perpetratorId, details, act, beside, open }: RecordOrder): Promise<Receipt> {
    const orderId = newOrderId(act.commandId);
    const people = [...new Set(details.protectedPersonIds)].map((id) => at(protectedPeople, id));
    const others = await loadBeside(this.streams, beside);
    const waiting = await Promise.all(open.applicationIds.map((id) => this.streams.load(applications, id)));
    const interims = await Promise.all(open.interimIds.map((id) => this.streams.load(orders, id)));
    const chosen = open.interimIds.find((id) => id === details.madeOn) ?? idFrom(act.commandId, 'no interim order');
    return this.streams.transactAll(
      act,
      [at(orders, orderId), at(perpetrators, perpetratorId), at(orders, chosen), ...people],
      ([order, perpetrator, interim, ...named]) => {
        for (const person of named) nameable(person, act);
        const dateOfBirth = readable(perpetrator, act).identity.value?.dateOfBirth ?? null;
        const whole = { ...details, orderId, perpetratorId, dateOfBirth, force: act.force };
        const standing = interims.map(({ state }) => (state.is !== 'unmade' && state.orderId === chosen ? interim : state));
        const same = interimDecidedWith(whole, { applications: waiting.map(({ state }) => state), interims: standing });
        const ceased = same && ceasedAlone(same.interim, { at: whole.draft.made, outcome: 'granted', fullOrderId: orderId });
        return [
          to(orders, orderId, recordOrder(order, whole, momentOf(act.at), others, same?.isReplaced ? same.interim : null)),
          ...(ceased ? [to(orders, chosen, [ceased])] : []),
        ];
      },
    );
  }
}
