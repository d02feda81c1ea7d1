import { type Held, maySeeContact, maySeeProtectedName, type Viewer } from '#access';
import type { LocalDate } from '#calendar';
import type { PersonName, SafeContact } from '../domain/events.js';
import { spokenName } from '../domain/names.js';
import type { ErasedProtectedPerson, ProtectedPersonRecord } from '../domain/protected-person.js';

/** A protected person as one reader may know them on one page. */
export interface KnownAs {
  readonly id: string;
  /** `A`, `B` …: the same on every page, document and answer, as long as the same records are linked as of one person. */
  readonly letter: string;
  /** Their name if the reader may see it and it can still be read. */
  readonly name: string | null;
  /** The same in its parts. */
  readonly fullName: PersonName | null;
  readonly dateOfBirth: LocalDate | null;
  /** The force that looks after them now, by CJS code. */
  readonly safeguarding: string;
  readonly isErased: boolean;
  /** Spellings of the name, and how and where they are reached, as far as they must not reach this reader in free text. */
  readonly hide: readonly string[];
  /** On the record of a perpetrator whom the reader may not see: hidden in the words of the reader’s own force too. */
  readonly isRestricted: boolean;
}

/** Who has a part in a protected person's record: whoever looks after them, whoever made it, and `others` (the forces of their orders). */
export function heldBy(
  { force, safeguarding }: Pick<ProtectedPersonRecord, 'force' | 'safeguarding'>,
  others: readonly string[] = [],
): Held {
  return { force: safeguarding, forces: [...new Set([force, safeguarding, ...others])] };
}

/**
 * The person as `viewer` may know them. `others`: further forces with a part in them. Whoever may not know of the perpetrator whose record
 * they are on (`isVisible` false) reads a letter, whatever their force.
 */
export function knownAs(
  viewer: Viewer,
  doc: ProtectedPersonRecord | ErasedProtectedPerson,
  letter: string,
  { others = [], isVisible = true }: { readonly others?: readonly string[]; readonly isVisible?: boolean } = {},
): KnownAs {
  const { protectedPersonId: id, safeguarding } = doc;
  const identity = doc.is === 'recorded' ? doc.identity.value : null;
  const contact = doc.is === 'recorded' ? doc.contact.value : null;
  const isSeen = isVisible && maySeeProtectedName(viewer, heldBy(doc, others));
  const isReached = isVisible && maySeeContact(viewer, heldBy(doc));
  return {
    id,
    letter,
    name: identity && isSeen ? spokenName(identity.name) : null,
    fullName: identity && isSeen ? identity.name : null,
    dateOfBirth: identity && isSeen ? identity.dateOfBirth : null,
    safeguarding,
    isErased: doc.is === 'erased',
    hide: [...(identity && !isSeen ? spellings(identity.name) : []), ...(contact && !isReached ? whereabouts(contact) : [])],
    isRestricted: !isVisible,
  };
}

function spellings(name: PersonName): string[] {
  const given = name.given.split(/\s+/);
  const parts = [
    spokenName(name),
    `${name.family}, ${name.given}`,
    name.family,
    name.given,
    ...given,
    ...given.map((one) => `${one} ${name.family}`),
  ];
  return [...new Set(parts)].filter((part) => part.trim().length > 1);
}

function whereabouts({ phone, email, address }: SafeContact): string[] {
  return [phone, email, ...(address ? [...address.lines.filter(isNoTown), address.postcode] : [])].filter(
    (part) => part !== null && part.trim().length > 2,
  ) as string[];
}

/** A town alone finds nobody, and other people's orders name it. A word by itself under a house or a street is one. */
function isNoTown(line: string, place: number): boolean {
  return place === 0 || /[\s\d]/.test(line.trim());
}
