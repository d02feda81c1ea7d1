/** Somebody of whom a reader may know less than the texts say. */
export interface Masked {
  /** What stands instead, for instance `protected person A`. */
  readonly instead: string;
  /** Spellings of names, and ways to reach or find the person, that must not reach the reader. Empty when there is nothing to hide. */
  readonly hide: readonly string[];
}

/** Somebody as far as it decides in whose words they are hidden. */
interface Hidden {
  /** On the record of a perpetrator whom the reader may not see: hidden in all words. */
  readonly isRestricted?: boolean;
}

/**
 * Whom of `people` words must hide from the reader. The words of the reader's own force (`areOwn`) say what the force knows and what its
 * orders forbid: they are read as they were written, but for people of a restricted record.
 */
export function hiddenIn<P extends Hidden>(people: readonly P[], areOwn: boolean): readonly P[] {
  return areOwn ? people.filter(({ isRestricted }) => isRestricted === true) : people;
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
