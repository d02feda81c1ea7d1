import { editDistance, isNear, sound } from '../linking/alike.js';
import { isFormOf } from '../linking/given-names.js';

/** How a word looked for stands to a word of a name, best first. */
export type WordLikeness = 'same' | 'form' | 'slip' | 'sound' | 'part' | 'rough';

/** How a name looked for stands to a name: its weakest word; `fewer` when every word is the same but the name has more, `some` when a word is not in it. */
export type NameLikeness = WordLikeness | 'fewer' | 'some';

export interface LikeName {
  /** The folded name. */
  readonly name: string;
  readonly how: NameLikeness;
  /** 0 to 1,500: 1,500 for the same words, whatever their order. */
  readonly score: number;
}

const worth: Readonly<Record<WordLikeness, number>> = { same: 1_000, form: 900, slip: 800, sound: 750, part: 550, rough: 300 };

/** The name among those folded names that comes nearest to the words looked for, each word of it for one of them; null when no word is in any. */
export function nearestName(words: readonly string[], names: readonly string[]): LikeName | null {
  const like = names.flatMap((name) => likeName(words, name) ?? []);
  return like.reduce<LikeName | null>((best, next) => (best === null || next.score > best.score ? next : best), null);
}

interface Match {
  readonly word: number;
  readonly places: readonly number[];
  readonly how: WordLikeness;
}

function likeName(words: readonly string[], name: string): LikeName | null {
  const parts = name.split(' ');
  const tokens = parts.flatMap((part, place) => {
    const next = parts[place + 1];
    const single = { text: part, places: [place] };
    return next === undefined ? [single] : [single, { text: part + next, places: [place, place + 1] }];
  });
  const all = words.flatMap((word, nth) =>
    tokens.flatMap(({ text, places }): Match[] => {
      const how = places.length === 1 ? likeWord(word, text) : word === text ? 'same' : null;
      return how === null ? [] : [{ word: nth, places, how }];
    }),
  );
  const taken: Match[] = [];
  for (const match of all.sort((a, b) => worth[b.how] - worth[a.how])) {
    const isFree = taken.every(({ word, places }) => word !== match.word && !places.some((place) => match.places.includes(place)));
    if (isFree) taken.push(match);
  }
  const weakest = taken.at(-1)?.how;
  if (weakest === undefined) return null;
  const unmatched = parts.length - taken.reduce((count, { places }) => count + places.length, 0);
  const isWhole = taken.length === words.length && unmatched === 0;
  const mean = taken.reduce((sum, { how }) => sum + worth[how], 0) / words.length;
  const score = Math.round(mean) + (isWhole && weakest === 'same' ? 500 : 0) - Math.min(unmatched, 10) * 5;
  const how = taken.length < words.length ? 'some' : weakest === 'same' && !isWhole ? 'fewer' : weakest;
  return { name, how, score };
}

function likeWord(word: string, part: string): WordLikeness | null {
  if (word === part) return 'same';
  if (isFormOf(word, part)) return 'form';
  if (Math.min(word.length, part.length) >= 2 && Math.max(word.length, part.length) >= 3 && editDistance(word, part) === 1) return 'slip';
  if (Math.min(word.length, part.length) >= 3 && sound(word) === sound(part)) return 'sound';
  if (part.startsWith(word) || (word.length >= 3 && part.includes(word)) || (part.length === 1 && word.startsWith(part))) return 'part';
  return isNear(word, part) || (word.length >= 3 && part.startsWith(word.slice(0, 3))) ? 'rough' : null;
}
