/** Between digits or groups of them: `0, 7, 7`, `077 / 009`, `0 … 7 … 7`. */
const GAP = '[^\\p{L}\\p{N}]{0,6}';
/** As few of the last digits tell the number to somebody who knows the town. */
const END = 6;
const HAS_GAPS = /\p{N}[^\p{L}\p{N}]{2,6}\p{N}/u;

/** Whether a text has digits so far from each other that they are no number as it is written. */
export function hasGroups(text: string): boolean {
  return HAS_GAPS.test(text);
}

/**
 * Finds one number however its digits are set apart, with the code of the country before it, or its end where no other digits stand before.
 * Lists, dates and amounts beside it are left as they are: nothing but these digits in this order is found.
 *
 * @param digits as it is dialled within the country
 */
export function groupedNumber(digits: string): RegExp {
  const own = digits.replace(/^0/, '');
  const whole = `(?:[+(]{0,2}(?:0${GAP}0${GAP})?4${GAP}4${GAP}(?:0${GAP})?|\\(?0${GAP})?${apart(own)}`;
  const ends = Array.from({ length: Math.max(0, own.length - END) }, (_, nth) => apart(own.slice(nth + 1)));
  const end = ends.length === 0 ? '' : `|(?<!\\p{N}${GAP})(?:${ends.join('|')})`;
  return new RegExp(`(?:${whole}${end})(?!\\p{N})`, 'gu');
}

function apart(digits: string): string {
  return digits.split('').join(GAP);
}
