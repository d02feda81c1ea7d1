import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches } from '../domain/breach.js';
import { recordRelease, type ReleaseDetails } from './record-release.js';

export class RecordRelease extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: ReleaseDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordRelease)
export class RecordReleaseHandler implements ICommandHandler<RecordRelease> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: RecordRelease): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) => recordRelease(breach, details, act.at));
  }
}
