import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#access';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { perpetrators, readable } from '#people';
import { applications } from '../domain/application.js';
import type { WeighedOrder } from '../domain/application-draft/facts.js';
import type { NoDraft } from '../domain/application-draft/required-draft.js';
import { momentOf } from '../domain/moments.js';
import { fileDraftedApplication, type FilingDetails } from './file-drafted-application.js';

export class FileDraftedApplication extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: FilingDetails,
    /** The orders that bind the respondent now, of any force. */
    readonly live: readonly WeighedOrder[],
    readonly role: Role,
    readonly act: Act,
    /** Whether its words tell where a protected person can be reached, and nobody said that the court's copy needs them. */
    readonly givesAway = false,
  ) {
    super();
  }
}

@CommandHandler(FileDraftedApplication)
export class FileDraftedApplicationHandler implements ICommandHandler<FileDraftedApplication> {
  constructor(private readonly streams: Streams) {}

  /** Whose application it is stands in the application alone, so it is read first; that never changes. */
  async execute({ applicationId, details, live, role, act, givesAway }: FileDraftedApplication): Promise<Receipt> {
    const { state } = await this.streams.load(applications, applicationId);
    const perpetratorId = state.is === 'not-filed' ? state.draft?.perpetratorId : state.perpetratorId;
    if (perpetratorId === undefined) throw refuse<NoDraft>('no-such-draft');
    const writer = { userId: act.by, role, force: act.force };
    return this.streams.transactAll(
      act,
      [at(applications, applicationId), at(perpetrators, perpetratorId)],
      ([application, perpetrator]) => {
        const dateOfBirth = readable(perpetrator, act).identity.value?.dateOfBirth ?? null;
        const filed = fileDraftedApplication(application, { details, dateOfBirth, live, givesAway }, writer, momentOf(act.at));
        return [to(applications, applicationId, filed)];
      },
    );
  }
}
