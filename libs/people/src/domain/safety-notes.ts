import { force as forceOf } from '#access';

/** Somebody protected, as far as it decides who reads notes on their safety. */
export interface LookedAfter {
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

/** What others read in place of where something happened: it can be somebody's home. */
export function placeKnownTo(wrote: string): string {
  return `A place known to ${forceOf(wrote)?.name ?? `force ${wrote}`}`;
}
