import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { perpetrators, readable } from '#people';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { respondentOf } from '../drafted-application/respondent-of.js';
import { recordReporting, type ReportingDetails } from './record-reporting.js';

/** The id of what a command records of reporting: the same whenever it is sent. */
export function newRestrictionId(commandId: string): string {
  return idFrom(commandId, 'reporting');
}

export class RecordReporting extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: Omit<ReportingDetails, 'restrictionId'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordReporting)
export class RecordReportingHandler implements ICommandHandler<RecordReporting> {
  constructor(private readonly streams: Streams) {}

  async execute({ applicationId, details, act }: RecordReporting): Promise<Receipt> {
    const perpetratorId = await respondentOf(this.streams, applicationId);
    const restrictionId = newRestrictionId(act.commandId);
    const places = [at(applications, applicationId), at(perpetrators, perpetratorId)] as const;
    return this.streams.transactAll(act, places, ([application, perpetrator]) => {
      const dateOfBirth = readable(perpetrator, act).identity.value?.dateOfBirth ?? null;
      return [
        to(applications, applicationId, recordReporting(application, act, { ...details, restrictionId }, dateOfBirth, momentOf(act.at))),
      ];
    });
  }
}
