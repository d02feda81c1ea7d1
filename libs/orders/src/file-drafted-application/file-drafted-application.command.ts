import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#access';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { perpetrators, readable } from '#people';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { foundBeside, placesBeside } from '../drafted-application/beside-draft.js';
import { respondentOf } from '../drafted-application/respondent-of.js';
import { givesNothingAway } from '../domain/giving.js';
import { fileDraftedApplication, type FilingDetails } from './file-drafted-application.js';

export class FileDraftedApplication extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: FilingDetails,
    /** The orders that may bind the respondent now, of any force: whether they do, and by which wordings, their streams say. */
    readonly orderIds: readonly string[],
    readonly role: Role,
    readonly act: Act,
    readonly giving = givesNothingAway,
    /** The investigations that hold incidents it relies on: which were recorded in error, their streams say. */
    readonly caseIds: readonly string[] = [],
  ) {
    super();
  }
}

@CommandHandler(FileDraftedApplication)
export class FileDraftedApplicationHandler implements ICommandHandler<FileDraftedApplication> {
  constructor(private readonly streams: Streams) {}

  async execute({ applicationId, details, orderIds, role, act, giving, caseIds }: FileDraftedApplication): Promise<Receipt> {
    const perpetratorId = await respondentOf(this.streams, applicationId);
    const writer = { userId: act.by, role, force: act.force };
    const now = momentOf(act.at);
    const contactIds = { 'youth-justice': idFrom(act.commandId, 'youth-justice'), parent: idFrom(act.commandId, 'parent') };
    return this.streams.transactAll(
      act,
      [at(applications, applicationId), at(perpetrators, perpetratorId), ...placesBeside(orderIds, caseIds)],
      ([application, perpetrator, ...others]) => {
        const dateOfBirth = readable(perpetrator, act).identity.value?.dateOfBirth ?? null;
        const filing = { details, dateOfBirth, ...foundBeside(others, now), giving, contactIds };
        return [to(applications, applicationId, fileDraftedApplication(application, filing, writer, now))];
      },
    );
  }
}
