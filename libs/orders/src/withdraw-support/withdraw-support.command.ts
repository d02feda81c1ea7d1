import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { momentOf } from '../domain/moments.js';
import { applications } from '../domain/application.js';
import { withdrawSupport } from './withdraw-support.js';

export class WithdrawSupport extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: Parameters<typeof withdrawSupport>[1],
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(WithdrawSupport)
export class WithdrawSupportHandler implements ICommandHandler<WithdrawSupport> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, details, act }: WithdrawSupport): Promise<Receipt> {
    return this.streams.transact(applications, applicationId, act, (application) =>
      withdrawSupport(application, details, momentOf(act.at)),
    );
  }
}
