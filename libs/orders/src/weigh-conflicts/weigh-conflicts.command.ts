import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#access';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { applications } from '../domain/application.js';
import { liveOrders } from '../domain/application-draft/live.js';
import { momentOf } from '../domain/moments.js';
import { orders } from '../domain/order.js';
import { weighConflicts, type Weighing } from './weigh-conflicts.js';

export class WeighConflicts extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly weighing: Omit<Weighing, 'live'>,
    /** The orders that may bind the respondent now: whether they do, and by which wordings, their streams say. */
    readonly orderIds: readonly string[],
    readonly role: Role,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(WeighConflicts)
export class WeighConflictsHandler implements ICommandHandler<WeighConflicts> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, weighing, orderIds, role, act }: WeighConflicts): Promise<Receipt> {
    const writer = { userId: act.by, role, force: act.force };
    const places = [at(applications, applicationId), ...orderIds.map((id) => at(orders, id))] as const;
    return this.streams.transactAll(act, places, ([state, ...others]) => {
      const live = liveOrders(others, momentOf(act.at));
      return [to(applications, applicationId, weighConflicts(state, { ...weighing, live }, writer))];
    });
  }
}
