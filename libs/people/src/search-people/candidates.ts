import { type Viewer, visiblePersonSql } from '#access';
import { wordKeys } from '../domain/searching/name-keys.js';
import type { Target } from './terms.js';

/** One way in which records are looked for, answered by indexes. It ends when it has found one more than `MOST_CANDIDATES`. */
export interface Arm {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The most records that are compared with what is looked for, and shown. */
export const MOST_CANDIDATES = 200;

type Given = (value: unknown) => string;

/**
 * The ways to look for the target, the surest first: by number; by date of birth, with a slip or without, together with any of the names; by
 * all names written the same; misspelt or sounding alike; in part; all but one, which only begins the same. None says anything of whom the
 * viewer may not see: what these keep out was never counted.
 */
export function arms(viewer: Viewer, target: Target): Arm[] {
  const { words, identifiers, nominals, dateOfBirth, slipsOfBirth } = target;
  const keys = words.map((word) => ({ word, ...wordKeys(word) }));
  const found: Arm[] = [];
  const add = (condition: (given: Given) => string): void => {
    const parameters: unknown[] = [];
    const given: Given = (value) => `$${parameters.push(value)}`;
    const visible = visiblePersonSql(viewer, 'r', parameters);
    const sql = `select r.id, r.search_names as names, r.date_of_birth::text as born,
        r.identifiers && ${given(identifiers)}::text[] or r.nominals && ${given(nominals)}::text[] as numbered
      from people.perpetrator_record r where ${visible} and ${condition(given)} limit ${MOST_CANDIDATES + 1}`;
    found.push({ sql, parameters });
  };
  const filedUnder = (given: Given, some: readonly string[]): string => `r.search_keys && ${given(some)}::text[]`;
  const inPart = (given: Given, { word, partial }: (typeof keys)[number]): string =>
    Array.from(word).length < 3
      ? filedUnder(given, partial)
      : `(${filedUnder(given, partial)} or r.search_names like ${given(`%${word}%`)})`;

  if (nominals.length > 0) add((given) => `(r.identifiers && ${given(identifiers)}::text[] or r.nominals && ${given(nominals)}::text[])`);
  if (dateOfBirth !== null) {
    const named = (given: Given): string => (keys.length === 0 ? '' : ` and (${keys.map((key) => inPart(given, key)).join(' or ')})`);
    add((given) => `r.date_of_birth = ${given(dateOfBirth)}::date${named(given)}`);
    add((given) => `r.date_of_birth = any (${given(slipsOfBirth)}::date[])${named(given)}`);
  }
  if (keys.length > 0) {
    add((given) => keys.map(({ same }) => filedUnder(given, same)).join(' and '));
    add((given) => keys.map(({ near }) => filedUnder(given, near)).join(' and '));
    // Two words that were recorded as one are looked for as one.
    for (const [nth, { word }] of keys.entries()) {
      const next = keys[nth + 1];
      if (next === undefined) continue;
      const others = keys.filter((key) => key.word !== word && key !== next);
      add((given) => [[`=${word}${next.word}`], ...others.map(({ near }) => near)].map((some) => filedUnder(given, some)).join(' and '));
    }
    add((given) => keys.map((key) => inPart(given, key)).join(' and '));
  }
  if (keys.length > 1) {
    for (const { word } of keys)
      add((given) => keys.map((key) => filedUnder(given, key.word === word ? key.begin : key.near)).join(' and '));
  }
  return found;
}

/** The ways to look for the date of birth alone, right and with one slip, for a name that nobody of that date has. None without a date or a name. */
export function birthArms(viewer: Viewer, target: Target): Arm[] {
  if (target.dateOfBirth === null || target.words.length === 0) return [];
  return arms(viewer, { ...target, words: [], identifiers: [], nominals: [] });
}
