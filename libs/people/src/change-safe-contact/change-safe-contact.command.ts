import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { protectedPeople } from '../domain/protected-person.js';
import type { SafeContact } from '../domain/events.js';
import { changeSafeContact } from './change-safe-contact.js';

export class ChangeSafeContact extends Command<Receipt> {
  constructor(
    readonly protectedPersonId: string,
    readonly contact: SafeContact,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ChangeSafeContact)
export class ChangeSafeContactHandler implements ICommandHandler<ChangeSafeContact> {
  constructor(private readonly streams: Streams) {}

  execute({ protectedPersonId, contact, act }: ChangeSafeContact): Promise<Receipt> {
    return this.streams.transact(protectedPeople, protectedPersonId, act, (state) => changeSafeContact(state, act, contact));
  }
}
