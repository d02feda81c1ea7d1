import { type Held, maySeeProtectedName, type Viewer } from '#access';
import type { LocalDate } from '#calendar';
import { spokenName } from '../domain/names.js';
import type { ErasedProtectedPerson, ProtectedPersonRecord } from '../domain/protected-person.js';

/** A protected person as one reader may know them on one page. */
export interface KnownAs {
  readonly id: string;
  /** `A`, `B` …: the same wherever the page speaks of the same person. */
  readonly letter: string;
  /** Their name if the reader may see it and it can still be read. */
  readonly name: string | null;
  readonly dateOfBirth: LocalDate | null;
  /** The force that looks after them now, by CJS code. */
  readonly safeguarding: string;
  readonly isErased: boolean;
  /** Spellings of the name that must not reach this reader in free text. Empty when the name may be seen. */
  readonly hide: readonly string[];
}

/** `A`, `B`, … `Z`, `AA`, `AB` … for the place in a list, from 0. */
export function letterAt(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterAt(Math.floor(place / 26) - 1) + last;
}

/** Who has a part in a protected person's record: whoever looks after them, whoever made it, and `others` (the forces of their orders). */
export function heldBy(
  { force, safeguarding }: Pick<ProtectedPersonRecord, 'force' | 'safeguarding'>,
  others: readonly string[] = [],
): Held {
  return { force: safeguarding, forces: [...new Set([force, safeguarding, ...others])] };
}

/** The person as `viewer` may know them. `others`: further forces with a part in them. */
export function knownAs(
  viewer: Viewer,
  doc: ProtectedPersonRecord | ErasedProtectedPerson,
  letter: string,
  others: readonly string[] = [],
): KnownAs {
  const { protectedPersonId: id, safeguarding } = doc;
  const identity = doc.is === 'recorded' ? doc.identity.value : null;
  const isSeen = maySeeProtectedName(viewer, heldBy(doc, others));
  return {
    id,
    letter,
    name: identity && isSeen ? spokenName(identity.name) : null,
    dateOfBirth: identity && isSeen ? identity.dateOfBirth : null,
    safeguarding,
    isErased: doc.is === 'erased',
    hide: identity && !isSeen ? [spokenName(identity.name), identity.name.family, identity.name.given].filter((part) => part !== '') : [],
  };
}
