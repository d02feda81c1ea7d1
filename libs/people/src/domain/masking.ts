/** Somebody of whom a reader may know less than the texts say. */
export interface Masked {
  /** What stands instead, for instance `protected person A`. */
  readonly instead: string;
  /** Spellings of names, and ways to reach or find the person, that must not reach the reader. Empty when there is nothing to hide. */
  readonly hide: readonly string[];
}

/** `text` with every spelling that must be hidden replaced: whole words, in any case, whatever the spaces. The longest go first. */
export function masked(text: string, people: readonly Masked[]): string {
  return people
    .flatMap(({ hide, instead }) => hide.map((spelling) => ({ spelling: spelling.trim(), instead })))
    .filter(({ spelling }) => spelling !== '')
    .toSorted((a, b) => b.spelling.length - a.spelling.length)
    .reduce(
      (shown, { spelling, instead }) =>
        shown.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern(spelling)}(?![\\p{L}\\p{N}])`, 'giu'), () => instead),
      text,
    );
}

/** Spaces, hyphens and apostrophes are typed in many ways; between the digits of a number there may be spaces. */
function pattern(spelling: string): string {
  if (/^\+?[\d\s]{6,}$/.test(spelling)) {
    return spelling
      .replace(/\s+/g, '')
      .split('')
      .map((sign) => (sign === '+' ? '\\+' : sign))
      .join('\\s*');
  }
  return spelling
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’‘ʼ]/g, "['’‘ʼ]?")
    .replace(/[\s-]+/g, '[\\s-]+');
}

/** `A`, `B`, … `Z`, `AA`, `AB` … for the place in a list, from 0. */
export function letterAt(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterAt(Math.floor(place / 26) - 1) + last;
}
