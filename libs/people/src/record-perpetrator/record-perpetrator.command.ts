import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { changer } from '../domain/may-change.js';
import { perpetrators } from '../domain/perpetrator.js';
import { Readers } from '../restrict-record/readers.service.js';
import { type NewPerpetrator, recordPerpetrator } from './record-perpetrator.js';

/** The id of the perpetrator that a command records: the same whenever it is sent. */
export function newPerpetratorId(commandId: string): string {
  return idFrom(commandId, 'perpetrator');
}

/** `details.readers` are user names. */
export class RecordPerpetrator extends Command<Receipt> {
  constructor(
    readonly details: NewPerpetrator,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordPerpetrator)
export class RecordPerpetratorHandler implements ICommandHandler<RecordPerpetrator> {
  constructor(
    private readonly streams: Streams,
    private readonly named: Readers,
  ) {}

  async execute({ details, act }: RecordPerpetrator): Promise<Receipt> {
    const [readers, legal] = await Promise.all([this.named.ids(details.readers), this.named.legalOf(act.force)]);
    const perpetratorId = newPerpetratorId(act.commandId);
    const who = { ...changer(act), newId: (part: string) => idFrom(act.commandId, part) };
    return this.streams.transact(perpetrators, perpetratorId, act, (state) =>
      recordPerpetrator(state, perpetratorId, who, { ...details, readers }, legal),
    );
  }
}
