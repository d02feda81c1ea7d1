import type { PersonName } from './events.js';
import { lookoutFor } from './masking/lookout.js';
import { read } from './masking/reading.js';
import { spansIn } from './masking/spans.js';
import { nameUnsaid, type Unsaid } from './masking/unsaid.js';

export type { Unsaid, UnsaidWords } from './masking/unsaid.js';

/** Somebody of whom a reader may know less than the texts say. */
export interface Masked {
  /** What stands instead, for instance `protected person A`. */
  readonly instead: string;
  /** What must not reach the reader: names, and ways to reach or find the person and those close to them. Empty when there is nothing to hide. */
  readonly hide: readonly Unsaid[];
  /** Names of others whom the reader reads by name: never hidden, nor cut, where they have a name in common. The same array is made ready once. */
  readonly keep?: readonly Unsaid[];
  /** Whether they are kept in their full names only: a name that is shared is hidden where it stands alone. */
  readonly isKeptInFull?: boolean;
}

/** Somebody as far as it decides in whose words they are hidden. */
interface Hidden {
  /** On the record of a perpetrator whom the reader may not see: hidden in all words. */
  readonly isRestricted?: boolean;
  readonly hide?: readonly Unsaid[];
  /** The name, where the reader may read it. */
  readonly fullName?: PersonName | null;
}

/**
 * Whom of `people` words must hide from the reader. The words of the reader's own force (`areOwn`) say what the force knows and what its
 * orders forbid: they are read as they were written, but for people of a restricted record, and the names of those of `people` whom the reader
 * reads by name stand in them whoever else is called so. In the words of others such a name stands where it stands in full: half of it beside
 * somebody else's letter would make one person of two.
 */
export function hiddenIn<P extends Hidden>(people: readonly P[], areOwn: boolean): readonly (P & Pick<Masked, 'keep' | 'isKeptInFull'>)[] {
  const keep = people.flatMap(({ fullName, isRestricted }) => (fullName && isRestricted !== true ? nameUnsaid(fullName) : []));
  if (!areOwn)
    return keep.length === 0
      ? people
      : people.map((person) => (person.isRestricted === true ? person : { ...person, keep, isKeptInFull: true }));
  return people.flatMap((person) => {
    if (person.isRestricted === true) return [{ ...person, keep }];
    const hide = person.hide?.filter((one) => typeof one !== 'string' && one.always === true) ?? [];
    return hide.length > 0 ? [{ ...person, hide, keep }] : [];
  });
}

/** What is hidden of the people themselves, without where things are said to have happened. */
export function withoutPlaces(hide: readonly Unsaid[]): readonly Unsaid[] {
  return hide.some((one) => insteadOf(one) !== null) ? hide.filter((one) => insteadOf(one) === null) : hide;
}

const others = {
  close: (instead: string) => `a person close to ${instead}`,
  other: () => 'another protected person',
  own: (instead: string) => instead,
};

/** Words of a text that must be hidden, and what stands in their place. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
  /** Whether all of it is only of somebody close to a protected person. */
  readonly isClose: boolean;
}

/**
 * `text` with everything replaced that must be hidden: names whole and in part, misspelt, in other forms, whatever the case and the spaces.
 * Where what is hidden overlaps, all of it goes, and the longest says whose it was.
 */
export function masked(text: string, people: readonly Masked[]): string {
  return replaced(text, hitsIn(text, people));
}

/** What of a text must be hidden, in its order; no two overlap. */
export function hitsIn(text: string, people: readonly Masked[]): readonly Hit[] {
  const hidden = people.filter(({ hide }) => hide.length > 0);
  if (hidden.length === 0) return [];
  const it = read(text);
  const found = hidden.flatMap(groupsOf).flatMap(({ instead, hide, isNumbered, keep = [], isKeptInFull = false }) =>
    spansIn(it, lookoutFor(hide), keep.length > 0 ? { lookout: lookoutFor(keep), isInFull: isKeptInFull } : null).map(
      ({ start, end, whose }) => ({
        start: isNumbered ? withNumber(text, start) : start,
        end,
        instead: others[whose](instead),
        isClose: whose === 'close',
      }),
    ),
  );
  const taken: (Hit & { readonly length: number })[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start)) {
    const [before, length] = [taken.at(-1), one.end - one.start];
    if (!before || one.start >= before.end) taken.push({ ...one, length });
    else {
      const longest = length > before.length ? { instead: one.instead, length } : { instead: before.instead, length: before.length };
      const isClose = before.isClose && one.isClose;
      taken[taken.length - 1] = { start: before.start, end: Math.max(before.end, one.end), isClose, ...longest };
    }
  }
  return taken;
}

/** The text with what stands in place of each hit, as `hitsIn` found them. */
export function replaced(text: string, hits: readonly Hit[]): string {
  let [shown, from] = ['', 0];
  for (const { start, end, instead } of hits) {
    shown += text.slice(from, start) + instead;
    from = end;
  }
  return shown + text.slice(from);
}

const groups = new WeakMap<readonly Unsaid[], readonly Grouped[]>();

type Grouped = Pick<Masked, 'hide'> & { readonly instead: string | null };

/** What is hidden by the same words, together. `isNumbered`: with any number of a house before it. */
function groupsOf({ instead, hide, ...kept }: Masked): (Masked & { readonly isNumbered: boolean })[] {
  const known = groups.get(hide) ?? grouped(hide);
  groups.set(hide, known);
  return known.map((group) => ({ ...kept, ...group, instead: group.instead ?? instead, isNumbered: group.instead !== null }));
}

/** Where the number of a house begins that stands before what begins at `start`. */
function withNumber(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 24), start);
  const number = /(?<![\p{L}\p{N}])(?:(?:no|nr|number)\b\.?\s*)?\d{1,4}\p{L}?(?:\s?[-/]\s?\d{1,4}\p{L}?)?[\s,]{1,3}$/iu.exec(before);
  return number ? start - before.length + number.index : start;
}

function grouped(hide: readonly Unsaid[]): readonly Grouped[] {
  const all = [...new Set(hide.map(insteadOf))];
  return all.length === 1 && all[0] === null
    ? [{ instead: null, hide }]
    : all.map((instead) => ({ instead, hide: hide.filter((one) => insteadOf(one) === instead) }));
}

function insteadOf(one: Unsaid): string | null {
  return typeof one === 'string' ? null : (one.instead ?? null);
}

/** `A`, `B`, … `Z`, `AA`, `AB` … for the place in a list, from 0. */
export function letterAt(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterAt(Math.floor(place / 26) - 1) + last;
}
