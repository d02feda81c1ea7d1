import type { LocalDate } from '#calendar';
import { type Disagreement, disagreement } from './library/agreement.js';
import { type Blank, type Speaking, unnamed } from './library/blanks.js';
import type { End } from './moments.js';
import type { LibraryCondition, LibraryVersion } from './library/library-condition.js';
import { filledTemplate } from './library/template.js';
import { version1 } from './library/version-1.js';
import { version2 } from './library/version-2.js';
import { version3 } from './library/version-3.js';

export { disagreement, type Disagreement, disagreementInWords } from './library/agreement.js';
export * from './library/blanks.js';
export type * from './library/library-condition.js';
export { filledTemplate } from './library/template.js';

/** The stored name of a kind of condition. Permanent. */
export type ConditionCode = (typeof version2)['conditions'][number]['code'];

/** Every version there was, oldest first. A change is a new version at the end. */
export const libraryVersions: readonly LibraryVersion[] = [version1, version2, version3];

const newest: LibraryVersion = version3;
const indexes = new Map(libraryVersions.map(({ version, conditions }) => [version, new Map(conditions.map((one) => [one.code, one]))]));

/** The number of the newest version. */
export const libraryVersion: number = newest.version;

/** The newest version, in the order in which forms list it. */
export const conditionLibrary: readonly LibraryCondition[] = newest.conditions;

export const conditionCodes: readonly ConditionCode[] = version2.conditions.map((condition) => condition.code);

/** The version with which new conditions are made on this day. */
export function libraryAt(day: LocalDate): LibraryVersion {
  return libraryVersions.findLast(({ from }) => from <= day) ?? version1;
}

/**
 * What the library says of a code: the newest version, or the one a condition was made with. An unknown version number is read as the
 * newest, and a code that an old version lacks likewise.
 */
export function libraryCondition(code: ConditionCode, version: number = newest.version): LibraryCondition {
  const found = indexes.get(version)?.get(code) ?? indexes.get(newest.version)?.get(code);
  if (!found) throw new Error('A condition code is missing from the library');
  return found;
}

/** What a condition is indexed by: enough to say it in plain words. */
export interface Indexed {
  readonly code: ConditionCode;
  /** The version of the library it was made with; 1 where nothing was recorded, which is before there was a second. */
  readonly library?: number;
  readonly category: 'prohibition' | 'requirement';
}

/** The library's entry with which a condition was made. */
export function madeWith({ code, library = 1 }: Pick<Indexed, 'code' | 'library'>): LibraryCondition {
  return libraryCondition(code, library);
}

/** Plain words for officers, which follow "must not" or "must": `come within 200 metres of A`. Names nobody unless `speaking` does. */
export function plainWords(condition: Indexed, parameters: Readonly<Record<string, string>>, speaking: Speaking = unnamed): string {
  const { spoken, plain, blanks } = madeWith(condition);
  const and = condition.category === 'prohibition' ? 'or' : 'and';
  return (spoken !== null && filledTemplate(spoken, blanks, parameters, { ...speaking, and })) || plain;
}

/** A suggestion for the clause in full; null where the library has none or a blank that it needs is empty. The court's words are recorded as they are. */
export function suggestedWording(
  condition: Indexed,
  parameters: Readonly<Record<string, string>>,
  speaking: Speaking = unnamed,
): string | null {
  const { wording, blanks } = madeWith(condition);
  const and = condition.category === 'prohibition' ? 'or' : 'and';
  return wording === null ? null : filledTemplate(wording, blanks, parameters, { ...speaking, and });
}

/** What was read into a condition, beside its words. */
export interface ReadIn {
  readonly wording: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The place to which it is limited; null or absent where it is not. */
  readonly locality?: string | null;
}

/** The library's entry of a condition, whether somebody said that its words alone are right, whatever is read from them, and its own end. */
type Read = Pick<Indexed, 'code' | 'library'> & { readonly wordsOnly?: true; readonly end?: End | null };

/** Where the blanks of a condition say something else than its words; null where they agree, or where the words alone count. */
export function disagreementIn(made: Read, { wording, parameters, locality = null }: ReadIn): Disagreement | null {
  const lastDay = made.end?.is === 'fixed' ? made.end.lastDay : null;
  return made.wordsOnly ? null : disagreement(madeWith(made), wording, parameters, { lastDay, locality });
}

/** The blanks by which a kind of requirement is due: its days, its hours, how often. None for what has no days. */
export function calendarBlanks(made: Pick<Indexed, 'code' | 'library'>): readonly Blank[] {
  const { duty, blanks } = madeWith(made);
  const named: readonly (string | null)[] =
    duty?.is === 'by-day' ? [duty.day] : duty?.is === 'on-days' ? [duty.days, duty.hours, duty.first, duty.most] : [];
  return blanks.filter(({ name }) => named.includes(name));
}

/**
 * What fills the blanks of a condition, to be reckoned with or shown in short: nothing where the court's words were erased, or say something
 * else. The words are what binds, so that nothing is made of blanks that contradict them, but for the days and times of a requirement that
 * somebody kept beside them: without these a missed one would be looked for by nobody.
 */
export function reliedOn(made: Read, words: ReadIn | null): Readonly<Record<string, string>> {
  return words === null || disagreementIn(made, words) ? {} : words.parameters;
}

/** The areas and places that a condition has as data: what fills its blanks of that kind, and where alone it has effect. */
export function areasIn(condition: Indexed, words: ReadIn | null): readonly string[] {
  if (words === null) return [];
  const filled = Object.entries(words.parameters).flatMap(([name, value]) => (isArea(condition, name) ? [value] : []));
  return words.locality ? [...filled, words.locality] : filled;
}

/** Whether what fills this blank is an area or a place. */
export function isArea(condition: Indexed, name: string): boolean {
  const type = blankOf(condition, name)?.type;
  return type === 'area' || type === 'place' || (type !== undefined && (name === 'area' || name === 'station'));
}

/** The blank with this name in the version a condition was made with. */
export function blankOf(condition: Pick<Indexed, 'code' | 'library'>, name: string): Blank | null {
  return madeWith(condition).blanks.find((blank) => blank.name === name) ?? null;
}
