import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { acceptRefusal, type Acceptance } from './accept-refusal.js';

export class AcceptRefusal extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: Acceptance,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AcceptRefusal)
export class AcceptRefusalHandler implements ICommandHandler<AcceptRefusal> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, details, act }: AcceptRefusal): Promise<Receipt> {
    return this.streams.transact(applications, applicationId, act, (application) => acceptRefusal(application, details, momentOf(act.at)));
  }
}
