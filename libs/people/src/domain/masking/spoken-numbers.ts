/** Digits as they are spoken: `oh`, `nought`, `nine`. */
const digits: ReadonlyMap<string, string> = new Map([
  ...'zero one two three four five six seven eight nine'.split(' ').map((word, nth): [string, string] => [word, String(nth)]),
  ...'o oh nil nought naught'.split(' ').map((word): [string, string] => [word, '0']),
]);
const teens = new Map(
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ').map((word, nth) => [word, String(nth + 10)]),
);
const tens = new Map('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, nth) => [word, String(nth + 2)]));
const noughts = new Map([
  ['hundred', '00'],
  ['thousand', '000'],
]);
const times = new Map([
  ['double', 2],
  ['treble', 3],
  ['triple', 3],
]);

const words = [digits, teens, tens, noughts, times].flatMap((some) => [...some.keys()]);
/** As many words and numbers beside each other as can be a telephone number. */
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${words.join('|')}|\\d+)(?:[^\\p{L}\\p{N}]{1,6}(?:${words.join('|')}|\\d+))+(?![\\p{L}\\p{N}])`,
  'giu',
);
const SAID = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

/** Where a text says six digits and more with some of them in words, and which: `oh one six, 32 triple five` says 01632555. */
export function spokenNumbersIn(text: string): { readonly start: number; readonly end: number; readonly digits: string }[] {
  if (!SAID.test(text)) return [];
  return [...text.matchAll(RUN)].flatMap(({ 0: said, index }) => {
    const all = said.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
    const number = all.every((word) => /^\d/.test(word)) ? '' : digitsOf(all);
    return number.length < 6 ? [] : [{ start: index, end: index + said.length, digits: number }];
  });
}

function digitsOf(said: readonly string[]): string {
  let number = '';
  let repeated = 1;
  for (const [nth, word] of said.entries()) {
    const more = times.get(word);
    if (more === undefined) number += digitIn(word, said[nth + 1]).repeat(repeated);
    repeated = more ?? 1;
  }
  return number;
}

/** `twenty` before another digit is the 2 of `twenty one`. */
function digitIn(word: string, next: string | undefined): string {
  const ten = tens.get(word);
  if (ten !== undefined) return digits.has(next ?? '') && digits.get(next ?? '') !== '0' ? ten : `${ten}0`;
  return digits.get(word) ?? teens.get(word) ?? noughts.get(word) ?? word;
}
