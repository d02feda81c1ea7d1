import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { perpetrators } from '../domain/perpetrator.js';
import { Readers } from '../restrict-record/readers.service.js';
import { changeReaders } from './change-readers.js';

/** `readers` are user names: all who may read from now on. */
export class ChangeReaders extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly administers: boolean,
    readonly readers: readonly string[],
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ChangeReaders)
export class ChangeReadersHandler implements ICommandHandler<ChangeReaders> {
  constructor(
    private readonly streams: Streams,
    private readonly named: Readers,
  ) {}

  async execute({ perpetratorId, administers, readers, act }: ChangeReaders): Promise<Receipt> {
    const [ids, legal] = await Promise.all([this.named.ids(readers), this.named.legalOf(act.force)]);
    return this.streams.transact(perpetrators, perpetratorId, act, (state) => changeReaders(state, { ...act, administers }, ids, legal));
  }
}
