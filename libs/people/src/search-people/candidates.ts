import { type Viewer, visiblePersonSql } from '#access';
import { type WordKeys, wordKeys } from '../domain/searching/name-keys.js';
import { pairsOf, rareOf } from '../domain/searching/words.js';
import type { Target } from './terms.js';

/** One way in which records are looked for, answered by indexes. It ends when it has found one more than `MOST_CANDIDATES`. */
export interface Arm {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The most records that are compared with what is looked for, and shown. */
export const MOST_CANDIDATES = 200;

type Given = (value: unknown) => string;

/** A condition on the record `r`; values become parameters. */
type Condition = (given: Given) => string;

/** One name looked for, with its keys. */
type Key = WordKeys & { readonly word: string };

const keysOf = (words: readonly string[]): Key[] => words.map((word) => ({ word, ...wordKeys(word) }));

/**
 * The ways to look for the target, the surest first: by number; by date of birth, with a slip or without, together with any of the names; by
 * all names written the same; misspelt or sounding alike; in part; all but one, which only begins the same. None says anything of whom the
 * viewer may not see: what these keep out was never counted.
 */
export function arms(viewer: Viewer, target: Target): Arm[] {
  const { words, identifiers, nominals, dateOfBirth, slipsOfBirth } = target;
  const keys = keysOf(words);
  const found: Condition[] = [];
  if (nominals.length > 0)
    found.push((given) => `(r.identifiers && ${given(identifiers)}::text[] or r.nominals && ${given(nominals)}::text[])`);
  if (dateOfBirth !== null) {
    const named = (given: Given): string => (keys.length === 0 ? '' : ` and (${keys.map((key) => inPart(given, key)).join(' or ')})`);
    found.push((given) => `r.date_of_birth = ${given(dateOfBirth)}::date${named(given)}`);
    found.push((given) => `r.date_of_birth = any (${given(slipsOfBirth)}::date[])${named(given)}`);
  }
  if (keys.length > 0) {
    found.push(allFiledUnder(keys.map(({ same }) => same)));
    found.push(allFiledUnder(keys.map(({ near }) => near)));
    // Two words that were recorded as one are looked for as one.
    for (const [nth, { word }] of keys.entries()) {
      const next = keys[nth + 1];
      if (next === undefined) continue;
      const others = keys.filter((key) => key.word !== word && key !== next);
      found.push(allFiledUnder([[`=${word}${next.word}`], ...others.map(({ near }) => near)]));
    }
    found.push((given) => keys.map((key) => inPart(given, key)).join(' and '));
  }
  if (keys.length > 1) {
    for (const { word } of keys) found.push(allFiledUnder(keys.map((key) => (key.word === word ? key.begin : key.near))));
  }
  return found.map((condition) => armOf(viewer, target, condition));
}

/** The ways to look for two of three names or more: a middle name may not be on the record, nor half of a double one. */
export function pairArms(viewer: Viewer, target: Target): Arm[] {
  return pairsOf(target.words).map((pair) => armOf(viewer, target, allFiledUnder(keysOf(pair).map(({ near }) => near))));
}

/** The ways to look for somebody whose names were only heard, have two slips, or of whom one rare name is right; for when the surer ways find nobody. */
export function looseArms(viewer: Viewer, target: Target): Arm[] {
  const keys = keysOf(target.words);
  if (keys.length === 0) return [];
  const rough = allFiledUnder(keys.map(({ loose }) => loose));
  const twice = allFiledUnder(keys.map(({ twoSlips }) => twoSlips));
  const beginning = allFiledUnder(keys.map(({ loose, begin, word }) => (Array.from(word).length < 3 ? loose : [...loose, ...begin])));
  const rare = rareOf(target.words).map((word) => allFiledUnder([[`=${word}`]]));
  return [rough, twice, beginning, ...rare].map((condition) => armOf(viewer, target, condition));
}

/** The way to look for a part of a number. None where too little of it was typed. */
export function numberPartArms(viewer: Viewer, target: Target): Arm[] {
  if (target.numberParts.length === 0) return [];
  const patterns = target.numberParts.map((part) => `%${part}%`);
  return [armOf(viewer, target, (given) => `(${patterns.map((pattern) => `r.search_numbers like ${given(pattern)}`).join(' or ')})`)];
}

function armOf(viewer: Viewer, { identifiers, nominals }: Target, condition: Condition): Arm {
  const parameters: unknown[] = [];
  const given: Given = (value) => `$${parameters.push(value)}`;
  const visible = visiblePersonSql(viewer, 'r', parameters);
  const sql = `select r.id, r.search_names as names, r.search_numbers as numbers, r.date_of_birth::text as born,
      r.identifiers && ${given(identifiers)}::text[] or r.nominals && ${given(nominals)}::text[] as numbered
    from people.perpetrator_record r where ${visible} and ${condition(given)} limit ${MOST_CANDIDATES + 1}`;
  return { sql, parameters };
}

function filedUnder(given: Given, some: readonly string[]): string {
  return `r.search_keys && ${given(some)}::text[]`;
}

function allFiledUnder(keys: readonly (readonly string[])[]): Condition {
  return (given) => keys.map((some) => filedUnder(given, some)).join(' and ');
}

function inPart(given: Given, { word, partial }: Key): string {
  if (Array.from(word).length < 3) return filedUnder(given, partial);
  return `(${filedUnder(given, partial)} or r.search_names like ${given(`%${word}%`)})`;
}

/** The ways to look for the date of birth alone, right and with one slip, for a name that nobody of that date has. None without a date or a name. */
export function birthArms(viewer: Viewer, target: Target): Arm[] {
  if (target.dateOfBirth === null || target.words.length === 0) return [];
  return arms(viewer, { ...target, words: [], identifiers: [], nominals: [] });
}
