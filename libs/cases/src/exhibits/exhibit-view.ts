import { force, type Viewer } from '#access';
import { formatDate, type LocalDate } from '#calendar';
import type { PlaceOfExhibits } from './exhibit-places.js';
import type { ExhibitRow } from './exhibit-row.js';
import { typeName } from './file-types.js';

/** A file as one reader may know it. */
export interface ExhibitView {
  readonly id: string;
  readonly number: number;
  /** Null for readers to whom it is not open, and once it can be read no more. */
  readonly fileName: string | null;
  readonly description: string | null;
  readonly sha256: string | null;
  readonly type: string;
  readonly size: string;
  /** When it was recorded, UTC. */
  readonly receivedAt: string;
  /** The force that received it, in words. */
  readonly receivedBy: string;
  readonly withdrawn: { readonly on: LocalDate; readonly reason: string | null } | null;
  /** Whether this reader may have the bytes and the words. */
  readonly isOpen: boolean;
  readonly isErased: boolean;
  /** What stands instead of its words for those who may not read them. */
  readonly instead: string | null;
}

/**
 * Files cannot be masked as texts are: they are open to the force that keeps the record and the force that received the file. Others see that
 * there is one, and whom to ask.
 */
export function isOpenTo(viewer: Viewer, place: Pick<PlaceOfExhibits, 'force'>, exhibit: Pick<ExhibitRow, 'force'>): boolean {
  return viewer.force === place.force || viewer.force === exhibit.force;
}

export function exhibitView(viewer: Viewer, place: PlaceOfExhibits, row: ExhibitRow): ExhibitView {
  const { doc } = row;
  const isOpen = isOpenTo(viewer, place, row);
  const isErased = doc.content.value === null;
  const content = isOpen ? doc.content.value : null;
  const holder = force(row.force)?.fullName ?? `Force ${row.force}`;
  return {
    id: row.id,
    number: doc.number,
    fileName: content?.fileName ?? null,
    description: content?.description ?? null,
    sha256: content?.sha256 ?? null,
    type: typeName(doc.mediaType),
    size: sizeInWords(doc.size),
    receivedAt: row.receivedAt,
    receivedBy: holder,
    withdrawn: doc.withdrawn && { on: doc.withdrawn.on, reason: isOpen ? doc.withdrawn.reason.value : null },
    isOpen,
    isErased,
    instead: isErased ? 'Erased with the person it was about' : isOpen ? null : `Not open to your force. Ask ${holder}`,
  };
}

/** `340 bytes`, `12 KB`, `3.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_024) return `${bytes} byte${bytes === 1 ? '' : 's'}`;
  if (bytes < 1_048_576) return `${Math.round(bytes / 1_024)} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** The exhibit in a title: `Exhibit 2`, `Exhibit 2 (withdrawn 3 July 2026)`. */
export function exhibitTitle({ number, withdrawn }: Pick<ExhibitView, 'number' | 'withdrawn'>): string {
  return `Exhibit ${number}${withdrawn ? ` (withdrawn ${formatDate(withdrawn.on)})` : ''}`;
}
