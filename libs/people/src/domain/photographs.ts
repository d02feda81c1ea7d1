import type { LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { PhotographSource, PictureType } from './events.js';

/** A photograph on a record. Its bytes lie sealed beside the store. */
export interface Photograph {
  readonly photographId: string;
  /** Under which the sealed bytes lie. */
  readonly contentId: string;
  readonly mediaType: PictureType;
  /** Pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** Bytes. */
  readonly size: number;
  /** Null when not known. */
  readonly takenOn: LocalDate | null;
  readonly source: PhotographSource;
  /** SHA-256 of the bytes as they are kept, hexadecimal; null inside once the person was erased. */
  readonly sha256: Personal<string>;
  /** Why it is not to be shown to anybody: it was recorded in error. */
  readonly withdrawn: Personal<string> | null;
}

/** For what the bytes of photographs are sealed. Part of the stored format: it never changes. */
export const photographPurpose = 'photograph';

/** Photographs that may be shown, the newest first: by the day they were taken; where that is not known, last, and the last recorded first. */
export function standingPhotographs(photographs: readonly Photograph[]): readonly Photograph[] {
  return photographs
    .filter(({ withdrawn, sha256 }) => withdrawn === null && sha256.value !== null)
    .toReversed()
    .toSorted(newestFirst);
}

/** By the day they were taken; where that is not known, last. */
export function newestFirst(one: Pick<Photograph, 'takenOn'>, other: Pick<Photograph, 'takenOn'>): number {
  return (other.takenOn ?? '').localeCompare(one.takenOn ?? '');
}
