import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { cases } from '../domain/case.js';
import { type IncidentCorrection, correctIncident } from './correct-incident.js';

export class CorrectIncident extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: Omit<IncidentCorrection, 'correctionId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(CorrectIncident)
export class CorrectIncidentHandler implements ICommandHandler<CorrectIncident> {
  constructor(private readonly streams: Streams) {}

  execute({ caseId, details, act }: CorrectIncident): Promise<Receipt> {
    return this.streams.transact(cases, caseId, act, (state) =>
      correctIncident(state, { ...details, correctionId: idFrom(act.commandId, 'correction') }, act.at),
    );
  }
}
