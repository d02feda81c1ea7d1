import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { Keyring, type Receipt, Streams } from '#event-store';
import { changer } from '../domain/may-change.js';
import { perpetrators } from '../domain/perpetrator.js';
import { protectedPeople } from '../domain/protected-person.js';
import { withdrawnByErasure } from '../transfer-safeguarding/answer-handover.js';
import { erasePerson } from './erase-person.js';
import { LegalHolds } from './legal-holds.js';

/** Whose record: a perpetrator's or a protected person's. */
export interface Person {
  readonly kind: 'perpetrator' | 'protected-person';
  readonly id: string;
}

export class ErasePerson extends Command<Receipt> {
  constructor(
    readonly person: Person,
    readonly act: Act,
  ) {
    super();
  }
}

/**
 * The fact comes first: from then on the record is closed and the read models forget. The key goes second; if that fails, the same
 * command or a new one destroys it, and so does `UnfinishedErasures` at the next start. A key is never destroyed without its fact.
 */
@CommandHandler(ErasePerson)
export class ErasePersonHandler implements ICommandHandler<ErasePerson> {
  constructor(
    private readonly streams: Streams,
    private readonly keyring: Keyring,
    private readonly holds: LegalHolds,
  ) {}

  async execute({ person, act }: ErasePerson): Promise<Receipt> {
    const holds = await this.holds.of(person.id);
    const who = changer(act);
    const receipt =
      person.kind === 'perpetrator'
        ? await this.streams.transact(perpetrators, person.id, act, (state) => erasePerson(state, who, holds))
        : await this.streams.transact(protectedPeople, person.id, act, (state) => [
            ...withdrawnByErasure(state, erasePerson(state, who, holds)),
          ]);
    await this.keyring.destroy(person.id, { at: act.at, by: act.by });
    return receipt;
  }
}
