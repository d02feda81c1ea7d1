import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { perpetrators } from '../domain/perpetrator.js';
import { Readers } from '../restrict-record/readers.service.js';
import { type NewOccupation, recordOccupation } from './record-occupation.js';

/** `news.readers` are user names. */
export class RecordOccupation extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly news: NewOccupation,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordOccupation)
export class RecordOccupationHandler implements ICommandHandler<RecordOccupation> {
  constructor(
    private readonly streams: Streams,
    private readonly named: Readers,
  ) {}

  async execute({ perpetratorId, news, act }: RecordOccupation): Promise<Receipt> {
    const [readers, legal] = await Promise.all([this.named.ids(news.readers), this.named.legalOf(act.force)]);
    return this.streams.transact(perpetrators, perpetratorId, act, (state) => recordOccupation(state, act, { ...news, readers }, legal));
  }
}
