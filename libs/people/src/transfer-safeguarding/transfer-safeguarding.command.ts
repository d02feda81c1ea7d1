import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { protectedPeople } from '../domain/protected-person.js';
import { transferSafeguarding } from './transfer-safeguarding.js';

export class TransferSafeguarding extends Command<Receipt> {
  constructor(
    readonly protectedPersonId: string,
    readonly to: string,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(TransferSafeguarding)
export class TransferSafeguardingHandler implements ICommandHandler<TransferSafeguarding> {
  constructor(private readonly streams: Streams) {}

  execute({ protectedPersonId, to, act }: TransferSafeguarding): Promise<Receipt> {
    return this.streams.transact(protectedPeople, protectedPersonId, act, (state) => transferSafeguarding(state, act, to));
  }
}
