import { seen } from './look-alike.js';
import type { Whose } from './lookout.js';
import { placeWords } from './places.js';
import { type DialledNumber, hasCapitals, numbersIn, type Token, tokensIn } from './tokens.js';

/** A part of a text that must not be shown, and whose it is. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly whose: Whose;
}

/** A text as it is searched. */
export interface Read {
  /** As a reader sees it. */
  readonly text: string;
  /** Where a place of it stands in the text as it was typed. */
  readonly at: (place: number) => number;
  readonly tokens: readonly Token[];
  /** The words, with streets in full. */
  readonly places: readonly string[];
  /** All words without what stands between them: with streets in full, and as they were typed. */
  readonly joined: { readonly places: string; readonly typed: string };
  readonly numbers: readonly DialledNumber[];
  readonly hasCapitals: boolean;
}

export function read(typed: string): Read {
  const { text, at } = seen(typed);
  const tokens = tokensIn(text);
  const places = placeWords(tokens.map(({ word }) => word));
  const all = (words: readonly string[]) => tokens.map(({ isPossessive }, nth) => words[nth] + (isPossessive ? 's' : '')).join('');
  const joined = { places: all(places), typed: all(tokens.map(({ word }) => word)) };
  return { text, at, tokens, places, joined, numbers: numbersIn(text), hasCapitals: hasCapitals(text) };
}

/** Whether no more than a few signs stand between a word and the one before it. */
export function isClose(text: string, tokens: readonly Token[], at: number): boolean {
  return /^[^\p{L}\p{N}]{0,4}(?:[’'‘ʼ`´]s)?[^\p{L}\p{N}]{0,4}$/iu.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start));
}
