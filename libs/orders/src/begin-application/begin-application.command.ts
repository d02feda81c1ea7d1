import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Role } from '#access';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { perpetrators, readable } from '#people';
import { applications } from '../domain/application.js';
import { newApplicationId } from '../file-application/file-application.command.js';
import { beginApplication, type Beside } from './begin-application.js';

/** The draft has the id that the application keeps when it is filed. */
export class BeginApplication extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly caseId: string | null,
    readonly role: Role,
    readonly act: Act,
    readonly beside: Beside = { others: 0, asWell: false },
  ) {
    super();
  }
}

@CommandHandler(BeginApplication)
export class BeginApplicationHandler implements ICommandHandler<BeginApplication> {
  constructor(private readonly streams: Streams) {}

  execute({ perpetratorId, caseId, role, act, beside }: BeginApplication): Promise<Receipt> {
    const applicationId = newApplicationId(act.commandId);
    return this.streams.transactAll(act, [at(applications, applicationId), at(perpetrators, perpetratorId)], ([state, perpetrator]) => {
      readable(perpetrator, act);
      const writer = { userId: act.by, role, force: act.force };
      return [
        to(
          applications,
          applicationId,
          beginApplication(state, { applicationId, perpetratorId, begunOn: londonDate(act.at), caseId }, writer, beside),
        ),
      ];
    });
  }
}
