import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import { applications } from '../domain/application.js';
import type { IncidentSince } from '../domain/events.js';
import { momentOf } from '../domain/moments.js';
import { type CourtTellingDetails, tellCourt } from './tell-court.js';

export class TellCourt extends Command<Receipt> {
  constructor(
    readonly applicationId: string,
    readonly details: CourtTellingDetails,
    /** The incidents as they stood on the page on which it was decided. */
    readonly incidents: readonly IncidentSince[],
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(TellCourt)
export class TellCourtHandler implements ICommandHandler<TellCourt> {
  constructor(private readonly streams: Streams) {}

  execute({ applicationId, details, incidents, act }: TellCourt): Promise<Receipt> {
    return this.streams.transact(applications, applicationId, act, (application) =>
      tellCourt(application, details, incidents, momentOf(act.at)),
    );
  }
}
