import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { breaches } from '../domain/breach.js';
import { superviseBreach, type SupervisionDetails } from './supervise-breach.js';

export class SuperviseBreach extends Command<Receipt> {
  constructor(
    readonly breachId: string,
    readonly details: SupervisionDetails,
    readonly act: Act,
  ) {
    super();
  }
}

/** Who recorded the report stands in the envelope of its first fact, which never changes. */
@CommandHandler(SuperviseBreach)
export class SuperviseBreachHandler implements ICommandHandler<SuperviseBreach> {
  constructor(private readonly streams: Streams) {}

  async execute({ breachId, details, act }: SuperviseBreach): Promise<Receipt> {
    const [first] = await this.streams.facts(breaches, breachId);
    const who = { by: act.by, reportedBy: first?.envelope.by ?? null, now: act.at };
    return this.streams.transact(breaches, breachId, act, (breach) => superviseBreach(breach, details, who));
  }
}
