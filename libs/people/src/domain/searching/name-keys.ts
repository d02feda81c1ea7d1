import { sound } from '../linking/alike.js';
import { otherForms } from '../linking/given-names.js';
import { skeleton } from './skeleton.js';

/** Longer words have no keys for slips: each letter makes one. */
const LONGEST_WITH_SLIPS = 24;

/**
 * What names are found by, under an index: whole words (`=`), how they sound (`~`), how they begin (`^`), their
 * consonants (`#`), and each word with one letter left out (`-`). Two words that differ by one letter changed, missing, too many or swapped with its neighbour have such a shortened word in
 * common, so that a slip is found without comparing with every name there is.
 * @param searchNames folded names, each on a line
 */
export function nameKeys(searchNames: string): string[] {
  const keys = new Set<string>();
  for (const line of searchNames.split('\n')) {
    const words = line.split(' ').filter((word) => word !== '');
    for (const [nth, word] of words.entries()) {
      for (const key of keysOf(word)) keys.add(key);
      // Van Dyke is also looked for as Vandyke.
      const next = words[nth + 1];
      if (next !== undefined) keys.add(`=${word}${next}`);
    }
  }
  return [...keys];
}

function keysOf(word: string): string[] {
  const letters = Array.from(word);
  const beginnings = [1, 2, 3].filter((length) => length <= letters.length).map((length) => `^${letters.slice(0, length).join('')}`);
  if (letters.length < 3) return [`=${word}`, ...beginnings];
  return [`=${word}`, ...soundKeys(word), ...skeletonKeys(word), ...beginnings, ...shortened(word).map((one) => `-${one}`)];
}

/** The keys under which a word looked for is found, from narrow to wide. */
export interface WordKeys {
  /** Written the same, or another form of the same given name. */
  readonly same: readonly string[];
  /** Also with one slip, or sounding the same. */
  readonly near: readonly string[];
  /** Also names that begin with it when it is very short, and names of which only the initial was recorded. */
  readonly partial: readonly string[];
  /** Words that begin the same. */
  readonly begin: readonly string[];
  /** Also with the same consonants, as somebody writes who only heard it. */
  readonly loose: readonly string[];
}

/** @param word folded */
export function wordKeys(word: string): WordKeys {
  const letters = Array.from(word);
  const same = [`=${word}`, ...otherForms(word).map((form) => `=${form}`)];
  const longer = letters.length < 2 ? [] : [`-${word}`];
  const slips = letters.length < 3 ? longer : [...longer, ...shortened(word).flatMap((one) => [`=${one}`, `-${one}`])];
  const near = [...new Set([...same, ...slips, ...soundKeys(word)])];
  const begin = [`^${letters.slice(0, 3).join('')}`];
  const initial = letters[0] === undefined ? [] : [`=${letters[0]}`];
  const partial = [...near, ...initial, ...(letters.length < 3 ? begin : [])];
  return { same, near, partial, begin, loose: [...partial, ...skeletonKeys(word)] };
}

function skeletonKeys(word: string): string[] {
  const consonants = skeleton(word);
  return consonants === null ? [] : [`#${consonants}`];
}

function soundKeys(word: string): string[] {
  return Array.from(word).length < 3 ? [] : [`~${sound(word)}`];
}

/** The word with each letter left out in turn. */
function shortened(word: string): string[] {
  const letters = Array.from(word);
  if (letters.length > LONGEST_WITH_SLIPS) return [];
  return [...new Set(letters.map((_, place) => letters.toSpliced(place, 1).join('')))];
}
