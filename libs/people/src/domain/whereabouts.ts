import type { Recorded } from '#event-sourcing';
import type { Address, ProtectedPersonFact, SafeContact } from './events.js';
import { foldText } from './names.js';

/** How and where one protected person is or was reached. Only ever compared with what is to be shown, never part of it. */
export type Whereabouts = Pick<SafeContact, 'phone' | 'email' | 'address'>;

/** What a text gives away: never the value itself. */
export type GivesAway = 'address' | 'telephone' | 'email';

/** Words that name a way or a house: a line of an address that ends in one is told only of that house. */
const ways =
  /\b(street|st|road|rd|lane|ln|avenue|ave|close|drive|dr|way|court|crescent|cres|place|pl|terrace|grove|gardens|gdns|square|sq|hill|rise|row|walk|mews|view|park|green|house|cottage|lodge|farm|flats?|apartments?|villas?|mansions?|tower|wharf|quay)$/;

/** Every way in which somebody was ever reached, as far as the facts of their record can still be read. */
export function whereaboutsIn(facts: readonly Pick<Recorded<ProtectedPersonFact>, 'fact'>[]): readonly Whereabouts[] {
  return facts.flatMap(({ fact }) => {
    const contact = fact.type === 'ProtectedPersonRecorded' || fact.type === 'SafeContactChanged' ? fact.personal?.contact.value : null;
    return contact ? [contact] : [];
  });
}

/** Whether a text gives away any of it. */
export function givesAway(text: string, whereabouts: readonly Whereabouts[]): GivesAway | null {
  return saying(whereabouts)(text);
}

/** The same for many texts: what it answers says what a text gives away, in any spelling that a reader would understand. */
export function saying(whereabouts: readonly Whereabouts[]): (text: string) => GivesAway | null {
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
