import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { perpetrators } from '../domain/perpetrator.js';
import { idFrom } from '#pages';
import type { PersonName } from '../domain/events.js';
import { addAlias } from './add-alias.js';

/** The id under which a command keeps it: the same whenever it is sent. */
export function newAliasId(commandId: string): string {
  return idFrom(commandId, 'alias');
}

export class AddAlias extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly name: PersonName,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AddAlias)
export class AddAliasHandler implements ICommandHandler<AddAlias> {
  constructor(private readonly streams: Streams) {}

  execute({ perpetratorId, name, act }: AddAlias): Promise<Receipt> {
    return this.streams.transact(perpetrators, perpetratorId, act, (state) =>
      addAlias(state, act, { aliasId: newAliasId(act.commandId), name }),
    );
  }
}
