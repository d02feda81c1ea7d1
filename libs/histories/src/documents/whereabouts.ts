import { type Address, foldText, type SafeContact } from '#people';
import { type Paper, printed, type Words, wordsIn } from './paper.js';

/** How and where one protected person is or was reached. Only ever compared with a document, never part of one. */
export type Whereabouts = Pick<SafeContact, 'phone' | 'email' | 'address'>;

/** Words of a document that say where a protected person is, or how they are reached. */
export interface Leak {
  readonly words: Words;
  /** What they give away: never the value itself. */
  readonly gives: 'address' | 'telephone' | 'email';
}

/** Words that name a way or a house: a line of an address that ends in one is told only of that house. */
const ways =
  /\b(street|st|road|rd|lane|ln|avenue|ave|close|drive|dr|way|court|crescent|cres|place|pl|terrace|grove|gardens|gdns|square|sq|hill|rise|row|walk|mews|view|park|green|house|cottage|lodge|farm|flats?|apartments?|villas?|mansions?|tower|wharf|quay)$/;

/** Every place in the document that says where somebody is, or how they are reached, in any spelling that a reader would understand. */
export function leaksIn(paper: Paper, whereabouts: readonly Whereabouts[]): readonly Leak[] {
  const says = sayers(whereabouts);
  return wordsIn(paper).flatMap((words) => {
    const gives = says(printed(words));
    return gives ? [{ words, gives }] : [];
  });
}

/** Whether a text gives away any of it. */
export function givesAway(text: string, whereabouts: readonly Whereabouts[]): Leak['gives'] | null {
  return sayers(whereabouts)(text);
}

function sayers(whereabouts: readonly Whereabouts[]): (text: string) => Leak['gives'] | null {
  const phones = whereabouts.flatMap(({ phone }) => (phone ? digitsOf(phone).split('|') : [])).filter((digits) => digits.length >= 6);
  const emails = whereabouts.flatMap(({ email }) => (email ? [email.trim().toLowerCase()] : [])).filter((one) => one.length > 3);
  const lines = [...new Set(whereabouts.flatMap(({ address }) => (address ? tellingLines(address) : [])))];
  const closedLines = lines.filter((line) => line.length >= 10).map(closed);
  const postcodes = [...new Set(whereabouts.flatMap(({ address }) => (address ? [closed(address.postcode)] : [])))].filter(
    (one) => one.length >= 5,
  );
  return (text) => {
    const folded = ` ${foldText(text)} `;
    if (lines.some((line) => folded.includes(` ${line} `))) return 'address';
    const joined = closed(text);
    // However it is spaced or hyphenated; shorter ones would be found inside other words.
    if (closedLines.some((line) => standsIn(joined, line))) return 'address';
    if (postcodes.some((postcode) => joined.includes(postcode))) return 'address';
    const plain = text.normalize('NFKC').toLowerCase();
    if (emails.some((email) => plain.replace(/\s+/g, '').includes(email.replace(/\s+/g, '')))) return 'email';
    const digits = digitsOf(text);
    return phones.some((phone) => digits.includes(phone)) ? 'telephone' : null;
  };
}

/**
 * The lines of an address that tell of one house: the first, any with a number, any that names a way or a house. A town or county alone
 * does not, and courts stand in towns.
 */
function tellingLines({ lines }: Address): string[] {
  return lines
    .map(foldText)
    .filter((line, nth) => line.length >= 4 && ((nth === 0 && lines.length > 1) || /\d/.test(line) || ways.test(line)))
    .filter((line) => /\p{L}/u.test(line));
}

/** Whether `part` is in `whole`, not as the end or the beginning of a longer number: 1 Sample Street is not 11 Sample Street. */
function standsIn(whole: string, part: string): boolean {
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const [before, after] = [whole[at - 1] ?? '', whole[at + part.length] ?? ''];
    if (!(/^\d/.test(part) && /\d/.test(before)) && !(/\d$/.test(part) && /\d/.test(after))) return true;
  }
  return false;
}

/** Letters and digits alone, so that spaces typed otherwise hide nothing. */
function closed(text: string): string {
  return foldText(text).replace(/\s+/g, '');
}

/** The digits, whatever stands between them; a number with a country's code counts as the same. */
function digitsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(\+|00)\s*44\s*(\(0\))?\s*/g, '0')
    .replace(/(?<=\d)[\s().\-–/]+(?=[\d(])/g, '')
    .replace(/[^\d]+/g, '|');
}
