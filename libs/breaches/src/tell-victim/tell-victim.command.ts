import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { protectedPeople } from '#people';
import { breaches } from '../domain/breach.js';
import { tellVictim, type TellVictimDetails } from './tell-victim.js';

export class TellVictim extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: Omit<TellVictimDetails, 'updateId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(TellVictim)
export class TellVictimHandler implements ICommandHandler<TellVictim> {
  constructor(private readonly streams: Streams) {}

  async execute({ breachId, details, act }: TellVictim): Promise<Receipt> {
    const { state: person } = await this.streams.load(protectedPeople, details.protectedPersonId);
    const plan = person.is === 'recorded' ? (person.plan?.value ?? null) : null;
    return this.streams.transact(breaches, breachId, act, (breach) =>
      tellVictim(breach, { ...details, updateId: idFrom(act.commandId, 'update') }, act.at, plan),
    );
  }
}
