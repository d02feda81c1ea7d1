import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Instant } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches } from '../domain/breach.js';
import { recordInterview } from './record-interview.js';

export class RecordInterview extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: { readonly at: Instant; readonly underCaution: boolean },
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordInterview)
export class RecordInterviewHandler implements ICommandHandler<RecordInterview> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: RecordInterview): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) => recordInterview(breach, details, act.at));
  }
}
