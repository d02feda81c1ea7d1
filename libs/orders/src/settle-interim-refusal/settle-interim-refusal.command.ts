import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { settleInterimRefusal, type InterimRefusalSettled } from './settle-interim-refusal.js';

export class SettleInterimRefusal extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: InterimRefusalSettled,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(SettleInterimRefusal)
export class SettleInterimRefusalHandler implements ICommandHandler<SettleInterimRefusal> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, details, act }: SettleInterimRefusal): Promise<Receipt> {
    return this.streams.transact(applications, applicationId, act, (application) =>
      settleInterimRefusal(application, details, momentOf(act.at)),
    );
  }
}
