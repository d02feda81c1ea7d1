import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { perpetrators, readable } from '#people';
import { applications } from '../domain/application.js';
import { momentOf } from '../domain/moments.js';
import { respondentOf } from '../drafted-application/respondent-of.js';
import { recordYouthContact, type YouthContactDetails } from './record-youth-contact.js';

/** The id of what a command records of a contact: the same whenever it is sent. */
export function newYouthContactId(commandId: string): string {
  return idFrom(commandId, 'youth-contact');
}

export class RecordYouthContact extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: Omit<YouthContactDetails, 'contactId'> & { readonly told: boolean },
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordYouthContact)
export class RecordYouthContactHandler implements ICommandHandler<RecordYouthContact> {
  constructor(private readonly streams: Streams) {}

  async execute({ applicationId, details, act }: RecordYouthContact): Promise<Receipt> {
    const perpetratorId = await respondentOf(this.streams, applicationId);
    const contactId = newYouthContactId(act.commandId);
    const places = [at(applications, applicationId), at(perpetrators, perpetratorId)] as const;
    return this.streams.transactAll(act, places, ([application, perpetrator]) => {
      const dateOfBirth = readable(perpetrator, act).identity.value?.dateOfBirth ?? null;
      return [
        to(applications, applicationId, recordYouthContact(application, act, { ...details, contactId }, dateOfBirth, momentOf(act.at))),
      ];
    });
  }
}
