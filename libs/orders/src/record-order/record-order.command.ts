import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, fold } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { nameable, perpetrators, protectedPeople, readable } from '#people';
import { assertMayName } from '#people/module';
import { idFrom } from '#pages';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { inPlaceNow } from '../domain/in-its-place.js';
import { orders, type OrderState } from '../domain/order.js';
import { loadBeside, nobodyBeside } from '../order-draft/load-beside.js';
import { newOrderId } from '../make-interim/make-interim.command.js';
import { ceasedAlone, fullDecidedWith, interimDecidedWith } from '../domain/made-on.js';
import type { OnRecord } from '../domain/same-order.js';
import { type RecordedOrder, recordOrder } from './record-order.js';

/** The force that keeps the order is that of whoever records it: nobody gives another force an order to look after. */
export class RecordOrder extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly details: Omit<RecordedOrder, 'orderId' | 'perpetratorId' | 'force' | 'dateOfBirth'>,
    readonly act: Act,
    readonly beside = nobodyBeside,
    /** The ids of what is open against the person, as the recording force sees it. */
    readonly open: Readonly<Record<'applicationIds' | 'interimIds' | 'fullIds', readonly string[]>> & {
      /** Every order against the person that is on record. */
      readonly onRecord?: readonly OnRecord[];
    } = {
      applicationIds: [],
      interimIds: [],
      fullIds: [],
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
    await assertMayName(this.streams, details.protectedPersonIds, act);
    const people = [...new Set(details.protectedPersonIds)].map((id) => at(protectedPeople, id));
    const others = await loadBeside(this.streams, beside);
    const waiting = await Promise.all(open.applicationIds.map((id) => this.streams.load(applications, id)));
    const interims = await Promise.all(open.interimIds.map((id) => this.streams.load(orders, id)));
    const loadedFulls = await Promise.all(open.fullIds.map((id) => this.streams.load(orders, id)));
    const chosen = [...open.interimIds, ...open.fullIds].find((id) => id === details.madeOn) ?? idFrom(act.commandId, 'no other order');
    const replaced = await this.replacedBy(chosen);
    return this.streams.transactAll(
      act,
      [at(orders, orderId), at(perpetrators, perpetratorId), at(orders, chosen), ...people],
      ([order, perpetrator, other, ...named]) => {
        for (const person of named) nameable(person, act);
        const dateOfBirth = readable(perpetrator, act).identity.value?.dateOfBirth ?? null;
        const whole = { ...details, orderId, perpetratorId, dateOfBirth, force: act.force };
        const asTheyStand = (found: typeof interims) =>
          found.map(({ state }) => (state.is !== 'unmade' && state.orderId === chosen ? other : state));
        const known = {
          applications: waiting.map(({ state }) => state),
          interims: asTheyStand(interims),
          fulls: asTheyStand(loadedFulls),
        };
        const same = interimDecidedWith(whole, known);
        const made = recordOrder(order, whole, momentOf(act.at), others, same?.isReplaced ? same.interim : null, open.onRecord);
        const full = fullDecidedWith(whole, known);
        if (full) {
          const before = fold(orders, made);
          if (before.is === 'unmade') return [];
          const ceased = ceasedAlone(before, { at: full.made, outcome: 'granted', fullOrderId: full.orderId });
          const why = { correctionId: idFrom(act.commandId, 'what it replaces'), reason: 'The interim order ended with it' };
          return [
            to(orders, orderId, [...made, ceased]),
            to(orders, chosen, inPlaceNow(full, [orders.evolve(before, ceased), ...replaced], why)),
          ];
        }
        const ceased = same && ceasedAlone(same.interim, { at: whole.draft.made, outcome: 'granted', fullOrderId: orderId });
        return [to(orders, orderId, made), ...(ceased ? [to(orders, chosen, [ceased])] : [])];
      },
    );
  }

  /** The interim order in whose place the order with that id stands so far. */
  private async replacedBy(orderId: string): Promise<readonly OrderState[]> {
    const { state } = await this.streams.load(orders, orderId);
    if (state.is === 'unmade' || state.replaces === null) return [];
    return [(await this.streams.load(orders, state.replaces)).state];
  }
}
