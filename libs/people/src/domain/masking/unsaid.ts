import type { ContactPlan } from '../contact-plan.js';
import type { PersonName, SafeContact } from '../events.js';
import { spokenName } from '../names.js';
import { namesIn } from './names-in.js';

/** Words that must not reach a reader: a name, a part of one, where somebody lives, how they are reached. */
export interface UnsaidWords {
  /** A part of a name is also hidden when it is misspelt, and a given name in its other forms; other words as they stand, however typed. */
  readonly is: 'family' | 'given' | 'words';
  readonly text: string;
  /** Whose they are, when not the person's own: of somebody close to them, or of another protected person. */
  readonly whose?: 'close' | 'other';
  /** Hidden only where it is written with a capital: it may be an ordinary word. */
  readonly capital?: true;
  /** Of somebody on a record that the reader may not see: hidden in the words of the reader’s own force too. */
  readonly always?: true;
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
    ...(address ? [...address.lines.flatMap(placesIn), address.postcode] : []).filter((part) => part.trim().length > 2).map(words),
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

/**
 * The line, its parts, and each part from its house number on, so that `3 Mock Lane` is hidden where `Flat 2, 3 Mock Lane` is recorded. A
 * town alone finds nobody, and other people's orders name it: a word by itself under a house or a street is one.
 */
function placesIn(line: string, place: number): string[] {
  const isNoTown = (part: string, first: boolean) => first || /[\s\d]/.test(part.trim());
  const parts = line.split(',').map((part) => part.trim());
  const numbered = [...line.matchAll(/(?<![\p{L}\p{N}])\d+\p{L}?(?=[\s,]+\p{L})/gu)].map(({ index }) => line.slice(index));
  return [
    ...(isNoTown(line, place === 0) ? [line] : []),
    ...(parts.length > 1 ? parts.filter((part, nth) => isNoTown(part, place === 0 && nth === 0) && !/^\d+\p{L}?$/u.test(part)) : []),
    ...numbered,
    ...numbered.flatMap((part) => (part.includes(',') ? [part.split(',').slice(0, 2).join(' ')] : [])),
  ];
}
