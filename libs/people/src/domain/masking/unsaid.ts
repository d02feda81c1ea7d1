import type { ContactPlan } from '../contact-plan.js';
import type { Address, PersonName, SafeContact } from '../events.js';
import { spokenName } from '../names.js';
import { namesIn } from './names-in.js';
import { placesOf } from './places.js';

/** Words that must not reach a reader: a name, a part of one, where somebody lives, how they are reached. */
export interface UnsaidWords {
  /**
   * A part of a name is also hidden when it is misspelt, and a given name in its other forms; a place (a street, a house by its name) also
   * with a slip; the district of a postcode where it stands alone; other words as they stand, however typed.
   */
  readonly is: 'family' | 'given' | 'words' | 'place' | 'district';
  readonly text: string;
  /** Whose they are, when not the person's own: of somebody close to them, or of another protected person. */
  readonly whose?: 'close' | 'other';
  /** Hidden only where it is written with a capital: it may be an ordinary word. */
  readonly capital?: true;
  /** Of somebody on a record that the reader may not see: hidden in the words of the reader’s own force too. */
  readonly always?: true;
  /** What stands in its place, where it is nobody’s own: where a force says that something happened. */
  readonly instead?: string;
}

/** A text alone is hidden as it stands, however it is typed. */
export type Unsaid = string | UnsaidWords;

/** A name in full and in its parts. */
export function nameUnsaid(name: PersonName): UnsaidWords[] {
  const given = name.given.split(/\s+/);
  return [
    { is: 'words', text: spokenName(name) },
    { is: 'words', text: `${name.family} ${name.given}` },
    ...given.map((one): UnsaidWords => ({ is: 'words', text: `${one} ${name.family}` })),
    { is: 'family', text: name.family },
    { is: 'given', text: name.given },
  ];
}

/** Where and how somebody is reached, and who else stands in it. */
export function contactUnsaid({ phone, email, address, safeTimes }: SafeContact): UnsaidWords[] {
  return [
    ...said(phone).map(own),
    ...said(email).map(own),
    ...(address ? placesUnsaid(address) : []),
    ...[phone, email, safeTimes, ...(address?.lines.filter((line) => /\bc\/o\b/i.test(line)) ?? [])].flatMap((text) => namesIn(text ?? '')),
  ];
}

/** Who else may be told, and whom the notes speak of. */
export function planUnsaid({ alsoTell, note }: ContactPlan): UnsaidWords[] {
  return [alsoTell, note].flatMap((text) => namesIn(text ?? ''));
}

/** The same each once. */
export function distinct(unsaid: readonly UnsaidWords[]): UnsaidWords[] {
  const seen = new Map(unsaid.map((one) => [`${one.is}|${one.whose ?? ''}|${one.text.toLowerCase()}`, one]));
  return [...seen.values()].filter(({ text }) => text.trim().length > 1);
}

function said(text: string | null): string[] {
  return text !== null && text.trim().length > 2 ? [text] : [];
}

function words(text: string): UnsaidWords {
  return { is: 'words', text };
}

const own = words;

/** The house, and its street without the number. The district of a postcode is as much as any order says of an area. */
/** The house and the street of an address, and its postcode. */
export function placesUnsaid(address: Address): readonly UnsaidWords[] {
  const { house, street } = placesOf(address);
  return [...house, ...street];
}
