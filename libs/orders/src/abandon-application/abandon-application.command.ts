import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#access';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { applications } from '../domain/application.js';
import { abandonApplication, type Abandoning } from './abandon-application.js';

export class AbandonApplication extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: Abandoning,
    readonly role: Role,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AbandonApplication)
export class AbandonApplicationHandler implements ICommandHandler<AbandonApplication> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, details, role, act }: AbandonApplication): Promise<Receipt> {
    const writer = { userId: act.by, role, force: act.force };
    return this.streams.transact(applications, applicationId, act, (state) => abandonApplication(state, details, writer));
  }
}
