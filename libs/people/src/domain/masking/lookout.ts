import { otherForms } from '../linking/given-names.js';
import { foldText } from '../names.js';
import { seenText } from './look-alike.js';
import { placeWords, shortFormsOf } from './places.js';
import { numbersIn } from './tokens.js';
import { groupedNumber } from './grouped-numbers.js';
import type { Unsaid, UnsaidWords } from './unsaid.js';

export type Whose = 'own' | 'close' | 'other';

/** Misspelt names are looked for from this length on: shorter ones differ by a letter from too much else. */
export const SLIPS_FROM = 5;
/** Parts of family names that say nothing alone. */
export const particles = new Set(
  'al ap bin da das de del della den der di do dos du el ibn la le los mac mc o of san st the van von y'.split(' '),
);

/** One part of a name. */
interface NameWord {
  readonly word: string;
  readonly part: 'family' | 'given';
  readonly capital: boolean;
}

/** Words that stand together. */
export interface Phrase {
  readonly words: readonly string[];
  readonly whole: string;
  readonly whose: Whose;
  /** One word, looked for where it is written as several: `Mac Donald`, `None-such`. */
  readonly isApart: boolean;
  /** A part of a name, however many words it has: `van Dyke`. */
  readonly isPart: boolean;
}

/** A street, or a house by its name. */
export interface Place {
  readonly words: readonly string[];
  readonly whole: string;
  /** The same as it is recorded, and with its last word shortened. */
  readonly short: ReadonlySet<string>;
  /** Of `whole`, without the letters at its middle: one slip leaves one of them as it is. */
  readonly halves: readonly string[];
  readonly whose: Whose;
  /** The one word, besides an article, that is an ordinary one but for its capital: `The Green`. */
  readonly capital: string | null;
}

/** What is hidden of one person, made ready to be looked for. */
export interface Lookout {
  readonly names: ReadonlyMap<Whose, Names>;
  /** By their first letter or digit. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Those of a house number and a street, which may come first. */
  readonly houses: readonly { readonly number: string; readonly street: Place }[];
  readonly places: readonly Place[];
  /** First halves of postcodes. */
  readonly districts: readonly { readonly text: string; readonly whose: Whose }[];
  /** `inGroups`: the same with other signs between its digits than a number is written with. */
  readonly numbers: readonly { readonly digits: string; readonly inGroups: RegExp; readonly whose: Whose }[];
  readonly literals: readonly { readonly pattern: RegExp; readonly whose: Whose }[];
}

export interface Names {
  readonly words: ReadonlyMap<string, NameWord>;
  readonly forms: ReadonlySet<string>;
  readonly long: readonly string[];
  /** A letter shorter than those. */
  readonly short: readonly string[];
  readonly initials: ReadonlySet<string>;
  /** Whether the word, if it is no name itself, is one of the names misspelt. */
  readonly slips: Map<string, boolean>;
}

const ready = new WeakMap<readonly Unsaid[], Lookout>();

/** @param hide the same array is made ready once */
export function lookoutFor(hide: readonly Unsaid[]): Lookout {
  const known = ready.get(hide);
  if (known) return known;
  const lookout = made(hide.map((one): UnsaidWords => (typeof one === 'string' ? { is: 'words', text: one } : one)));
  ready.set(hide, lookout);
  return lookout;
}

