import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { birthOf } from '#cases';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { orders } from '#orders';
import { idFrom } from '#pages';
import { perpetrators } from '#people';
import { breaches } from '../domain/breach.js';
import { correctTime, type TimeCorrection } from './correct-time.js';

export class CorrectTime extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: Pick<TimeCorrection, 'occurred' | 'reason'>,
    /** The ids of all orders on the records of the person. */
    readonly orderIds: readonly string[],
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(CorrectTime)
export class CorrectTimeHandler implements ICommandHandler<CorrectTime> {
  constructor(private readonly streams: Streams) {}

  async execute({ breachId, details, orderIds, act }: CorrectTime): Promise<Receipt> {
    const { state } = await this.streams.load(breaches, breachId);
    const born = state.status === 'none' ? null : birthOf((await this.streams.load(perpetrators, state.perpetratorId)).state);
    const ids = [...new Set([...orderIds, ...state.allegations.map(({ orderId }) => orderId)])];
    const places = [at(breaches, breachId), ...ids.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([breach, ...all]) => {
      const flagId = (orderId: string) => idFrom(act.commandId, `flag ${orderId}`);
      const whole = { ...details, born, flagId, correctionId: idFrom(act.commandId, 'correction') };
      return [to(breaches, breachId, correctTime(breach, all, whole, act.at))];
    });
  }
}
