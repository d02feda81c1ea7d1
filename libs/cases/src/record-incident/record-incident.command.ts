import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { nameable, protectedPeople } from '#people';
import { assertMayName } from '#people/module';
import { birthOf } from '../domain/births.js';
import { birthOfPerpetrator } from '../case-record/birth-of-perpetrator.js';
import { cases } from '../domain/case.js';
import { type IncidentDetails, recordIncident } from './record-incident.js';

/** The id of the incident that a command records: the same whenever it is sent. */
export function newIncidentId(commandId: string): string {
  return idFrom(commandId, 'incident');
}

export class RecordIncident extends Command<Receipt> {
  constructor(
    readonly caseId: string,
    readonly details: Omit<IncidentDetails, 'incidentId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordIncident)
export class RecordIncidentHandler implements ICommandHandler<RecordIncident> {
  constructor(private readonly streams: Streams) {}

  async execute({ caseId, details, act }: RecordIncident): Promise<Receipt> {
    const about = await birthOfPerpetrator(this.streams, caseId);
    await assertMayName(this.streams, details.protectedPersonIds, act);
    const people = [...new Set(details.protectedPersonIds)].map((id) => at(protectedPeople, id));
    return this.streams.transactAll(act, [at(cases, caseId), ...people], ([state, ...named]) => {
      for (const person of named) nameable(person, act);
      const incident = { ...details, incidentId: newIncidentId(act.commandId) };
      return [to(cases, caseId, recordIncident(state, incident, act.at, [about, ...named.map(birthOf)]))];
    });
  }
}
