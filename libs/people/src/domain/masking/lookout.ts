import { otherForms } from '../linking/given-names.js';
import { foldText } from '../names.js';
import { numbersIn } from './tokens.js';
import type { Unsaid, UnsaidWords } from './unsaid.js';

export type Whose = 'own' | 'close' | 'other';

/** Misspelt names are looked for from this length on: shorter ones differ by a letter from too much else. */
export const SLIPS_FROM = 5;
/** Parts of family names that say nothing alone. */
const particles = new Set(
  'al ap bin da das de del della den der di do dos du el ibn la le los mac mc o of san st the van von y'.split(' '),
);
const roads: Readonly<Record<string, string>> = Object.fromEntries(
  'av avenue|ave avenue|cl close|cres crescent|crt court|ct court|dr drive|gdn garden|gdns gardens|hse house|ln lane|pk park|pl place|rd road|sq square|st street|tce terrace|ter terrace|terr terrace'
    .split('|')
    .map((entry) => entry.split(' ')),
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
}

/** What is hidden of one person, made ready to be looked for. */
export interface Lookout {
  readonly names: ReadonlyMap<Whose, Names>;
  /** By their first letter or digit. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Those of a house number and a street, which may come first. */
  readonly houses: readonly Phrase[];
  readonly numbers: readonly { readonly digits: string; readonly whose: Whose }[];
  readonly literals: readonly { readonly pattern: RegExp; readonly whose: Whose }[];
}

export interface Names {
  readonly words: ReadonlyMap<string, NameWord>;
  readonly forms: ReadonlySet<string>;
  readonly long: readonly string[];
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
    const parts = unsaid.filter((one) => one.is !== 'words' && (one.whose ?? 'own') === whose);
    if (parts.length > 0) names.set(whose, namesOf(parts));
  }
  const words = unsaid.map(({ is, text, whose = 'own' as const }) => ({ is, text: text.trim(), whose })).filter(({ text }) => text !== '');
  const phrases = words.flatMap(({ is, text, whose }) =>
    phrasesOf(text)
      .map((phrase): Phrase => ({ ...phrase, whose, isApart: is !== 'words' && phrase.words.length === 1 }))
      .filter(({ isApart, whole }) => !isApart || whole.length >= SLIPS_FROM),
  );
  const distinct = phrases.filter(
    (one, nth) =>
      phrases.findIndex(({ whole, whose, isApart }) => whole === one.whole && whose === one.whose && isApart === one.isApart) === nth,
  );
  return {
    names,
    phrases: new Map(distinct.map(({ whole }) => [whole.charAt(0), distinct.filter((one) => one.whole.charAt(0) === whole.charAt(0))])),
    houses: distinct.filter((one) => one.words.length > 1 && /^\d/.test(one.whole)),
    numbers: words.flatMap(({ text, whose }) => numbersIn(text).map(({ digits }) => ({ digits, whose }))),
    literals: words.flatMap(({ text, whose }) => (isAccount(text) ? [{ pattern: literal(text), whose }] : [])),
  };
}

function namesOf(parts: readonly UnsaidWords[]): Names {
  const words = new Map<string, NameWord>();
  for (const { is, text, capital = false } of parts) {
    const all = foldText(text).split(' ');
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

function literal(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
}

export function placeWords(words: readonly string[]): string[] {
  return words.map((word) => roads[word] ?? word);
}
