import { commonFamilyNames } from '../linking/family-names.js';
import { commonGivenNames } from '../linking/given-names.js';
import { foldText } from '../names.js';

/** Nobody has more names than this; what is typed after them is not looked for. */
const MOST_WORDS = 8;

const titles = new Set('mr mrs ms miss mx dr sir dame madam prof professor rev reverend pc dc ps ds sgt insp pcso'.split(' '));
const suffixes = new Set('junior jr jnr jun senior sr snr sen ii iii iv esq'.split(' '));
const given = new Set(commonGivenNames);
const common = new Set([...commonGivenNames, ...commonFamilyNames]);

/**
 * The folded words of a name to look for, each once. Titles say nothing, nor does a last Junior or Senior after two names: after one it may be
 * the family name.
 */
export function nameWords(name: string): string[] {
  const all = [...new Set(foldText(name).split(' '))].filter((word) => word !== '');
  const untitled = all.filter((word) => !titles.has(word));
  const words = untitled.length === 0 ? all : untitled;
  while (words.length > 2 && suffixes.has(words.at(-1)!)) words.pop();
  return words.slice(0, MOST_WORDS);
}

/**
 * Of three names or more, the pairs that are enough to find somebody by who is not known by the others: two given names are not, unless there
 * is nothing else. The first three and the last two names count.
 */
export function pairsOf(words: readonly string[]): (readonly [string, string])[] {
  if (words.length < 3) return [];
  const whole = words.filter((word) => Array.from(word).length > 1);
  const few = [...new Set([...whole.slice(0, 3), ...whole.slice(-2)])];
  const pairs = few.flatMap((one, nth) => few.slice(nth + 1).map((other) => [one, other] as const));
  return few.every((word) => given.has(word)) ? pairs : pairs.filter(([one, other]) => !given.has(one) || !given.has(other));
}

/** Of two names, those so rare that one is enough to find somebody by who is not known by the other. */
export function rareOf(words: readonly string[]): string[] {
  const whole = words.filter((word) => Array.from(word).length > 1);
  if (words.length < 2 || whole.length > 2) return [];
  return whole.filter((word) => Array.from(word).length > 3 && !common.has(word));
}
