/** Somebody whose name may have to be kept out of free text. */
export interface Masked {
  /** What stands instead of the name. */
  readonly instead: string;
  /** Spellings that must not reach the reader; empty when they may see the name. */
  readonly hide: readonly string[];
}

/** The text with every spelling of every masked name replaced, whole words only, in any case. Longer spellings go first. */
export function masked(text: string, people: readonly Masked[]): string {
  const spellings = people
    .flatMap(({ hide, instead }) => hide.map((spelling) => ({ spelling: spelling.trim(), instead })))
    .filter(({ spelling }) => spelling !== '')
    .toSorted((a, b) => b.spelling.length - a.spelling.length);
  return spellings.reduce(
    (shown, { spelling, instead }) =>
      shown.replace(new RegExp(`(?<![\\p{L}\\p{N}])${inPattern(spelling)}(?![\\p{L}\\p{N}])`, 'giu'), () => instead),
    text,
  );
}

function inPattern(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
