import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { birthOf } from '#cases';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { perpetrators } from '#people';
import { breaches } from '../domain/breach.js';
import type { KeptContact } from '../domain/incident.js';
import { keepContact } from './keep-contact.js';

export class KeepContact extends Command<Receipt> {
  constructor(
    readonly details: KeptContact,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(KeepContact)
export class KeepContactHandler implements ICommandHandler<KeepContact> {
  constructor(private readonly streams: Streams) {}

  async execute({ details, act }: KeepContact): Promise<Receipt> {
    const breachId = idFrom(act.commandId, 'breach');
    const { state } = await this.streams.load(perpetrators, details.perpetratorId);
    return this.streams.transact(breaches, breachId, act, (breach) =>
      keepContact(breach, { ...details, breachId, force: act.force }, act.at, birthOf(state)),
    );
  }
}
