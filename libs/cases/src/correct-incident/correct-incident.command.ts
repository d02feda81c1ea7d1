import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LocalDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { idFrom } from '#pages';
import { perpetrators, protectedPeople } from '#people';
import { birthOf } from '../domain/births.js';
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

  async execute({ caseId, details, act }: CorrectIncident): Promise<Receipt> {
    const births = await this.births(caseId, details.incidentId);
    return this.streams.transact(cases, caseId, act, (state) =>
      correctIncident(state, { ...details, correctionId: idFrom(act.commandId, 'correction') }, act.at, (id) => births.get(id) ?? null),
    );
  }

  /** When the perpetrator and those to whom it was done were born. */
  private async births(caseId: string, incidentId: string): Promise<ReadonlyMap<string, LocalDate | null>> {
    const { state } = await this.streams.load(cases, caseId);
    if (state.is !== 'opened') return new Map();
    const ids = state.incidents.find((one) => one.incidentId === incidentId)?.protectedPersonIds ?? [];
    const people = await Promise.all(ids.map(async (id) => [id, birthOf((await this.streams.load(protectedPeople, id)).state)] as const));
    return new Map([[state.perpetratorId, birthOf((await this.streams.load(perpetrators, state.perpetratorId)).state)], ...people]);
  }
}
