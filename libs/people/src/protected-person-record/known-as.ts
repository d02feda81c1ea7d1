import { type Held, maySeeContact, maySeeProtectedName, type Viewer } from '#access';
import type { LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { PersonName } from '../domain/events.js';
import type { Unsaid } from '../domain/masking.js';
import { contactUnsaid, distinct, nameUnsaid, planUnsaid, type UnsaidWords } from '../domain/masking/unsaid.js';
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
  /**
   * The force that looks after them now, by CJS code; null when that is not the force that recorded them and the reader does not need to
   * know: it tells where they moved.
   */
  readonly safeguarding: string | null;
  readonly isErased: boolean;
  /**
   * What must not reach this reader in free text: their names, how and where they are reached, now and before, who is close to them, and the
   * same of all others on the records of the same perpetrator.
   */
  readonly hide: readonly Unsaid[];
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

type Doc = ProtectedPersonRecord | ErasedProtectedPerson;

/** What a reader's force has to do with somebody. */
export interface Part {
  /** Further forces with a part in them, by CJS code. */
  readonly others?: readonly string[];
  /** Whether the reader may know of the perpetrator whose record they are on. */
  readonly isVisible?: boolean;
}

/** The person as `viewer` may know them. Whoever may not know of the perpetrator whose record they are on reads a letter, whatever their force. */
export function knownAs(viewer: Viewer, doc: Doc, letter: string, part: Part = {}): KnownAs {
  const { protectedPersonId: id, safeguarding } = doc;
  const { others = [], isVisible = true } = part;
  const identity = doc.is === 'recorded' ? doc.identity.value : null;
  const isSeen = isVisible && maySeeProtectedName(viewer, heldBy(doc, others));
  return {
    id,
    letter,
    name: identity && isSeen ? spokenName(identity.name) : null,
    fullName: identity && isSeen ? identity.name : null,
    dateOfBirth: identity && isSeen ? identity.dateOfBirth : null,
    safeguarding: isSeen || safeguarding === doc.force ? safeguarding : null,
    isErased: doc.is === 'erased',
    hide: unsaidOf(viewer, doc, part),
    isRestricted: !isVisible,
  };
}

/** What is known of the person and must not reach the viewer. */
export function unsaidOf(viewer: Viewer, doc: Doc, { others = [], isVisible = true }: Part = {}): UnsaidWords[] {
  if (doc.is === 'erased') return [];
  const isSeen = isVisible && maySeeProtectedName(viewer, heldBy(doc, others));
  const isReached = isVisible && maySeeContact(viewer, heldBy(doc));
  const { identity, contact, plan, formerly } = doc;
  const values = <T>(...parts: readonly (Personal<T> | null)[]) => parts.flatMap((one) => (one && one.value !== null ? [one.value] : []));
  return distinct([
    ...(isSeen ? [] : values(identity, ...formerly.identities).flatMap(({ name }) => nameUnsaid(name))),
    ...(isReached ? [] : values(contact, ...formerly.contacts).flatMap(contactUnsaid)),
    ...(isReached ? [] : values(plan, ...formerly.plans).flatMap(planUnsaid)),
  ]);
}

/** What must not reach the viewer of somebody else than the text is about, `always` when not even in the words of their own force. */
export function unsaidOfAnother(viewer: Viewer, doc: Doc, part: Part): UnsaidWords[] {
  return unsaidOf(viewer, doc, part).map((one) => ({
    ...one,
    whose: 'other',
    ...(part.isVisible === false ? { always: true as const } : {}),
  }));
}
