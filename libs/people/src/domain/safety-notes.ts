import { force as forceOf } from '#access';
import type { UnsaidWords } from './masking/unsaid.js';
import { toldHere } from './masking/told-here.js';
import { toldPlaces } from './masking/told-places.js';
import { foldText } from './names.js';

/** Somebody protected, as far as it decides who reads notes on their safety. */
export interface LookedAfter {
  readonly id?: string;
  /** The force that looks after them, by CJS code, as far as the reader may know it. */
  readonly safeguarding?: string | null;
}

/**
 * Whether a reader of the force `own` reads what the force `wrote` noted of how people were kept safe, and where something happened. Such words
 * tell where somebody is in ways that no record knows, so that nothing in them can be found and hidden: they are for the force that wrote them,
 * and for the force that looks after everybody they may be about.
 */
export function readsSafetyNotes(own: string | null, wrote: string, people: readonly LookedAfter[]): boolean {
  if (own === null) return false;
  return wrote === own || (people.length > 0 && people.every(({ safeguarding }) => safeguarding === own));
}

/** What others read in their place: `Recorded; kept by Kent`. */
export function keptBy(wrote: string): string {
  return `Recorded; kept by ${forceOf(wrote)?.name ?? `force ${wrote}`}`;
}

/** What others read in place of what a force wrote down in words of its own about what it did: `Kent wrote more on this for itself. Ask Kent`. */
export function askFor(wrote: string): string {
  const keeper = forceOf(wrote)?.name ?? `force ${wrote}`;
  return `${keeper} wrote more on this for itself. Ask ${keeper}`;
}

/** What others read in place of where something happened: it can be somebody's home. */
export function placeKnownTo(wrote: string): string {
  return `A place known to ${forceOf(wrote)?.name ?? `force ${wrote}`}`;
}

/** Where something is recorded to have happened. */
export interface ReportedPlace {
  /** As it was typed. */
  readonly place: string;
  /** The force that recorded it, by CJS code. */
  readonly wrote: string;
  /** Ids of the protected people that the record is about, where it is not the record that is read. */
  readonly people?: readonly string[];
  /** Whether the texts are of the very record whose place it is: then its town and each word of its name tell it too. */
  readonly isOfTexts?: boolean;
}

/**
 * What texts must not tell a reader of the force `own` of where things happened that only others know: the places themselves are withheld, and
 * would be read where somebody typed them again. `people`: whom the texts are about.
 */
export function unsaidPlaces(
  own: string | null,
  reported: readonly ReportedPlace[],
  people: readonly LookedAfter[],
): readonly UnsaidWords[] {
  const byWords = new Map<string, UnsaidWords>();
  for (const { place, wrote, people: about = [], isOfTexts = false } of reported) {
    const isKnown = wrote === own || about.every((id) => people.some((one) => one.id === id));
    if (isKnown && readsSafetyNotes(own, wrote, people)) continue;
    const instead = `a${placeKnownTo(wrote).slice(1)}`;
    for (const one of (isOfTexts ? toldHere : toldPlaces)(place)) byWords.set(`${one.is}|${foldText(one.text)}`, { ...one, instead });
  }
  return [...byWords.values()];
}
