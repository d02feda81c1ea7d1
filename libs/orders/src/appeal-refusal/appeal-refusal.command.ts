import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { type AppealAgainstRefusal, appealRefusal } from './appeal-refusal.js';

/** The id of the appeal that a command records: the same whenever it is sent. */
export function newRefusalAppealId(commandId: string): string {
  return idFrom(commandId, 'appeal');
}

export class AppealRefusal extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: Omit<AppealAgainstRefusal, 'appealId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AppealRefusal)
export class AppealRefusalHandler implements ICommandHandler<AppealRefusal> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, details, act }: AppealRefusal): Promise<Receipt> {
    const appeal = { ...details, appealId: newRefusalAppealId(act.commandId) };
    return this.streams.transact(applications, applicationId, act, (application) => appealRefusal(application, appeal, momentOf(act.at)));
  }
}
