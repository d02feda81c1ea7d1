import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { cases } from '../domain/case.js';
import { type StrikeDetails, strikeIncident } from './strike-incident.js';

export class StrikeIncident extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: StrikeDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(StrikeIncident)
export class StrikeIncidentHandler implements ICommandHandler<StrikeIncident> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: StrikeIncident): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) => strikeIncident(state, details));
  }
}
