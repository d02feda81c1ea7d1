import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#access';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { applications } from '../domain/application.js';
import { weighConflicts, type Weighing } from './weigh-conflicts.js';

export class WeighConflicts extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly weighing: Weighing,
    readonly role: Role,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(WeighConflicts)
export class WeighConflictsHandler implements ICommandHandler<WeighConflicts> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, weighing, role, act }: WeighConflicts): Promise<Receipt> {
    const writer = { userId: act.by, role, force: act.force };
    return this.streams.transact(applications, applicationId, act, (state) => weighConflicts(state, weighing, writer));
  }
}
