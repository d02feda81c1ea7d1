import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { changer } from '../domain/may-change.js';
import { perpetrators } from '../domain/perpetrator.js';
import { idFrom } from '#pages';
import type { IdentifierEntry } from '../domain/identifier-entry.js';
import { addIdentifier } from './add-identifier.js';

/** The id under which a command keeps it: the same whenever it is sent. */
export function newIdentifierId(commandId: string): string {
  return idFrom(commandId, 'identifier');
}

export class AddIdentifier extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly entry: IdentifierEntry,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AddIdentifier)
export class AddIdentifierHandler implements ICommandHandler<AddIdentifier> {
  constructor(private readonly streams: Streams) {}

  execute({ perpetratorId, entry, act }: AddIdentifier): Promise<Receipt> {
    return this.streams.transact(perpetrators, perpetratorId, act, (state) =>
      addIdentifier(state, changer(act), { ...entry, identifierId: newIdentifierId(act.commandId) }),
    );
  }
}
