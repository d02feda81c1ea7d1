import { type Lookout, type Names, type Phrase, placeWords, SLIPS_FROM, type Whose } from './lookout.js';
import { isOneSlip } from './one-slip.js';
import { isOrdinary } from './ordinary-words.js';
import { dialled, type DialledNumber, hasCapitals, numbersIn, type Token, tokensIn } from './tokens.js';

const MOST_REMEMBERED = 2_000;
/** What stands between a house number and its street where somebody speaks of it. */
const besideNumbers = new Set('at flat house in no number of on the along'.split(' '));

/** A part of a text that must not be shown, and whose it is. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly whose: Whose;
}

/** A text as it is searched. */
export interface Read {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The words, with streets in full. */
  readonly places: readonly string[];
  readonly numbers: readonly DialledNumber[];
  readonly hasCapitals: boolean;
}

export function read(text: string): Read {
  const tokens = tokensIn(text);
  return { text, tokens, places: placeWords(tokens.map(({ word }) => word)), numbers: numbersIn(text), hasCapitals: hasCapitals(text) };
}

/** Where the person is named, found or reached in the text. Spans may overlap. */
export function spansIn(text: Read, lookout: Lookout): Span[] {
  return [
    ...[...lookout.names].flatMap(([whose, names]) => nameSpans(text, names, whose)),
    ...phraseSpans(text, lookout),
    ...numberSpans(text, lookout),
    ...(text.text.includes('@') ? lookout.literals : []).flatMap(({ pattern, whose }) =>
      [...text.text.matchAll(pattern)].map(({ 0: said, index }) => ({ start: index, end: index + said.length, whose })),
    ),
  ];
}

/** Names beside each other are one: `Nora Nonesuch`, `N. Nonesuch`. */
function nameSpans({ text, tokens, hasCapitals: isWritten }: Read, names: Names, whose: Whose): Span[] {
  const found = tokens.map((token) => isNamed(token, names, isWritten));
  if (!found.includes(true)) return [];
  const isBeside = (left: number): boolean => {
    const [one, other] = [tokens[left], tokens[left + 1]];
    if (!one || !other) return false;
    const between = text.slice(one.end, other.start);
    if (one.word.length === 1) return /^[\s.-]{0,3}$/.test(between);
    const isTurned = names.words.get(one.word)?.part === 'family' && names.words.get(other.word)?.part !== 'family';
    return /^[\s-]{1,3}$/.test(between) || (isTurned && /^,\s*$/.test(between));
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const { word, isCapital } = tokens[at]!;
    const isBefore = found[at + 1] === true && isBeside(at);
    if (!isBefore && !(found[at - 1] === true && isBeside(at - 1))) continue;
    if (names.words.has(word) || names.forms.has(word)) found[at] = true;
    if (isCapital && isBefore && names.initials.has(word)) found[at] = true;
  }
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!found[at]) continue;
    const { start, end } = tokens[at]!;
    const before = spans.at(-1);
    if (before && found[at - 1] && isBeside(at - 1)) spans[spans.length - 1] = { ...before, end };
    else spans.push({ start, end, whose });
  }
  return spans;
}

/**
 * In doubt it is the name: a word that is an ordinary one as well (Grace, May, Rose) is passed over only in lower case and in a text that
 * has capitals where they belong.
 */
function isNamed({ word, isCapital, isPossessive }: Token, names: Names, isWritten: boolean): boolean {
  const known = names.words.get(word);
  const isPlain = !isCapital && !isPossessive && isWritten;
  if (known) return !(isPlain && (known.capital || isOrdinary(word)));
  if (names.forms.has(word)) return isCapital || !isOrdinary(word);
  if (isCapital && word.length > 3 && word.endsWith('s') && names.words.has(word.slice(0, -1))) return true;
  return word.length >= SLIPS_FROM - 1 && names.long.length > 0 && isSlip(word, names, isPlain);
}

function isSlip(word: string, names: Names, isPlain: boolean): boolean {
  const key = isPlain ? word : `^${word}`;
  const known = names.slips.get(key);
  if (known !== undefined) return known;
  const is = !isOrdinary(word) && names.long.some((name) => isOneSlip(name, word) && !(isPlain && names.words.get(name)?.capital === true));
  if (names.slips.size >= MOST_REMEMBERED) names.slips.clear();
  names.slips.set(key, is);
  return is;
}

function phraseSpans(text: Read, { phrases, houses }: Lookout): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.places.length; at += 1) {
    const place = text.places[at]!;
    for (const phrase of phrases.get(place.charAt(0)) ?? []) {
      const end = phraseEnd(text, phrase, at);
      if (end !== null) spans.push({ start: text.tokens[at]!.start, end, whose: phrase.whose });
    }
    for (const house of houses) {
      const last = place === house.words[0] ? streetAfter(text.places, at + 1, house) : numberAfter(text.places, at, house);
      if (last !== null) spans.push({ start: text.tokens[at]!.start, end: text.tokens[last]!.end, whose: house.whose });
    }
  }
  return spans;
}

/** Where the words end that begin at this token, whatever spaces and signs stand between them or are missing; null when they do not stand there. */
function phraseEnd({ text, tokens, places }: Read, { whole, isApart }: Phrase, at: number): number | null {
  let length = 0;
  for (let last = at; last < tokens.length; last += 1) {
    if (!whole.startsWith(places[last]!, length) || (last > at && !isClose(text, tokens, last))) return null;
    length += places[last]!.length;
    if (length < whole.length) continue;
    const [start, end] = [tokens[at]!.start, tokens[last]!.end];
    // As one word it is a name or not by itself; with spaces in it, it is one when each part has a capital.
    const isPassed =
      isApart && (last === at || (/\s/.test(text.slice(start, end)) && !tokens.slice(at, last + 1).every((one) => one.isCapital)));
    return isPassed ? null : end;
  }
  return null;
}

/** The last word of the street that stands beside its house number from `from` on. */
function streetAfter(places: readonly string[], from: number, { words }: Phrase): number | null {
  for (let at = from; at < from + 4; at += 1) {
    if (isStreet(places, at, words)) return at + words.length - 2;
    if (!besideNumbers.has(places[at] ?? '')) return null;
  }
  return null;
}

/** The house number that stands behind its street. */
function numberAfter(places: readonly string[], at: number, { words }: Phrase): number | null {
  if (!isStreet(places, at, words)) return null;
  for (let next = at + words.length - 1; next < at + words.length + 3; next += 1) {
    if (places[next] === words[0]) return next;
    if (!besideNumbers.has(places[next] ?? '')) return null;
  }
  return null;
}

/** Whether all but the first of `words` stand there, but for a slip in long ones. */
function isStreet(places: readonly string[], at: number, words: readonly string[]): boolean {
  for (let nth = 1; nth < words.length; nth += 1) {
    const [said, word] = [places[at + nth - 1] ?? '', words[nth]!];
    if (said !== word && !(word.length >= SLIPS_FROM && isOneSlip(said, word))) return false;
  }
  return true;
}

function isClose(text: string, tokens: readonly Token[], at: number): boolean {
  return /^[^\p{L}\p{N}]{0,4}(?:[’'‘ʼ`´]s)?[^\p{L}\p{N}]{0,4}$/u.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start));
}

/** The number, with the code of the country, with other digits around it, or only its end. */
function numberSpans(text: Read, { numbers }: Lookout): Span[] {
  return text.numbers.flatMap(({ start, end, digits }) => {
    const found = numbers.find((one) => digits.includes(one.digits.replace(/^0/, '')) || dialled(one.digits).endsWith(digits));
    return found ? [{ start, end, whose: found.whose }] : [];
  });
}
