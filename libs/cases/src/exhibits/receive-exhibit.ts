import { personal, refuse } from '#event-sourcing';
import type { ExhibitFact, ExhibitPlace } from './events.js';
import type { ExhibitsState } from './exhibits.js';
import { endingOf, safeFileName } from './file-name.js';
import { fileTypeOf, type MediaType } from './file-types.js';

/** A file that may be kept: what it is by its bytes, and a name that says so. */
export interface TakenFile {
  readonly fileName: string;
  readonly mediaType: MediaType;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

export interface ReceiveDetails {
  readonly exhibitId: string;
  readonly place: ExhibitPlace;
  readonly perpetratorId: string;
  /** The force that received it, by CJS code. */
  readonly force: string;
  /** Everybody it is about: the people of the record it hangs on. */
  readonly about: readonly [string, ...string[]];
  readonly description: string;
  readonly file: TakenFile;
  readonly contentId: string;
}

export type CannotTake = 'no-file' | 'type-not-taken' | 'name-does-not-fit';
export type CannotReceive = CannotTake | 'attached-already' | 'people-first';

/** The file as it may be kept. Refuses one whose bytes are of no type that is taken, or whose name says another type than its bytes. */
export function takenFile(name: string, bytes: Uint8Array, sha256: string): TakenFile {
  const type = fileTypeOf(bytes);
  if (!type) throw refuse<CannotTake>('type-not-taken');
  if (!type.endings.includes(endingOf(name))) throw refuse<CannotTake>('name-does-not-fit', { type: type.name, ending: type.endings[0] });
  return { fileName: safeFileName(name, type.endings[0]), mediaType: type.mediaType, size: bytes.length, sha256 };
}

/** The file hangs on the record from now on. The same bytes hang there once, unless withdrawn. */
export function receiveExhibit({ exhibits }: ExhibitsState, details: ReceiveDetails): ExhibitFact[] {
  const { exhibitId, place, perpetratorId, force, about, description, file, contentId } = details;
  const { fileName, mediaType, size, sha256 } = file;
  const same = exhibits.find(({ content, withdrawn }) => content.value?.sha256 === sha256 && withdrawn === null);
  if (same) throw refuse<CannotReceive>('attached-already', { number: same.number });
  const number = exhibits.length + 1;
  return [
    {
      type: 'ExhibitReceived',
      data: { exhibitId, perpetratorId, force, place, number, mediaType, size, contentId },
      personal: { content: personal(about, { fileName, description: description.trim(), sha256 }) },
    },
  ];
}
