import { vehicleAsRead, wrongLetter } from '../identifiers.js';

/** Fewer signs are in too many numbers. */
const LEAST = 4;

/** A number with nothing between its letters and digits, those that are read for one another as one. */
export function flatNumber(value: string): string {
  return vehicleAsRead(
    value
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  );
}

/** What the flat numbers of a record may have in them that somebody typed in part or otherwise; none for fewer than 4 letters and digits. */
export function numberParts(typed: string): string[] {
  const flat = flatNumber(typed);
  const parts = [flat];
  // A telephone number without its country.
  if (/^0\d+$/.test(flat)) parts.push(`44${flat.slice(1)}`);
  // What is wrong may be the letter.
  if (wrongLetter(typed) !== null) parts.push(flat.slice(0, -1));
  return parts.filter((part) => Array.from(part).length >= LEAST);
}

/** How a known number stands to the parts looked for; null when it has none of them in it. */
export function partLikeness(value: string, parts: readonly string[]): keyof typeof partWords | null {
  const flat = flatNumber(value);
  if (parts.includes(flat)) return 'written-otherwise';
  if (parts.includes(flat.slice(0, -1))) return 'but-the-last';
  return parts.some((part) => flat.includes(part)) ? 'part' : null;
}

/** What is said after a number found so. */
export const partWords = {
  'written-otherwise': ', written otherwise',
  'but-the-last': ', all but its last letter or digit',
  part: ', of which this is a part',
} as const;

/** The flat numbers as one text to search, each on a line of its own. */
export function flatNumbers(identifiers: readonly { readonly value: { readonly value: string | null } }[]): string {
  return identifiers.flatMap(({ value: { value } }) => (value === null ? [] : [flatNumber(value)])).join('\n');
}
