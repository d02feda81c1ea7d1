import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { breaches } from '../domain/breach.js';
import { addAddendum, type AddendumDetails } from './add-addendum.js';

export class AddAddendum extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: Omit<AddendumDetails, 'addendumId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AddAddendum)
export class AddAddendumHandler implements ICommandHandler<AddAddendum> {
  constructor(private readonly streams: Streams) {}

  execute({ breachId, details, act }: AddAddendum): Promise<Receipt> {
    return this.streams.transact(breaches, breachId, act, (breach) =>
      addAddendum(breach, { ...details, addendumId: idFrom(act.commandId, 'addendum') }, act.at),
    );
  }
}
