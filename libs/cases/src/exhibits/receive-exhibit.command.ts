import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, Refusal, refuse } from '#event-sourcing';
import { type Receipt, SealedFiles, Streams } from '#event-store';
import { idFrom, type Upload } from '#pages';
import type { ExhibitPlace } from './events.js';
import type { PlaceOfExhibits } from './exhibit-places.js';
import { exhibitPurpose, exhibits, placeId } from './exhibits.js';
import { type CannotReceive, receiveExhibit, takenFile } from './receive-exhibit.js';

/** The id of the exhibit that a command receives on that record: the same whenever it is sent. */
export function newExhibitId(commandId: string, place: ExhibitPlace): string {
  return idFrom(commandId, `exhibit|${placeId(place)}`);
}

/** The receiving force is that of whoever sends it. */
export class ReceiveExhibit extends Command<Receipt> {
  constructor(
    readonly place: PlaceOfExhibits,
    readonly description: string,
    /** Null when none came with the request. */
    readonly upload: Upload | null,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(ReceiveExhibit)
export class ReceiveExhibitHandler implements ICommandHandler<ReceiveExhibit> {
  constructor(
    private readonly streams: Streams,
    private readonly files: SealedFiles,
  ) {}

  /**
   * The bytes lie there before the fact speaks of them; when it is refused they go again. They lie under what this very request asks
   * and whose keys seal them, so that another one under the same command id, which is refused, takes away none but its own, and one that is
   * sent again after a crash never finds bytes that were sealed for fewer people.
   */
  async execute({ place, description, upload, act }: ReceiveExhibit): Promise<Receipt> {
    if (place.peopleFirst !== undefined) throw refuse<CannotReceive>('people-first');
    if (!upload) throw refuse<CannotReceive>('no-file');
    const file = takenFile(upload.name, upload.bytes, upload.sha256);
    const { kind, id, perpetratorId, about } = place;
    const exhibitId = newExhibitId(act.commandId, place);
    const contentId = idFrom(act.commandId, [act.digest, upload.sha256, ...about].join('|'));
    const details = { exhibitId, place: { kind, id }, perpetratorId, force: act.force, about, description, file, contentId };
    await this.files.put(exhibitPurpose, contentId, about, upload.bytes);
    try {
      return await this.streams.transact(exhibits, placeId(place), act, (state) => receiveExhibit(state, details));
    } catch (error) {
      if (error instanceof Refusal) await this.files.remove(contentId);
      throw error;
    }
  }
}
