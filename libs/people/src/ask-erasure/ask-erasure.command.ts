import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { changer } from '../domain/may-change.js';
import { perpetrators } from '../domain/perpetrator.js';
import { protectedPeople } from '../domain/protected-person.js';
import type { Person } from '../erase-person/erase-person.command.js';
import { LegalHolds } from '../erase-person/legal-holds.js';
import { askErasure, type Erasure } from './ask-erasure.js';

export class AskErasure extends Command<Receipt> {
  constructor(
    readonly person: Person,
    readonly erasure: Erasure,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AskErasure)
export class AskErasureHandler implements ICommandHandler<AskErasure> {
  constructor(
    private readonly streams: Streams,
    private readonly holds: LegalHolds,
  ) {}

  async execute({ person, erasure, act }: AskErasure): Promise<Receipt> {
    const holds = await this.holds.of(person.id);
    const who = changer(act);
    return person.kind === 'perpetrator'
      ? this.streams.transact(perpetrators, person.id, act, (state) => askErasure(state, who, erasure, holds))
      : this.streams.transact(protectedPeople, person.id, act, (state) => askErasure(state, who, erasure, holds));
  }
}