function made(unsaid: readonly UnsaidWords[]): Lookout {
  const names = new Map<Whose, Names>();
  for (const whose of ['own', 'close', 'other'] as const) {
    const parts = unsaid.filter(({ is, whose: of = 'own' }) => (is === 'family' || is === 'given') && of === whose);
    if (parts.length > 0) names.set(whose, namesOf(parts));
  }
  const all = unsaid
    .map(({ is, text, whose = 'own' as const }) => ({ is, text: seenText(text).trim(), whose }))
    .filter(({ text }) => text !== '');
  const words = all.filter(({ is }) => is !== 'place' && is !== 'district');
  const phrases = words.flatMap(({ is, text, whose }) =>
    phrasesOf(text)
      .map((phrase): Phrase => ({ ...phrase, whose, isApart: is !== 'words' && phrase.words.length === 1, isPart: is !== 'words' }))
      .filter(({ isApart, whole }) => !isApart || whole.length >= SLIPS_FROM),
  );
  const distinct = phrases.filter(
    (one, nth) =>
      phrases.findIndex(
        ({ whole, whose, isApart, isPart }) =>
          whole === one.whole && whose === one.whose && isApart === one.isApart && isPart === one.isPart,
      ) === nth,
  );
  return {
    names,
    phrases: new Map(distinct.map(({ whole }) => [whole.charAt(0), distinct.filter((one) => one.whole.charAt(0) === whole.charAt(0))])),
    houses: distinct.flatMap((one) => {
      const [number, ...street] = one.words;
      return number !== undefined && street.length > 0 && /^\d/.test(number) ? [{ number, street: placeOf(street, one.whose) }] : [];
    }),
    places: all.flatMap(({ is, text, whose }) => (is === 'place' ? [placeOf(foldText(text).split(' '), whose)] : [])),
    districts: all.flatMap(({ is, text, whose }) => (is === 'district' ? [{ text: foldText(text).replaceAll(' ', ''), whose }] : [])),
    numbers: words.flatMap(({ text, whose }) => numbersIn(text).map(({ digits }) => ({ digits, inGroups: groupedNumber(digits), whose }))),
    literals: words.flatMap(({ text, whose }) => (isAccount(text) ? [{ pattern: literal(text), whose }] : [])),
  };
}

function placeOf(recorded: readonly string[], whose: Whose): Place {
  const words = placeWords(recorded);
  const last = words.at(-1) ?? '';
  const start = words.slice(0, -1).join('');
  const own = words.filter((word) => word !== 'the' && word !== 'old');
  const short = new Set([recorded.join(''), ...shortFormsOf(last).map((form) => start + form)]);
  const whole = start + last;
  const middle = whole.length >> 1;
  const halves = [whole.slice(0, middle - 1), whole.slice(middle + 1)].filter((half) => half !== '');
  return { words, whole, short, halves, whose, capital: own.length === 1 ? own[0]! : null };
}

function namesOf(parts: readonly UnsaidWords[]): Names {
  const words = new Map<string, NameWord>();
  for (const { is, text, capital = false } of parts) {
    const all = foldText(seenText(text)).split(' ');
    for (const word of all) {
      if (word.length < 2 || particles.has(word)) continue;
      const before = words.get(word);
      words.set(word, {
        word,
        part: before?.part === 'given' || is === 'given' ? 'given' : 'family',
        capital: capital && before?.capital !== false,
      });
    }
  }
  const given = [...words.values()].filter(({ part }) => part === 'given');
  return {
    words,
    forms: new Set(given.flatMap(({ word }) => otherForms(word))),
    long: [...words.keys()].filter((word) => word.length >= SLIPS_FROM),
    short: [...words.keys()].filter((word) => word.length === SLIPS_FROM - 1),
    initials: new Set(given.map(({ word }) => word.slice(0, 1))),
    slips: new Map(),
  };
}

function phrasesOf(text: string): Pick<Phrase, 'words' | 'whole'>[] {
  if (isAccount(text) || isNumber(text)) return [];
  const words = placeWords(foldText(text).split(' '));
  return words.length === 0 || words[0] === '' ? [] : [{ words, whole: words.join('') }];
}

function isNumber(text: string): boolean {
  return /^\(?\+?[\d\s().\-–/]{6,}$/.test(text);
}

function isAccount(text: string): boolean {
  return text.includes('@') && !/\s/.test(text);
}

/** However it is spaced, and with its signs in brackets or in words: `name at example [dot] test`. */
function literal(text: string): RegExp {
  const signs = Array.from(text, (sign, nth) => {
    const escaped = sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const word = inWords.get(sign);
    if (word === undefined) return escaped;
    // Before an account `at` is what it says: at work.
    const alone = nth === 0 ? '' : `|(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`;
    return `(?:${escaped}|[(\\[{]\\s*(?:${escaped}|${word})\\s*[)\\]}]${alone})`;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}])${signs.join('\\s*')}(?![\\p{L}\\p{N}])`, 'giu');
}

const inWords: ReadonlyMap<string, string> = new Map([
  ['@', 'at'],
  ['.', 'dot'],
]);
