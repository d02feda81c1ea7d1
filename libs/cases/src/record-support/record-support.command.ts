import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { cases } from '../domain/case.js';
import { type SupportDetails, recordSupport } from './record-support.js';

export class RecordSupport extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: SupportDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordSupport)
export class RecordSupportHandler implements ICommandHandler<RecordSupport> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: RecordSupport): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) => recordSupport(state, details, act.at));
  }
}
