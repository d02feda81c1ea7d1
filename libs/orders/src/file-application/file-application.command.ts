import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { nameable, perpetrators, protectedPeople, readable } from '#people';
import { assertMayName } from '#people/module';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { type ApplicationDetails, fileApplication } from './file-application.js';

/** The id of the application that a command files: the same whenever it is sent. */
export function newApplicationId(commandId: string): string {
  return idFrom(commandId, 'application');
}

/** The applying force is that of whoever sends it. */
export class FileApplication extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly details: Omit<ApplicationDetails, 'applicationId' | 'perpetratorId' | 'force' | 'dateOfBirth'>,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(FileApplication)
export class FileApplicationHandler implements ICommandHandler<FileApplication> {
  constructor(private readonly streams: Streams) {}

  async execute({ perpetratorId, details, act }: FileApplication): Promise<Receipt> {
    const applicationId = newApplicationId(act.commandId);
    const ids = [...new Set([...details.protectedPersonIds, ...details.victimIds])];
    await assertMayName(this.streams, ids, act);
    const people = ids.map((id) => at(protectedPeople, id));
    return this.streams.transactAll(
      act,
      [at(applications, applicationId), at(perpetrators, perpetratorId), ...people],
      ([application, perpetrator, ...named]) => {
        for (const person of named) nameable(person, act);
        const dateOfBirth = readable(perpetrator, act).identity.value?.dateOfBirth ?? null;
        const whole = { ...details, applicationId, perpetratorId, force: act.force, dateOfBirth };
        return [to(applications, applicationId, fileApplication(application, whole, momentOf(act.at)))];
      },
    );
  }
}
