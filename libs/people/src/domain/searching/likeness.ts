import { editDistance, isNear, sound } from '../linking/alike.js';
import { isFormOf } from '../linking/given-names.js';
import { skeleton } from './skeleton.js';
import { pairsOf, rareOf } from './words.js';

/** How a word looked for stands to a word of a name, best first. */
export type WordLikeness = 'same' | 'form' | 'slip' | 'sound' | 'part' | 'rough';

/** How a name looked for stands to a name: its weakest word; `fewer` when every word is the same but the name has more, `some` when a word is not in it. */
export type NameLikeness = WordLikeness | 'fewer' | 'some';

export interface LikeName {
  /** The folded name; null where only several of the names, taken together, have the words. */
  readonly name: string | null;
  readonly how: NameLikeness;
  /** 0 to 1,500: 1,500 for the same words, whatever their order. All words roughly are more than some exactly. */
  readonly score: number;
  /** The words looked for that are not in it. */
  readonly without: readonly string[];
  /** Whether the words that are in it tell enough of somebody without the others: two of them, or one that is rare; null where they do not. */
  readonly enough: 'all' | 'two' | 'rare' | null;
}

const worth: Readonly<Record<WordLikeness, number>> = { same: 1_000, form: 900, slip: 800, sound: 750, part: 550, rough: 300 };

/** So that some words of eight, written the same, stay below all of them roughly alike. */
const SOME = 0.28;

/** The name among those folded names that comes nearest to the words looked for, each word of it for one of them; null when no word is in any. */
export function nearestName(words: readonly string[], names: readonly string[]): LikeName | null {
  const like = names.flatMap((name) => likeName(words, name) ?? []);
  const best = like.reduce<LikeName | null>((one, next) => (one === null || next.score > one.score ? next : one), null);
  if (best?.how !== 'some' || names.length < 2) return best;
  // A given name of one with the family name of another.
  const together = likeName(words, names.join(' '));
  return together === null || together.how === 'some' || together.how === 'rough' ? best : { ...together, name: null };
}

interface Match {
  readonly wanted: readonly number[];
  readonly places: readonly number[];
  readonly how: WordLikeness;
}

function likeName(words: readonly string[], name: string): LikeName | null {
  const parts = name.split(' ');
  const tokens = parts.flatMap((part, place) => {
    const next = parts[place + 1];
    const alone = { text: part, places: [place] };
    return next === undefined ? [alone] : [alone, { text: part + next, places: [place, place + 1] }];
  });
  const single = words.flatMap((word, nth) =>
    tokens.flatMap(({ text, places }): Match[] => {
      const how = places.length === 1 ? likeWord(word, text) : word === text ? 'same' : null;
      return how === null ? [] : [{ wanted: [nth], places, how }];
    }),
  );
  // Two words that were recorded as one.
  const joined = words.flatMap((word, nth) =>
    parts.flatMap((part, place): Match[] =>
      nth > 0 && words[nth - 1]! + word === part ? [{ wanted: [nth - 1, nth], places: [place], how: 'same' }] : [],
    ),
  );
  const taken: Match[] = [];
  for (const match of [...joined, ...single].sort((a, b) => worth[b.how] - worth[a.how])) {
    const overlaps = taken.some(
      ({ wanted, places }) => wanted.some((nth) => match.wanted.includes(nth)) || places.some((place) => match.places.includes(place)),
    );
    if (!overlaps) taken.push(match);
  }
  const weakest = taken.at(-1)?.how;
  if (weakest === undefined) return null;
  const unmatched = parts.length - taken.reduce((count, { places }) => count + places.length, 0);
  const mean = taken.reduce((sum, { how, wanted }) => sum + worth[how] * wanted.length, 0) / words.length;
  const beyond = Math.min(unmatched, 10) * 5;
  const without = words.filter((_, nth) => taken.every(({ wanted }) => !wanted.includes(nth)));
  if (without.length > 0) {
    return { name, how: 'some', score: Math.round(mean * SOME) - Math.min(beyond, 20), without, enough: enoughOf(words, taken) };
  }
  const isWhole = weakest === 'same' && unmatched === 0;
  const how = weakest === 'same' && !isWhole ? 'fewer' : weakest;
  return { name, how, score: Math.round(mean) + (isWhole ? 500 : 0) - beyond, without: [], enough: 'all' };
}

function enoughOf(words: readonly string[], taken: readonly Match[]): LikeName['enough'] {
  const isIn = (word: string, hows: readonly WordLikeness[]): boolean =>
    taken.some((match) => match.wanted.some((nth) => words[nth] === word) && hows.includes(match.how));
  const near = ['same', 'form', 'slip', 'sound'] as const;
  if (pairsOf(words).some((pair) => pair.every((word) => isIn(word, near)))) return 'two';
  return rareOf(words).some((word) => isIn(word, ['same'])) ? 'rare' : null;
}

function likeWord(word: string, part: string): WordLikeness | null {
  if (word === part) return 'same';
  if (isFormOf(word, part)) return 'form';
  if (Math.min(word.length, part.length) >= 2 && Math.max(word.length, part.length) >= 3 && editDistance(word, part) === 1) return 'slip';
  if (Math.min(word.length, part.length) >= 3 && sound(word) === sound(part)) return 'sound';
  if (part.startsWith(word) || (word.length >= 3 && part.includes(word)) || (part.length === 1 && word.startsWith(part))) return 'part';
  if (Math.min(word.length, part.length) >= 5 && editDistance(word, part) === 2) return 'rough';
  return isNear(word, part) || (word.length >= 3 && part.startsWith(word.slice(0, 3))) || isHeardAs(word, part) ? 'rough' : null;
}

function isHeardAs(word: string, part: string): boolean {
  const consonants = skeleton(word);
  return consonants !== null && consonants === skeleton(part);
}
