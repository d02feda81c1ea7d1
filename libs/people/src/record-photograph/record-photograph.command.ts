import { createHash } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { LocalDate } from '#calendar';
import { type Act, Refusal, refuse } from '#event-sourcing';
import { type Receipt, SealedFiles, Streams } from '#event-store';
import { idFrom, type Upload } from '#pages';
import type { PhotographSource } from '../domain/events.js';
import { changer } from '../domain/may-change.js';
import { perpetrators } from '../domain/perpetrator.js';
import { photographPurpose } from '../domain/photographs.js';
import { type CannotRecordPhotograph, recordPhotograph } from './record-photograph.js';
import { takenPicture } from './taken-picture.js';

/** The id of the photograph that a command records: the same whenever it is sent. */
export function newPhotographId(commandId: string): string {
  return idFrom(commandId, 'photograph');
}

export class RecordPhotograph extends Command<Receipt> {
  constructor(
    readonly perpetratorId: string,
    readonly told: { readonly takenOn: LocalDate | null; readonly source: PhotographSource },
    /** Null when none came with the request. */
    readonly upload: Pick<Upload, 'bytes'> | null,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(RecordPhotograph)
export class RecordPhotographHandler implements ICommandHandler<RecordPhotograph> {
  constructor(
    private readonly streams: Streams,
    private readonly files: SealedFiles,
  ) {}

  /**
   * Only the picture itself is kept. Its bytes lie there before the fact speaks of them; when it is refused they go again. They lie under what
   * this very request asks, so that another one under the same command id, which is refused, takes away none but its own.
   */
  async execute({ perpetratorId, told, upload, act }: RecordPhotograph): Promise<Receipt> {
    if (!upload) throw refuse<CannotRecordPhotograph>('no-picture');
    const { bytes, ...picture } = takenPicture(upload.bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const contentId = idFrom(act.commandId, ['photograph', act.digest, sha256, perpetratorId].join('|'));
    const details = { ...told, ...picture, photographId: newPhotographId(act.commandId), contentId, size: bytes.length, sha256 };
    await this.files.put(photographPurpose, contentId, [perpetratorId], bytes);
    try {
      return await this.streams.transact(perpetrators, perpetratorId, act, (state) => recordPhotograph(state, changer(act), details));
    } catch (error) {
      if (error instanceof Refusal) await this.files.remove(contentId);
      throw error;
    }
  }
}
