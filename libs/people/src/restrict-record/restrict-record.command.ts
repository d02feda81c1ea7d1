import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import type { RestrictionBasis } from '../domain/events.js';
import { perpetrators } from '../domain/perpetrator.js';
import { Readers } from './readers.service.js';
import { restrictRecord } from './restrict-record.js';

/** `readers` are user names; whoever restricts is one of them in any case. */
export class RestrictRecord extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly basis: RestrictionBasis,
    readonly readers: readonly string[],
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RestrictRecord)
export class RestrictRecordHandler implements ICommandHandler<RestrictRecord> {
  constructor(
    private readonly streams: Streams,
    private readonly named: Readers,
  ) {}

  async execute({ perpetratorId, basis, readers, act }: RestrictRecord): Promise<Receipt> {
    const ids = await this.named.ids(readers);
    return this.streams.transact(perpetrators, perpetratorId, act, (state) => restrictRecord(state, act, { basis, readers: ids }));
  }
}
