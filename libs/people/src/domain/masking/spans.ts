import { type NamedInFull, withoutKept } from './kept.js';
import { type Lookout, type Names, type Phrase, SLIPS_FROM, type Whose } from './lookout.js';
import { hasGroups } from './grouped-numbers.js';
import { isOneSlip } from './one-slip.js';
import { isOrdinary } from './ordinary-words.js';
import { isClose, type Read, type Span } from './reading.js';
import { districtSpans, houseSpans, placeSpans } from './place-spans.js';
import { dialled, type Token } from './tokens.js';

const MOST_REMEMBERED = 2_000;

/** Those whose names stay, and whether only where they stand in full. */
interface Kept {
  readonly lookout: Lookout;
  readonly isInFull: boolean;
}

/** Where the person is named, found or reached in the text, but for names of those whom the reader reads by name. Spans may overlap. */
export function spansIn(text: Read, lookout: Lookout, kept: Kept | null = null): Span[] {
  const names = namesIn(text, lookout);
  const spans = [
    ...names,
    ...phraseSpans(text, lookout),
    ...placeSpans(text, lookout),
    ...houseSpans(text, lookout),
    ...districtSpans(text, lookout),
    ...numberSpans(text, lookout),
    ...(/@|(?<![\p{L}\p{N}])at(?![\p{L}\p{N}])/iu.test(text.text) ? lookout.literals : []).flatMap(({ pattern, whose }) =>
      [...text.text.matchAll(pattern)].map(({ 0: said, index }) => ({ start: index, end: index + said.length, whose })),
    ),
  ];
  const left = kept === null || spans.length === 0 ? spans : withoutKept(text, spans, { lookout, names }, keptIn(text, kept));
  return left.map(({ start, end, whose }) => ({ start: text.at(start), end: text.at(end), whose }));
}

function keptIn(text: Read, { lookout, isInFull }: Kept): NamedInFull {
  const full = phraseSpans(text, lookout, ({ isPart }) => !isPart);
  return { lookout, isInFull, names: namesIn(text, lookout), full, parts: phraseSpans(text, lookout, ({ isPart }) => isPart) };
}

function namesIn(text: Read, { names: all }: Lookout): Span[] {
  return [...all].flatMap(([whose, names]) => nameSpans(text, names, whose));
}

/** Names beside each other are one: `Nora Nonesuch`, `N. Nonesuch`. */
function nameSpans({ text, tokens, hasCapitals: isWritten }: Read, names: Names, whose: Whose): Span[] {
  const found = tokens.map((token) => isNamed(token, names, isWritten) && !isInReference(text, token, names));
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
  if (/\d/.test(word)) return names.long.some((name) => word.startsWith(name) && !isOrdinary(name));
  if (isCapital && word.length === SLIPS_FROM && !isOrdinary(word) && names.short.some((name) => isOneSlip(name, word))) return true;
  return word.length >= SLIPS_FROM - 1 && names.long.length > 0 && isSlip(word, names, isPlain);
}

/** Whether a part of a family name is the letters of a reference, which four digits and more make: `TEST/2026/7145`, `TEST-70084`. */
function isInReference(text: string, { word, start, end }: Token, names: Names): boolean {
  if (names.words.get(word)?.part !== 'family' || !/^\p{Lu}{2,6}$/u.test(text.slice(start, end))) return false;
  const numbers = /^(?:[/-]\d+)+(?![\p{L}\p{N}])/u.exec(text.slice(end))?.[0] ?? '';
  return numbers.replaceAll(/\D/g, '').length >= 4 && !/[\p{L}\p{N}][/-]$/u.test(text.slice(0, start));
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

function phraseSpans(text: Read, { phrases }: Lookout, isAsked: (phrase: Phrase) => boolean = () => true): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < text.places.length; at += 1) {
    const place = text.places[at]!;
    for (const phrase of phrases.get(place.charAt(0)) ?? []) {
      const end = isAsked(phrase) ? phraseEnd(text, phrase, at) : null;
      if (end !== null) spans.push({ start: text.tokens[at]!.start, end, whose: phrase.whose });
    }
  }
  return spans;
}

/** Where the words end that begin at this token, whatever spaces and signs stand between them or are missing; null when they do not stand there. */
function phraseEnd({ text, tokens, places }: Read, { whole, isApart }: Phrase, at: number): number | null {
  let length = 0;
  for (let last = at; last < tokens.length; last += 1) {
    if (last > at && !isClose(text, tokens, last)) return null;
    if (!whole.startsWith(places[last]!, length) && !isNumbered(places[last]!, whole.slice(length))) return null;
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

/** The letters with a number after them, as in the names of accounts: `noranonesuch99`. */
function isNumbered(word: string, letters: string): boolean {
  return /^\p{L}+$/u.test(letters) && word.startsWith(letters) && /^\d+$/.test(word.slice(letters.length));
}

/** The number, with the code of the country, with other digits around it, or only its end. */
function numberSpans(text: Read, { numbers }: Lookout): Span[] {
  const written = text.numbers.flatMap(({ start, end, digits }) => {
    const found = numbers.find((one) => digits.includes(one.digits.replace(/^0/, '')) || dialled(one.digits).endsWith(digits));
    return found ? [{ start, end, whose: found.whose }] : [];
  });
  if (numbers.length === 0 || !hasGroups(text.text)) return written;
  const inGroups = numbers.flatMap(({ inGroups: one, whose }) =>
    [...text.text.matchAll(one)].map(({ 0: said, index }) => ({ start: index, end: index + said.length, whose })),
  );
  return [...written, ...inGroups];
}
