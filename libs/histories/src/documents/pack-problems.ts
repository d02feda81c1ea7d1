import { FormView } from '#pages';
import type { Said } from './paper.js';
import type { Leak } from './whereabouts.js';

const gives = {
  address: 'where a protected person lives',
  street: 'the street in which a protected person lives',
  district: 'in which postcode district a protected person lives',
  telephone: 'a protected person’s telephone number',
  email: 'a protected person’s email address',
};

/** One field that keeps a pack from being made. */
export interface PackProblem {
  /** Which field, and what it would tell: never the words themselves. */
  readonly text: string;
  readonly field: string;
  /** What it would tell. */
  readonly tells: string;
  readonly gives: Leak['gives'];
  readonly href: string | null;
  /** The page of the record on which the words stand, where they cannot be mended in the draft. */
  readonly recordedAt: string | null;
  readonly key: string | null;
}

/** Each field once, with where to mend it or the key by which it can be left out. */
export function problemsIn(leaks: readonly Leak[]): PackProblem[] {
  const found = leaks.map(({ words, gives: what }) => {
    const said: Pick<Said, 'field' | 'href' | 'key' | 'recordedAt'> =
      typeof words === 'string' ? { field: 'a name or title in the record', href: null, key: null } : words;
    const { field, href, key, recordedAt = null } = said;
    const mend = href
      ? 'Mend it in the draft'
      : key
        ? 'It is recorded and stays so: leave these words out of the pack'
        : 'Correct the record';
    const named = `${field.slice(0, 1).toUpperCase()}${field.slice(1)}`;
    return {
      text: `${named} would tell the respondent ${gives[what]}. ${mend}`,
      field: named,
      tells: gives[what],
      gives: what,
      href,
      recordedAt,
      key,
    };
  });
  return [...new Map(found.map((one) => [one.text, one])).values()];
}

/** What the page shows again: an error where the copy without the words was asked for, and what could be left out is not all ticked. */
export function tickedIn(query: Readonly<Record<string, unknown>>, problems: readonly PackProblem[]): FormView {
  const isUnticked = query['without'] === 'yes' && problems.some(({ key }) => key !== null);
  return new FormView({}, isUnticked ? [{ field: 'leaveOut', href: '#leaveOut', text: 'Select what is to be left out' }] : []);
}
