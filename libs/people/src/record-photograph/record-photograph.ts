import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { PerpetratorFact, PhotographSource, PictureType } from '../domain/events.js';
import { type CannotChange, changeable, type Changer } from '../domain/may-change.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import type { CannotTakePicture } from './taken-picture.js';

export interface NewPhotograph {
  readonly photographId: string;
  readonly contentId: string;
  readonly mediaType: PictureType;
  /** Pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes as they are kept, hexadecimal. */
  readonly sha256: string;
  /** Null when not known. */
  readonly takenOn: LocalDate | null;
  readonly source: PhotographSource;
}

export type CannotRecordPhotograph = CannotChange | CannotTakePicture | 'no-picture' | 'taken-later' | 'same-picture';

/** A photograph of the person on the record of this force. The same picture is on it once, unless withdrawn. */
export function recordPhotograph(
  state: PerpetratorState,
  who: Changer & { readonly today: LocalDate },
  { sha256, ...photograph }: NewPhotograph,
): PerpetratorFact[] {
  const { perpetratorId, photographs } = changeable(state, who);
  if (photograph.takenOn !== null && photograph.takenOn > who.today) throw refuse<CannotRecordPhotograph>('taken-later');
  const isKnown = photographs.some((one) => one.withdrawn === null && one.sha256.value === sha256);
  if (isKnown) throw refuse<CannotRecordPhotograph>('same-picture');
  return [{ type: 'PhotographRecorded', data: { perpetratorId, ...photograph }, personal: { sha256: personal([perpetratorId], sha256) } }];
}
