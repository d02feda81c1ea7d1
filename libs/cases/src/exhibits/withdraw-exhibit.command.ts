import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { londonDate } from '#calendar';
import type { Act } from '#event-sourcing';
import { type Receipt, Streams } from '#event-store';
import type { ExhibitPlace } from './events.js';
import { exhibits, placeId } from './exhibits.js';
import { withdrawExhibit } from './withdraw-exhibit.js';

export class WithdrawExhibit extends Command<Receipt> {
  constructor(
    readonly place: ExhibitPlace,
    readonly exhibitId: string,
    readonly reason: string,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(WithdrawExhibit)
export class WithdrawExhibitHandler implements ICommandHandler<WithdrawExhibit> {
  constructor(private readonly streams: Streams) {}

  execute({ place, exhibitId, reason, act }: WithdrawExhibit): Promise<Receipt> {
    const details = { exhibitId, reason, force: act.force, on: londonDate(act.at) };
    return this.streams.transact(exhibits, placeId(place), act, (state) => withdrawExhibit(state, details));
  }
}
