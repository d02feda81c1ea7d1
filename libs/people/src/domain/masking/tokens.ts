import { foldText } from '../names.js';
import { spokenNumbersIn } from './spoken-numbers.js';

/** A word of a text, without the s of a possessive. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Folded. */
  readonly word: string;
  readonly isCapital: boolean;
  readonly isPossessive: boolean;
}

/** A number that may be a telephone's, as it is dialled within the country. */
export interface DialledNumber {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/gu;
/** Between two digits spaces, brackets, dots and dashes in any number, or one other sign. A letter after it ends nothing: `07700900123x`. */
const NUMBER = /(?<!\p{N})\(?\+?\(?\d(?:(?:[\s().\-–/]*|[^\p{L}\p{N}\s().\-–/])\d){5,}(?!\p{N})/gu;

/** The words of a text, in their order. */
export function tokensIn(text: string): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: said, index }) => {
    const isPossessive = said.length > 3 && /['’‘ʼ`´]s$/i.test(said);
    const own = isPossessive ? said.slice(0, -2) : said;
    return { start: index, end: index + own.length, word: folded(own), isCapital: /^\p{Lu}/u.test(own), isPossessive };
  });
}

/** Whether whoever wrote the text used capitals at all. */
export function hasCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text);
}

/** Runs of six digits and more, whatever stands between them, also where some are said in words. */
export function numbersIn(text: string): DialledNumber[] {
  return [
    ...[...text.matchAll(NUMBER)].map(({ 0: said, index }) => ({ start: index, end: index + said.length, digits: dialled(said) })),
    ...spokenNumbersIn(text).map(({ digits, ...where }) => ({ ...where, digits: dialled(digits) })),
  ];
}

/** `+44 (0)7700 900123` is `07700900123`. */
export function dialled(number: string): string {
  return number
    .replace(/\D/g, '')
    .replace(/^00(?=[1-9])/, '')
    .replace(/^44(?=\d{9,})0?/, '0');
}

function folded(word: string): string {
  return /^[A-Za-z0-9]+$/.test(word) ? word.toLowerCase() : foldText(word);
}
