import type { Lookout, Place } from './lookout.js';
import { isOneSlip } from './one-slip.js';
import { isOrdinary } from './ordinary-words.js';
import { isClose, type Read, type Span } from './reading.js';

/** Words of a street may be misspelt from this length on. */
const SLIPS_FROM = 4;
/** What stands between a house number and its street where somebody speaks of it. */
const besideNumbers = new Set('at flat house in no nr number num of on the along door'.split(' '));
/** What stands before the first half of a postcode that is too short to be told from a number of an exhibit otherwise. */
const beforeDistricts = new Set('in near to from around postcode district area of at within'.split(' '));

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
/** Numbers in words. */
export const inDigits = new Map(units.split(' ').map((word, nth) => [word, String(nth)]));
export const tens = new Map('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, nth) => [word, (nth + 2) * 10]));

/** Streets and houses by name, however they are spaced and shortened, with one slip at most. */
export function placeSpans(text: Read, { places: all }: Lookout): Span[] {
  const places = all.filter((place) => mayStand(text, place));
  if (places.length === 0) return [];
  return text.tokens.flatMap(({ start }, at) =>
    places.flatMap((place): Span[] => {
      const last = placeEnd(text, place, at);
      return last === null ? [] : [{ start, end: text.tokens[last]!.end, whose: place.whose }];
    }),
  );
}

/** House numbers beside their street, which may stand before or behind it. */
export function houseSpans(text: Read, { houses: all }: Lookout): Span[] {
  const houses = all.filter(({ street }) => mayStand(text, street));
  if (houses.length === 0) return [];
  return text.tokens.flatMap(({ start }, at) =>
    houses.flatMap(({ number, street }): Span[] => {
      const last = streetAfter(text, at, number, street) ?? numberAfter(text, at, number, street);
      return last === null ? [] : [{ start, end: text.tokens[last]!.end, whose: street.whose }];
    }),
  );
}

/** The first half of a postcode where the other half is not beside it. */
export function districtSpans({ text, tokens }: Read, { districts }: Lookout): Span[] {
  return tokens.flatMap(({ start, end, word }, at) => {
    const next = tokens[at + 1];
    const isApart = next !== undefined && /^\s+$/.test(text.slice(end, next.start));
    return districts.flatMap(({ text: district, whose }): Span[] => {
      const last = word === district ? at : isApart && /^[a-z]+$/.test(word) && word + next.word === district ? at + 1 : null;
      if (last === null || /^\d[a-z]{2}$/.test(tokens[last + 1]?.word ?? '')) return [];
      if (district.length < 3 && !beforeDistricts.has(tokens[at - 1]?.word ?? '')) return [];
      return [{ start, end: tokens[last]!.end, whose }];
    });
  });
}

/** Whether a place can stand in a text at all: most do not, and are looked for no further. */
function mayStand({ joined: { places, typed } }: Read, { halves, short }: Place): boolean {
  return halves.some((half) => places.includes(half) || typed.includes(half)) || [...short].some((form) => typed.includes(form));
}

/** The last word of a place that begins with this one. */
function placeEnd(text: Read, place: Place, at: number): number | null {
  const { whole, short } = place;
  let [said, typed] = ['', ''];
  for (let last = at; last < text.tokens.length && said.length <= whole.length; last += 1) {
    if (last > at && !isClose(text.text, text.tokens, last)) return null;
    said += wordAt(text, last);
    typed += text.tokens[last]!.word + (text.tokens[last]!.isPossessive ? 's' : '');
    if (said === whole || typed === whole || short.has(typed)) return isPassed(text, place, at, last) ? null : last;
    if (isSlip(text, place, said, at, last)) return last;
  }
  return null;
}

/** With the s of a possessive: `Example’s` is typed `Examples` as well. */
function wordAt({ places, tokens }: Read, at: number): string {
  return places[at]! + (tokens[at]!.isPossessive ? 's' : '');
}

/** A name of one ordinary word is one only with its capital, where capitals are written at all. */
function isPassed({ tokens, hasCapitals }: Read, { capital }: Place, at: number, last: number): boolean {
  return (
    capital !== null &&
    hasCapitals &&
    isOrdinary(capital) &&
    !tokens.slice(at, last + 1).some((one) => one.word === capital && one.isCapital)
  );
}

function isSlip(text: Read, { words, whole, capital }: Place, said: string, at: number, last: number): boolean {
  if (!isOneSlip(said, whole)) return false;
  const own = text.tokens.slice(at, last + 1).map((_, nth) => wordAt(text, at + nth));
  if (own.length !== words.length) return whole.length >= 2 * SLIPS_FROM && own.slice(1).join('') !== whole;
  const other = own.flatMap((word, nth) => (word === words[nth] ? [] : [nth]));
  const [nth] = other;
  if (nth === undefined || other.length > 1 || (words[nth] ?? '').length < SLIPS_FROM) return false;
  const { word, isCapital } = text.tokens[at + nth]!;
  return !isOrdinary(word) || (capital === null && (isCapital || !text.hasCapitals));
}

function streetAfter(text: Read, at: number, number: string, street: Place): number | null {
  const width = numberWidth(text, at, number);
  if (width === 0) return null;
  for (let next = at + width; next < at + width + 4; next += 1) {
    const last = placeEnd(text, street, next);
    if (last !== null) return last;
    if (!besideNumbers.has(text.places[next] ?? '')) return null;
  }
  return null;
}

function numberAfter(text: Read, at: number, number: string, street: Place): number | null {
  const last = placeEnd(text, street, at);
  if (last === null) return null;
  for (let next = last + 1; next <= last + 4; next += 1) {
    const width = numberWidth(text, next, number);
    if (width > 0) return next + width - 1;
    if (!besideNumbers.has(text.places[next] ?? '')) return null;
  }
  return null;
}

/** How many words from here on say the number; 0 when it is not said here. */
function numberWidth({ tokens }: Read, at: number, number: string): number {
  const word = tokens[at]?.word ?? '';
  if (word === number || inDigits.get(word) === number) return 1;
  const ten = tens.get(word);
  if (ten === undefined) return 0;
  const unit = Number(inDigits.get(tokens[at + 1]?.word ?? '') ?? 0);
  if (unit > 0 && unit < 10 && String(ten + unit) === number) return 2;
  return String(ten) === number ? 1 : 0;
}
