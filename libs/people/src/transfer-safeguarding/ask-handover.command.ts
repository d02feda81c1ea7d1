import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { changer } from '../domain/may-change.js';
import { protectedPeople } from '../domain/protected-person.js';
import { askHandover } from './ask-handover.js';

export class AskHandover extends Command<Receipt> {
  constructor(
    readonly protectedPersonId: string,
    readonly to: string,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AskHandover)
export class AskHandoverHandler implements ICommandHandler<AskHandover> {
  constructor(private readonly streams: Streams) {}

  execute({ protectedPersonId, to, act }: AskHandover): Promise<Receipt> {
    return this.streams.transact(protectedPeople, protectedPersonId, act, (state) => askHandover(state, changer(act), to));
  }
}
