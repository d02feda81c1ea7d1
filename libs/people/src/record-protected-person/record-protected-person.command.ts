import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { changer } from '../domain/may-change.js';
import { perpetrators } from '../domain/perpetrator.js';
import { protectedPeople } from '../domain/protected-person.js';
import { type NewProtectedPerson, recordProtectedPerson } from './record-protected-person.js';

/** The id of the protected person that a command records: the same whenever it is sent. */
export function newProtectedPersonId(commandId: string): string {
  return idFrom(commandId, 'protected-person');
}

export class RecordProtectedPerson extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly details: Omit<NewProtectedPerson, 'protectedPersonId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordProtectedPerson)
export class RecordProtectedPersonHandler implements ICommandHandler<RecordProtectedPerson> {
  constructor(private readonly streams: Streams) {}

  execute({ perpetratorId, details, act }: RecordProtectedPerson): Promise<Receipt> {
    const protectedPersonId = newProtectedPersonId(act.commandId);
    return this.streams.transactAll(act, [at(protectedPeople, protectedPersonId), at(perpetrators, perpetratorId)], ([state, from]) => [
      to(protectedPeople, protectedPersonId, recordProtectedPerson(state, from, changer(act), { ...details, protectedPersonId })),
    ]);
  }
}
