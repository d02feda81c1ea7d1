import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { changer } from '../domain/may-change.js';
import { protectedPeople } from '../domain/protected-person.js';
import type { Correction } from '../domain/checked-identity.js';
import { correctProtectedPerson } from './correct-protected-person.js';

export class CorrectProtectedPerson extends Command<Receipt> {
  constructor(
    readonly protectedPersonId: string,
    readonly correction: Correction,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(CorrectProtectedPerson)
export class CorrectProtectedPersonHandler implements ICommandHandler<CorrectProtectedPerson> {
  constructor(private readonly streams: Streams) {}

  execute({ protectedPersonId, correction, act }: CorrectProtectedPerson): Promise<Receipt> {
    return this.streams.transact(protectedPeople, protectedPersonId, act, (state) =>
      correctProtectedPerson(state, changer(act), correction),
    );
  }
}
