import { sound } from '../linking/alike.js';
import { otherForms } from '../linking/given-names.js';
import { skeleton } from './skeleton.js';

/** Two slips in a shorter word leave too little of it. */
const SHORTEST_WITH_TWO = 5;
/** Two slips are looked for in the beginning: whatever is wrong after it is forgiven, and a word has no more than 21 such keys. */
const BEGINNING = 7;

/** Longer words have no keys for slips: each letter makes one. */
const LONGEST_WITH_SLIPS = 24;

/**
 * What names are found by, under an index: whole words (`=`), how they sound (`~`), how they begin (`^`), their
 * consonants (`#`), and each word with one letter left out (`-`). Two words that differ by one letter changed, missing, too many or swapped with its neighbour have such a shortened word in
 * common, so that a slip is found without comparing with every name there is. Two slips are found by the beginning with two letters left out (`!`).
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
  return [
    `=${word}`,
    ...soundKeys(word),
    ...skeletonKeys(word),
    ...beginnings,
    ...shortened(word).map((one) => `-${one}`),
    ...twoShorter(word).map((one) => `!${one}`),
  ];
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
  /** Also with two slips; the same as `loose` for a short word. */
  readonly twoSlips: readonly string[];
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
  const loose = [...partial, ...skeletonKeys(word)];
  return { same, near, partial, begin, loose, twoSlips: [...loose, ...twoSlipKeys(word)] };
}

function twoSlipKeys(word: string): string[] {
  if (Array.from(word).length < SHORTEST_WITH_TWO) return [];
  const fewer = twoShorter(word);
  // Letters too many leave the name whole, or with one letter out; letters missing leave what was typed whole, or with one out.
  return [...fewer.flatMap((one) => [`!${one}`, `-${one}`, `=${one}`]), ...[word, ...shortened(word)].map((one) => `!${one}`)];
}

/** The beginning with each two of its letters left out in turn; of a short word none. */
function twoShorter(word: string): string[] {
  if (Array.from(word).length < SHORTEST_WITH_TWO) return [];
  const beginning = Array.from(word).slice(0, BEGINNING).join('');
  return [...new Set(shortened(beginning).flatMap(shortened))];
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
